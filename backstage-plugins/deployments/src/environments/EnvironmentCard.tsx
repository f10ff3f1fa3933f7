import { Box, VisuallyHidden } from '@backstage/ui';
import type {
  CurrentDeployment,
  Deployment,
  EnvironmentState,
  LinkedRepository,
} from '@shipgate/backstage-plugin-deployments-common';
import { ExternalLink } from '../look/ExternalLink';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { commitUrl } from '../text/repository-links';
import { visible } from '../text/visible';
import { Since } from '../time/Since';
import { useWords } from '../words/use-words';
import styles from './Environments.module.css';
import { followed } from './followed';
import { comingLook, runningLook } from './states';
import { Weight } from './Weight';

interface EnvironmentCardProps {
  readonly environment: EnvironmentState;
  readonly repository: LinkedRepository;
}

/** One environment: what runs there, and one line for what is newer. */
export function EnvironmentCard({ environment, repository }: EnvironmentCardProps) {
  const t = useWords();
  const { name, isProduction, current, latest } = environment;
  const log = followed(environment);
  // What runs can have gone wrong after its success: a soak that ends in a rollback does that.
  const shown = latest ?? log;
  return (
    <Box as="li" bg="neutral" className={styles.card} data-production={isProduction || undefined}>
      <h3 className={styles.name}>
        <Outside text={name} />
      </h3>
      {isProduction && <VisuallyHidden>{t('environments.production')}</VisuallyHidden>}
      {current === null ? (
        <p className={styles.empty}>{t('environments.notDeployed')}</p>
      ) : (
        <Running deployment={current} repository={repository} />
      )}
      {shown !== null && <Coming deployment={shown} isLogged={log !== null} />}
    </Box>
  );
}

function Running({
  deployment,
  repository,
}: {
  readonly deployment: CurrentDeployment;
  readonly repository: LinkedRepository;
}) {
  const t = useWords();
  const look = runningLook(deployment.state);
  const commit = deployment.commit.slice(0, 7);
  return (
    <>
      <p className={styles.version}>
        <Outside text={deployment.version} />
      </p>
      <p className={styles.state}>
        <ExternalLink url={commitUrl(repository, deployment.commit)} label={t('commitOf', { commit })} isMono>
          {visible(commit)}
        </ExternalLink>
        <span className={styles.word} data-tone={look.tone}>
          <Icon sign={look.sign} /> {t(`state.${look.word}`)}
        </span>
      </p>
      <p className={styles.since}>
        <Since iso={deployment.since} />
        {deployment.by !== null && <span>{t('by', { login: <Outside text={`@${deployment.by}`} /> })}</span>}
      </p>
      <Links deployment={deployment} />
    </>
  );
}

function Links({ deployment }: { readonly deployment: Deployment }) {
  const t = useWords();
  const { version, environment, runUrl, environmentUrl } = deployment;
  if (runUrl === null && environmentUrl === null) return null;
  return (
    <p className={styles.links}>
      {runUrl !== null && (
        <ExternalLink url={runUrl} label={t('runOf', { version, environment })}>
          {t('run')}
        </ExternalLink>
      )}
      {environmentUrl !== null && (
        <ExternalLink url={environmentUrl} label={t('openEnvironmentOf', { environment })}>
          {t('openEnvironment')}
        </ExternalLink>
      )}
    </p>
  );
}

/** `isLogged`: its words stand below the cards, where there is room for them. */
function Coming({ deployment, isLogged }: { readonly deployment: Deployment; readonly isLogged: boolean }) {
  const t = useWords();
  const look = comingLook(deployment.state);
  if (look === null) return null;
  const { version, environment, runUrl } = deployment;
  const state = t(`state.${look.word}`);
  return (
    <div className={styles.coming} data-tone={look.tone}>
      <p className={styles.comingWords}>
        <Icon sign={look.sign} /> {t('environments.coming', { version: <Outside text={version} />, state })}
      </p>
      {isLogged && deployment.weight !== null && <Weight deployment={deployment} percent={deployment.weight} />}
      {!isLogged && deployment.description !== null && (
        <p className={styles.comingHint}>
          <MarkedText text={deployment.description} />
        </p>
      )}
      <p className={styles.comingHint}>
        <Since iso={deployment.updatedAt} />
        {runUrl !== null && (
          <>
            {' · '}
            <ExternalLink url={runUrl} label={t('runOf', { version, environment })}>
              {t('run')}
            </ExternalLink>
          </>
        )}
      </p>
    </div>
  );
}
