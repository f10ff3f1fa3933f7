import type { ReasonSummary } from '@shipgate/backstage-plugin-deployments-common';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { useWords } from '../words/use-words';
import styles from './Gates.module.css';

const words = {
  comment: 'reason.allowedComment',
  baseline: 'reason.allowedBaseline',
  override: 'reason.allowedOverride',
} as const;

/** Who lets it be: what the comment, the baseline or two people say, and until when. */
export function Allowed({ allowance }: { readonly allowance: NonNullable<ReasonSummary['allowance']> }) {
  const t = useWords();
  const reason = <MarkedText text={allowance.reason} />;
  return (
    <p className={styles.quiet}>
      {t(words[allowance.by] ?? 'reason.allowedBaseline', { reason })}
      {allowance.expires !== undefined && (
        <>, {t('reason.allowedUntil', { date: <Outside text={allowance.expires} /> })}</>
      )}
    </p>
  );
}
