import type { LinkedRepository, SecuritySummary } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { ExternalLink } from '../look/ExternalLink';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { fileUrl, placeText } from '../text/repository-links';
import { visible } from '../text/visible';
import { useWords } from '../words/use-words';
import styles from './Gates.module.css';

interface SuppressedProps {
  readonly security: Pick<SecuritySummary, 'counts' | 'suppressed'>;
  /** The commit that was scanned. */
  readonly commit: string;
  readonly repository: LinkedRepository;
}

/** What is let through: each with who says why, and until when. */
export function Suppressed({ security, commit, repository }: SuppressedProps) {
  const t = useWords();
  const { critical, high, medium, low } = security.counts.suppressed;
  const count = critical + high + medium + low;
  const more = count - security.suppressed.length;
  if (count === 0) return null;
  return (
    <Disclosure summary={t('security.letThrough', { count })}>
      <ul className={styles.proofs}>
        {security.suppressed.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be alike in all, and their order is the verdict's
          <Finding key={index} finding={finding} commit={commit} repository={repository} />
        ))}
      </ul>
      {more > 0 && <p className={styles.quiet}>{t('security.more', { count: more })}</p>}
    </Disclosure>
  );
}

interface FindingProps extends Omit<SuppressedProps, 'security'> {
  readonly finding: SecuritySummary['suppressed'][number];
}

function Finding({ finding, commit, repository }: FindingProps) {
  const t = useWords();
  const { title, severity, id, location, reason, expires } = finding;
  return (
    <li>
      <span className={styles.proofName}>
        <MarkedText text={title} />
      </span>{' '}
      <span className={styles.quiet}>
        {t(`severity.${severity}`)} · <Outside text={id} />
      </span>
      {location !== null && (
        <div className={styles.place}>
          <ExternalLink url={fileUrl(repository, commit, location)} isMono>
            {visible(placeText(location))}
          </ExternalLink>
        </div>
      )}
      <div>
        {reason === null ? t('security.noReason') : <MarkedText text={reason} />}
        {' · '}
        {expires === null ? t('security.noEnd') : t('reason.allowedUntil', { date: <Outside text={expires} /> })}
      </div>
    </li>
  );
}
