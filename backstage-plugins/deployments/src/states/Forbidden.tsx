import type { Entity } from '@backstage/catalog-model';
import { parseEntityRef, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { deploymentReadPermission } from '@shipgate/backstage-plugin-deployments-common';
import { useEffect, useState } from 'react';
import { Outside } from '../text/Outside';
import { useWords } from '../words/use-words';
import { StatePanel } from './StatePanel';
import styles from './StatePanel.module.css';

/** The reader may not see it: which permission decides, who the reader is, whom to ask. */
export function Forbidden({ entity }: { readonly entity: Entity }) {
  const t = useWords();
  const user = useUserRef();
  const owners = (entity.relations ?? []).filter(({ type }) => type === RELATION_OWNED_BY);
  return (
    <StatePanel
      sign="lock"
      tone="rest"
      isAlert
      title={t('forbidden.title', { entity: <Outside text={entity.metadata.title ?? entity.metadata.name} /> })}
    >
      <p>
        {t('forbidden.text', { permission: <code className={styles.code}>{deploymentReadPermission.name}</code> })}{' '}
        {user !== null &&
          t('forbidden.you', {
            user: (
              <code className={styles.code}>
                <Outside text={user} />
              </code>
            ),
          })}
      </p>
      <p>
        {owners.length === 0
          ? t('forbidden.whoever')
          : t('forbidden.who', {
              owners: <Outside text={owners.map(({ targetRef }) => parseEntityRef(targetRef).name).join(', ')} />,
            })}
      </p>
    </StatePanel>
  );
}

/* Null while it is not known, and where the app has nobody signed in. */
function useUserRef(): string | null {
  const identity = useApi(identityApiRef);
  const [user, setUser] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => isShown && setUser(userEntityRef),
      () => isShown && setUser(null),
    );
    return () => {
      isShown = false;
    };
  }, [identity]);
  return user;
}
