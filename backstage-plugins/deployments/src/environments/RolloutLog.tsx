import type { Deployment } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { visible } from '../text/visible';
import { At } from '../time/Since';
import { useWords } from '../words/use-words';
import { type LogLine, logLines } from './log-lines';
import styles from './RolloutLog.module.css';

/** What a rollout has said so far, the newest line first. */
export function RolloutLog({ deployment }: { readonly deployment: Deployment }) {
  const t = useWords();
  const { version, environment, steps } = deployment;
  const names = { version: visible(version), environment: visible(environment) };
  const { open, older } = logLines(steps);
  if (open.length === 0) return null;
  return (
    <div className={styles.log}>
      <h3 className={styles.title}>
        {t('rollout.title', { version: <Outside text={version} />, environment: <Outside text={environment} /> })}
      </h3>
      <Lines lines={open} label={t('rollout.log', names)} />
      {older.length > 0 && (
        <Disclosure summary={t('rollout.more', { count: older.length })}>
          <Lines lines={older} label={t('rollout.older', names)} />
        </Disclosure>
      )}
    </div>
  );
}

function Lines({ lines, label }: { readonly lines: readonly LogLine[]; readonly label: string }) {
  return (
    <ol className={styles.lines} aria-label={label}>
      {lines.map((line) => (
        <Line key={line.place} line={line} />
      ))}
    </ol>
  );
}

function Line({ line: { at, look, text } }: { readonly line: LogLine }) {
  const t = useWords();
  return (
    <li className={styles.line}>
      <span className={styles.time}>
        <At iso={at} />
      </span>{' '}
      <span className={styles.word} data-tone={look.tone}>
        <Icon sign={look.sign} /> {t(`state.${look.word}`)}
      </span>{' '}
      <span className={styles.text}>
        <MarkedText text={text} />
      </span>
    </li>
  );
}
