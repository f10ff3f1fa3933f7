import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Settings } from '../config/settings';
import { removeDeliveries } from '../store/deliveries';
import { removeTokenUses } from '../store/verdicts';
import type { DeliveryProcessing } from './delivery-processing';

const DAY_MS = 86_400_000;
/** Longer than any skew of clocks: a token counts as expired only when no replica would still take it. */
const TOKEN_GRACE_MS = 3_600_000;

interface Ports {
  readonly scheduler: SchedulerService;
  readonly knex: Knex;
  readonly deliveries: DeliveryProcessing;
  readonly settings: Settings;
  readonly now: () => number;
}

/** What is done again and again, by one replica at a time. */
export async function scheduleTasks({ scheduler, knex, deliveries, settings, now }: Ports): Promise<void> {
  await scheduler.scheduleTask({
    id: 'take-up-deliveries',
    frequency: { seconds: 30 },
    timeout: { minutes: 10 },
    fn: async () => {
      await deliveries.takeUp();
    },
  });
  await scheduler.scheduleTask({
    id: 'remove-what-is-old',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    fn: async () => {
      await removeDeliveries(knex, now() - settings.deliveryDays * DAY_MS);
      await removeTokenUses(knex, now() - TOKEN_GRACE_MS);
    },
  });
}
