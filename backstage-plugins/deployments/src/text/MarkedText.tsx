import { Fragment } from 'react';
import styles from './MarkedText.module.css';
import { piecesOf } from './marks';
import { visible } from './visible';

/** Text from outside, shown as text; what stands between backticks is shown as code. */
export function MarkedText({ text }: { readonly text: string }) {
  return (
    <bdi className={styles.text}>
      {piecesOf(visible(text)).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity, and hold no state
        <Fragment key={index}>{piece.isCode ? <code className={styles.code}>{piece.text}</code> : piece.text}</Fragment>
      ))}
    </bdi>
  );
}
