import type { EnvironmentState, LinkedRepository } from '@shipgate/backstage-plugin-deployments-common';
import { Nothing, Region } from '../look/Region';
import { useWords } from '../words/use-words';
import { EnvironmentCard } from './EnvironmentCard';
import styles from './Environments.module.css';
import { followed } from './followed';
import { RolloutLog } from './RolloutLog';

/** More stand below each other, as on a narrow page. */
const MOST_SIDE_BY_SIDE = 6;

/** Where is which code, since when, by whom: one card per environment, in the order of the pipeline. */
export function EnvironmentsRegion({ environments, repository, aside }: EnvironmentsRegionProps) {
  const t = useWords();
  return (
    <Region title={t('environments.title')} aside={aside}>
      {environments.length === 0 ? (
        <Nothing title={t('environments.empty')} hint={t('environments.emptyHint')} />
      ) : (
        <>
          <ol className={styles.lane} data-rows={environments.length > MOST_SIDE_BY_SIDE || undefined}>
            {environments.map((environment) => (
              <EnvironmentCard key={environment.name} environment={environment} repository={repository} />
            ))}
          </ol>
          {environments.map((environment) => {
            const deployment = followed(environment);
            return deployment === null ? null : <RolloutLog key={environment.name} deployment={deployment} />;
          })}
        </>
      )}
    </Region>
  );
}

export interface EnvironmentsRegionProps {
  readonly environments: readonly EnvironmentState[];
  readonly repository: LinkedRepository;
  readonly aside: React.ReactNode;
}
