import styles from './MarkedText.module.css';
import { visible } from './visible';

/** A name from outside: version, environment, login. Shown as it is; its direction does not reach what stands beside. */
export function Outside({ text }: { readonly text: string }) {
  return <bdi className={styles.text}>{visible(text)}</bdi>;
}
