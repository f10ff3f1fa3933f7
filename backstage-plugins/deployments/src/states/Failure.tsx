import { Button } from '@backstage/ui';
import type { DeploymentsError } from '@shipgate/backstage-plugin-deployments-common';
import { POLL_FAST } from '../feed/cadence';
import { Icon } from '../look/icons';
import { visible } from '../text/visible';
import { saySeconds } from '../time/say-length';
import { useWords, type Words } from '../words/use-words';
import { Acts, StatePanel } from './StatePanel';
import styles from './StatePanel.module.css';

interface FailureProps {
  readonly error: DeploymentsError;
  readonly isAsking: boolean;
  readonly onAgain: () => void;
}

/** Nothing could be loaded so far: the cause, what happens by itself, and what finds the request in the log. */
export function Failure({ error, isAsking, onAgain }: FailureProps) {
  const t = useWords();
  return (
    <StatePanel sign="octagon" tone="stop" isAlert title={t('failure.title')}>
      <p>{causeText(error, t)}</p>
      <Acts>
        <AgainButton isAsking={isAsking} onAgain={onAgain} variant="primary" />
      </Acts>
      <p className={styles.small}>
        {t('failure.byItself', { period: saySeconds(POLL_FAST, t) })}
        {error.requestId !== null && ` ${t('failure.request', { id: visible(error.requestId) })}`}
      </p>
    </StatePanel>
  );
}

/** The cause in one sentence: what the backend said, or that it said nothing. */
export function causeText(error: DeploymentsError, t: Words): string {
  const cause = visible(error.message).replace(/\.$/, '');
  if (error.status === 0) return t('failure.silent', { cause });
  const status = error.reason === null ? String(error.status) : `${error.status} ${visible(error.reason)}`;
  return t('failure.answered', { status, cause });
}

/** Stays enabled while it asks, so that it keeps the focus. */
export function AgainButton({
  isAsking,
  onAgain,
  variant,
}: Omit<FailureProps, 'error'> & { readonly variant: 'primary' | 'secondary' }) {
  const t = useWords();
  return (
    <Button size="small" variant={variant} iconStart={<Icon sign="again" />} onPress={onAgain}>
      {isAsking ? t('failure.asking') : t('failure.again')}
    </Button>
  );
}
