import type { GateResult, LinkedRepository, Release } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { ExternalLink } from '../look/ExternalLink';
import { Tag } from '../look/Tag';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { At } from '../time/Since';
import { useWords } from '../words/use-words';
import { Checklist } from './Checklist';
import styles from './Gates.module.css';
import { outcomeLook } from './outcomes';
import { Proofs } from './Proofs';
import { ReasonDetails } from './ReasonDetails';
import { Security } from './Security';

interface GateCellProps {
  /** Null: the gate has not judged the release. */
  readonly result: GateResult | null;
  readonly release: Release;
  readonly repository: LinkedRepository;
}

/** What one gate says of one release: the outcome, the finding, the worst reason in full, the rest one click away. */
export function GateCell({ result, release, repository }: GateCellProps) {
  const t = useWords();
  if (result === null) return <p className={styles.none}>{t('outcome.none')}</p>;
  const look = outcomeLook(result.outcome);
  return (
    <div className={styles.cell}>
      <div className={styles.outcome}>
        <Tag tone={result.isGating || look.word !== 'pass' ? look.tone : 'rest'} sign={look.sign}>
          {t(`outcome.${look.word}`)}
        </Tag>
        <span className={styles.quiet}>
          {result.environment !== null && (
            <>
              {t('gates.about', { environment: <Outside text={result.environment} /> })}
              {' · '}
            </>
          )}
          <At iso={result.finishedAt} />
          {' · '}
          <ExternalLink url={result.run.url} label={t('gates.runOf', { gate: result.gate, version: release.version })}>
            {t('run')}
          </ExternalLink>
        </span>
      </div>
      {!result.isGating && <p className={styles.notGating}>{t('gates.notGating')}</p>}
      <p className={styles.headline}>
        <MarkedText text={result.headline} />
      </p>
      <Reasons result={result} release={release} repository={repository} />
      {result.checklist !== undefined && <Checklist checklist={result.checklist} />}
      {result.security !== undefined && (
        <Security security={result.security} commit={release.commit} repository={repository} />
      )}
      <Proofs proofs={result.proofs} />
    </div>
  );
}

/* What a pass has to say besides is folded: quiet is plain. */
function Reasons({
  result,
  release,
  repository,
}: {
  readonly result: GateResult;
  readonly release: Release;
  readonly repository: LinkedRepository;
}) {
  const t = useWords();
  const isPass = outcomeLook(result.outcome).word === 'pass';
  const open = isPass ? [] : result.reasons.slice(0, 1);
  const folded = result.reasons.slice(open.length);
  const count = folded.length;
  const details = (reason: GateResult['reasons'][number], index: number) => (
    // The place is the key: two reasons may be alike in all, and their order is the verdict's.
    <ReasonDetails key={index} reason={reason} commit={release.commit} repository={repository} />
  );
  return (
    <>
      {open.map(details)}
      {count > 0 && (
        <Disclosure summary={isPass ? t('gates.reasons', { count }) : t('gates.moreReasons', { count })}>
          {folded.map(details)}
        </Disclosure>
      )}
    </>
  );
}
