import { Icon, type Sign } from './icons';
import styles from './Tag.module.css';
import type { Tone } from './tone';

/** A state as word, shape and colour. */
export function Tag({ tone, sign, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {sign !== undefined && <Icon sign={sign} />}
      <span>{children}</span>
    </span>
  );
}

export interface TagProps {
  readonly tone: Tone;
  readonly sign?: Sign;
  readonly children: React.ReactNode;
}
