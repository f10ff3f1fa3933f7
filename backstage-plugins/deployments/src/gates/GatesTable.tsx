import { VisuallyHidden } from '@backstage/ui';
import type { GateResult, LinkedRepository, Release } from '@shipgate/backstage-plugin-deployments-common';
import { ExternalLink } from '../look/ExternalLink';
import { Outside } from '../text/Outside';
import { commitUrl } from '../text/repository-links';
import { visible } from '../text/visible';
import { useWords } from '../words/use-words';
import { GateCell } from './GateCell';
import styles from './Gates.module.css';
import { outcomeLook } from './outcomes';

/** A table of prose: read by columns, one release after the other, or by rows, one gate over the releases. */
export function GatesTable({ gates, releases, repository }: GatesTableProps) {
  const t = useWords();
  const total = releases.reduce((sum, release) => sum + weightOf(release), 0);
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('gates.caption')}</VisuallyHidden>
      </caption>
      <colgroup>
        <col className={styles.gateColumn} />
        {releases.map((release) => (
          <col key={release.commit} style={{ width: `${(100 * weightOf(release)) / total}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('gates.gate')}</th>
          {releases.map((release) => (
            <th scope="col" key={release.commit}>
              <ReleaseHead release={release} repository={repository} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gates.map((gate) => (
          <tr key={gate}>
            <th scope="row" className={styles.gate}>
              <Outside text={gate} />
            </th>
            {releases.map((release) => (
              <td key={release.commit}>
                <p className={styles.version} aria-hidden="true">
                  <Outside text={release.version} />
                </p>
                <GateCell result={resultOf(release, gate)} release={release} repository={repository} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface GatesTableProps {
  readonly gates: readonly GateResult['gate'][];
  readonly releases: readonly Release[];
  readonly repository: LinkedRepository;
}

function ReleaseHead({ release, repository }: { readonly release: Release; readonly repository: LinkedRepository }) {
  const t = useWords();
  const commit = release.commit.slice(0, 7);
  return (
    <>
      <Outside text={release.version} />{' '}
      <span className={styles.quiet}>
        <ExternalLink url={commitUrl(repository, release.commit)} label={t('commitOf', { commit })} isMono>
          {visible(commit)}
        </ExternalLink>
        <span className={styles.runs}>
          {release.runsIn.length === 0
            ? t('gates.runsNowhere')
            : t('gates.runsIn', { environments: <Outside text={release.runsIn.join(', ')} /> })}
        </span>
      </span>
    </>
  );
}

function resultOf(release: Release, gate: GateResult['gate']): GateResult | null {
  return release.gates.find((result) => result.gate === gate) ?? null;
}

/* A release with a reason to read is given twice the room of one without. */
function weightOf(release: Release): number {
  return release.gates.some(({ outcome }) => outcomeLook(outcome).word !== 'pass') ? 2 : 1;
}
