import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { DeploymentsSignal } from '@shipgate/backstage-plugin-deployments-common';
import { DEPLOYMENTS_SIGNAL } from '@shipgate/backstage-plugin-deployments-common';
import { asError } from '../refusal';

/** Says that something of a repository has changed. Never rejects: who misses it sees the change by polling. */
export type TellChange = (change: DeploymentsSignal) => Promise<void>;

export function tellBySignal(signals: SignalsService, logger: LoggerService): TellChange {
  return async (message) => {
    try {
      await signals.publish({ recipients: { type: 'broadcast' }, channel: DEPLOYMENTS_SIGNAL, message });
    } catch (error) {
      logger.warn('A change is stored, but no signal of it could be sent', asError(error));
    }
  };
}
