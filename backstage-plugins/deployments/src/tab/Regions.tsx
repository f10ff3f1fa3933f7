import type { EntityDeployments, LinkedRepository } from '@shipgate/backstage-plugin-deployments-common';
import { EnvironmentsRegion } from '../environments/EnvironmentsRegion';
import type { LiveDeployments } from '../feed/use-deployments';
import { GatesRegion } from '../gates/GatesRegion';
import { NowStrip } from '../now/NowStrip';
import { RegionBoundary } from '../states/RegionBoundary';
import { StaleBanner } from '../states/StaleBanner';
import { useWords } from '../words/use-words';
import { Announcer } from './Announcer';
import styles from './DeploymentsTab.module.css';
import { LiveMark } from './LiveMark';

interface RegionsProps {
  readonly data: EntityDeployments;
  readonly repository: LinkedRepository;
  readonly live: LiveDeployments;
}

/** The tab with data: the answer first, then where, then why. */
export function Regions({ data, repository, live }: RegionsProps) {
  const t = useWords();
  const { error, checkedAt, isAsking, refresh } = live;
  const isStale = error !== null;
  return (
    <div className={styles.regions} data-stale={isStale || undefined}>
      <Announcer data={data} isStale={isStale} />
      {isStale && checkedAt !== null && (
        <StaleBanner error={error} checkedAt={checkedAt} isAsking={isAsking} onAgain={refresh} />
      )}
      <RegionBoundary region={t('now.title')}>
        <NowStrip data={data} />
      </RegionBoundary>
      <RegionBoundary region={t('environments.title')}>
        <EnvironmentsRegion
          environments={data.environments}
          repository={repository}
          aside={<LiveMark data={data} repository={repository} live={live} />}
        />
      </RegionBoundary>
      <RegionBoundary region={t('gates.title')}>
        <GatesRegion releases={data.releases} repository={repository} />
      </RegionBoundary>
    </div>
  );
}
