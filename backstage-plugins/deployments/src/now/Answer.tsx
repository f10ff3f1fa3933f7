import styles from './NowStrip.module.css';

/** One question of the strip with its answer. */
export function Answer({ question, tag, answer, hint }: AnswerProps) {
  return (
    <div className={styles.answer}>
      <h2 className={styles.question}>
        {question} {tag}
      </h2>
      <p className={styles.main}>{answer}</p>
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}

export interface AnswerProps {
  readonly question: string;
  readonly tag?: React.ReactNode;
  readonly answer: React.ReactNode;
  readonly hint: React.ReactNode;
}
