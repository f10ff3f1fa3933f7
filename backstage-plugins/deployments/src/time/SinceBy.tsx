import type { Deployment } from '@shipgate/backstage-plugin-deployments-common';
import { Outside } from '../text/Outside';
import { useWords } from '../words/use-words';
import { Since } from './Since';

/** Since when, and by whom: of what runs, its success; of what is on its way, its newest status. */
export function SinceBy({ deployment }: { readonly deployment: Deployment & { readonly since?: string } }) {
  const t = useWords();
  const since = <Since iso={deployment.since ?? deployment.updatedAt} />;
  if (deployment.by === null) return since;
  return t('sinceBy', { since, login: <Outside text={`@${deployment.by}`} /> });
}
