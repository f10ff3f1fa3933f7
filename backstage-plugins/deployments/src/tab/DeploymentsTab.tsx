import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { type LiveDeployments, useDeployments } from '../feed/use-deployments';
import tokens from '../look/tokens.module.css';
import { Failure } from '../states/Failure';
import { Forbidden } from '../states/Forbidden';
import { Loading } from '../states/Loading';
import { NothingYet } from '../states/NothingYet';
import { NotLinked } from '../states/NotLinked';
import styles from './DeploymentsTab.module.css';
import { Regions } from './Regions';

/** The entity tab "Deployments": what runs where, and which gate said what. */
export function DeploymentsTab() {
  const { entity } = useEntity();
  const live = useDeployments(stringifyEntityRef(entity));
  return (
    <div className={tokens.tokens}>
      <div className={styles.tab}>
        <Body entity={entity} live={live} />
      </div>
    </div>
  );
}

function Body({ entity, live }: { readonly entity: Entity; readonly live: LiveDeployments }) {
  const { data, error } = live;
  if (data === null) {
    if (error === null) return <Loading />;
    if (error.status === 403) return <Forbidden entity={entity} />;
    return <Failure error={error} isAsking={live.isAsking} onAgain={live.refresh} />;
  }
  if (data.repository === null) return <NotLinked entity={entity} />;
  if (data.environments.length === 0 && data.releases.length === 0) return <NothingYet repository={data.repository} />;
  return <Regions data={data} repository={data.repository} live={live} />;
}
