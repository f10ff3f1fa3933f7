import type { Deployment } from '@shipgate/backstage-plugin-deployments-common';
import { visible } from '../text/visible';
import { weightText } from '../text/weight-text';
import { useWords } from '../words/use-words';
import styles from './Weight.module.css';

/** The share of the traffic as number and bar. A meter, since it goes up and down: it is no progress. */
export function Weight({ deployment, percent }: { readonly deployment: Deployment; readonly percent: number }) {
  const t = useWords();
  const text = t('rollout.weight', { weight: weightText(percent, t('locale')) });
  const names = { version: visible(deployment.version), environment: visible(deployment.environment) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no two browsers draw <meter> alike, and none in our colours
    <div
      role="meter"
      aria-label={t('rollout.weightOf', names)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <span>{text}</span>
      <span className={styles.track}>
        <span className={styles.share} style={{ inlineSize: `${percent}%` }} />
      </span>
    </div>
  );
}
