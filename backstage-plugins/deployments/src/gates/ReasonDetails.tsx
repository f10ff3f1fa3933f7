import type { LinkedRepository, ReasonSummary } from '@shipgate/backstage-plugin-deployments-common';
import { ExternalLink } from '../look/ExternalLink';
import { httpUrl } from '../text/http-url';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { fileUrl, placeText } from '../text/repository-links';
import { visible } from '../text/visible';
import { useWords } from '../words/use-words';
import { Allowed } from './Allowed';
import styles from './Gates.module.css';
import { Repair } from './Repair';
import { reasonLook } from './reason-look';

interface ReasonDetailsProps {
  readonly reason: ReasonSummary;
  /** The commit that was judged: its files are what the reason speaks of. */
  readonly commit: string;
  readonly repository: LinkedRepository;
}

/** One reason in full: what, where, what it hurts, how to mend it, and the repair to paste. */
export function ReasonDetails({ reason, commit, repository }: ReasonDetailsProps) {
  const t = useWords();
  const look = reasonLook(reason);
  return (
    <div className={styles.reason} data-tone={look.tone}>
      <h3 className={styles.reasonTitle}>
        <span className={styles.severity}>{t(`reason.${look.word}`)}</span> <MarkedText text={reason.title} />
      </h3>
      {reason.location !== undefined && (
        <p className={styles.place}>
          <ExternalLink url={fileUrl(repository, commit, reason.location)} isMono>
            {visible(placeText(reason.location))}
          </ExternalLink>
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={t('reason.seen')} text={reason.seen} />
        <Fact name={t('reason.hurts')} text={reason.hurts} />
        <Fact name={t('reason.mend')} text={reason.mend} />
      </dl>
      {reason.repair !== undefined && <Repair text={reason.repair.text} />}
      {reason.allowance !== undefined && <Allowed allowance={reason.allowance} />}
      <p className={styles.quiet}>
        {httpUrl(reason.docs) === null ? (
          <code>
            <Outside text={reason.code} />
          </code>
        ) : (
          <ExternalLink url={reason.docs}>{t('reason.page', { code: visible(reason.code) })}</ExternalLink>
        )}
      </p>
    </div>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <MarkedText text={text} />
      </dd>
    </>
  );
}
