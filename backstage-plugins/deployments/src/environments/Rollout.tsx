import type { Deployment } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { visible } from '../text/visible';
import { weightText } from '../text/weight-text';
import { At } from '../time/Since';
import { useWords } from '../words/use-words';
import { type LogLine, logLines } from './log-lines';
import styles from './Rollout.module.css';

/** How much of the traffic a release has, and what its rollout has said so far, the newest line first. */
export function Rollout({ deployment }: { readonly deployment: Deployment }) {
  const t = useWords();
  const names = { version: visible(deployment.version), environment: visible(deployment.environment) };
  const { open, older } = logLines(deployment.steps);
  return (
    <div className={styles.rollout}>
      {deployment.weight !== null && <Weight percent={deployment.weight} label={t('rollout.weightOf', names)} />}
      {open.length > 0 && <Lines lines={open} label={t('rollout.log', names)} />}
      {older.length > 0 && (
        <Disclosure summary={t('rollout.more', { count: older.length })}>
          <Lines lines={older} label={t('rollout.older', names)} />
        </Disclosure>
      )}
    </div>
  );
}

/** A meter, since a share of the traffic goes up and down: it is no progress. */
function Weight({ percent, label }: { readonly percent: number; readonly label: string }) {
  const t = useWords();
  const text = t('rollout.weight', { weight: weightText(percent, t('locale')) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: no two browsers draw <meter> alike, and none in our colours
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <span className={styles.weight}>{text}</span>
      <span className={styles.track}>
        <span className={styles.share} style={{ inlineSize: `${percent}%` }} />
      </span>
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
      <span className={styles.head}>
        <At iso={at} />
        <span className={styles.word} data-tone={look.tone}>
          <Icon sign={look.sign} /> {t(`state.${look.word}`)}
        </span>
      </span>{' '}
      <MarkedText text={text} />
    </li>
  );
}
