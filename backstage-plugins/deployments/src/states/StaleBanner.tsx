import { Alert } from '@backstage/ui';
import type { DeploymentsError } from '@shipgate/backstage-plugin-deployments-common';
import { Icon } from '../look/icons';
import { clockText, lengthOf } from '../time/moment';
import { sayLength } from '../time/say-length';
import { useNow } from '../time/use-now';
import { useWords } from '../words/use-words';
import { AgainButton, causeText } from './Failure';

interface StaleBannerProps {
  readonly error: DeploymentsError;
  /** Milliseconds since 1970 of the last good answer. */
  readonly checkedAt: number;
  readonly isAsking: boolean;
  readonly onAgain: () => void;
}

/** The last good data stays, and this says how old it is and why. */
export function StaleBanner({ error, checkedAt, isAsking, onAgain }: StaleBannerProps) {
  const t = useWords();
  const time = clockText(checkedAt, t('locale'));
  const age = lengthOf(useNow() - checkedAt);
  return (
    <Alert
      status="warning"
      icon={<Icon sign="triangle" />}
      title={age === null ? t('stale.titleNow', { time }) : t('stale.title', { time, age: sayLength(age, t) })}
      description={`${causeText(error, t)} ${t('stale.text')}`}
      customActions={<AgainButton isAsking={isAsking} onAgain={onAgain} variant="secondary" />}
    />
  );
}
