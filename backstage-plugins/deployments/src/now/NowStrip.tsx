import { Box } from '@backstage/ui';
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import { useWords } from '../words/use-words';
import { GoingOn } from './GoingOn';
import { InProduction } from './InProduction';
import { NewestRelease } from './NewestRelease';
import styles from './NowStrip.module.css';

/** What is in production, is something going on, does a gate stop the newest release: answered at a glance. */
export function NowStrip({ data }: { readonly data: EntityDeployments }) {
  const t = useWords();
  return (
    <Box as="section" bg="neutral" className={styles.strip} aria-label={t('now.title')}>
      <InProduction environments={data.environments} />
      <GoingOn environments={data.environments} />
      <NewestRelease release={data.releases[0] ?? null} />
    </Box>
  );
}
