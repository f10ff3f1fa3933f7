import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import type { LinkedRepository } from '@shipgate/backstage-plugin-deployments-common';
import { useEffect, useState } from 'react';
import { ExternalLink } from '../look/ExternalLink';
import { Outside } from '../text/Outside';
import { useWords } from '../words/use-words';
import { Guide } from './Guide';
import { StatePanel } from './StatePanel';
import styles from './StatePanel.module.css';

/** The repository is linked, and nothing of it has come in: what has to be set up so that something does. */
export function NothingYet({ repository }: { readonly repository: LinkedRepository }) {
  const t = useWords();
  const webhook = useWebhookUrl();
  return (
    <StatePanel
      sign="ship"
      tone="motion"
      title={t('nothingYet.title', {
        repository: (
          <ExternalLink url={repository.url}>
            <Outside text={repository.slug} />
          </ExternalLink>
        ),
      })}
    >
      <p>{t('nothingYet.text')}</p>
      <ol>
        <li>
          {t('nothingYet.webhook')} {webhook !== null && <code className={styles.code}>{webhook}</code>}
        </li>
        <li>{t('nothingYet.report')}</li>
      </ol>
      <Guide />
    </StatePanel>
  );
}

/* Null while it is not known; the guide names it too. */
function useWebhookUrl(): string | null {
  const discovery = useApi(discoveryApiRef);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    discovery.getBaseUrl('deployments').then(
      (base) => isShown && setUrl(`${base}/webhooks/github`),
      () => isShown && setUrl(null),
    );
    return () => {
      isShown = false;
    };
  }, [discovery]);
  return url;
}
