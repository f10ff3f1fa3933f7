import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { deploymentsApiRef } from '../api';
import { DeploymentsFeed, type FeedState, type Page } from './feed';

const page: Page = {
  isVisible: () => document.visibilityState !== 'hidden',
  onChange: (listener) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

export interface LiveDeployments extends FeedState {
  /** Asks now. */
  readonly refresh: () => void;
}

/**
 * One entity's deployments, kept fresh while the component is shown. Subscribes to the signals itself: `useSignal`
 * keeps only the last message of a burst, and ours may not be the last.
 */
export function useDeployments(entityRef: string): LiveDeployments {
  const api = useApi(deploymentsApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const feed = useMemo(
    () => new DeploymentsFeed({ load: () => api.entity(entityRef), signals, page, now: Date.now }),
    [api, entityRef, signals],
  );
  useEffect(() => feed.start(), [feed]);
  const state = useSyncExternalStore(feed.subscribe, feed.state);
  return { ...state, refresh: feed.refresh };
}
