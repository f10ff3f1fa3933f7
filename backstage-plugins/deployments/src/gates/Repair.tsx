import { Button } from '@backstage/ui';
import { useState } from 'react';
import { Disclosure } from '../look/Disclosure';
import { visible } from '../text/visible';
import { useWords } from '../words/use-words';
import styles from './Gates.module.css';

/** Longer ones are folded, so that they do not hide what comes after. */
const MOST_LINES = 8;

/** What can be pasted, with a button that copies it: exactly what is shown, so that nothing hidden reaches a terminal. */
export function Repair({ text }: { readonly text: string }) {
  const t = useWords();
  const shown = visible(text).trimEnd();
  const count = shown.split('\n').length;
  const block = (
    <pre>
      <code>{shown}</code>
    </pre>
  );
  return (
    <div className={styles.repair}>
      {count > MOST_LINES ? <Disclosure summary={t('reason.repair', { count })}>{block}</Disclosure> : block}
      <CopyButton text={shown} />
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const t = useWords();
  const [word, setWord] = useState<'copy' | 'copied' | 'notCopied'>('copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setWord('copied');
    } catch {
      // Refused by the reader or the browser, or a page without https, where there is no clipboard.
      setWord('notCopied');
    }
  };
  return (
    <Button size="small" variant="tertiary" className={styles.small} onPress={copy}>
      {t(`reason.${word}`)}
    </Button>
  );
}
