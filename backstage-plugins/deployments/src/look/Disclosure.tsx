import styles from './Disclosure.module.css';

/** Folded text that the reader may open. The browser's own, so that a search in the page finds what is inside. */
export function Disclosure({
  summary,
  children,
}: {
  readonly summary: React.ReactNode;
  readonly children: React.ReactNode;
}) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
