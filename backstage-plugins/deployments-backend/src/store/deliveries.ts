import type { Knex } from 'knex';
import type { DeliveryRow } from './rows';

/** A webhook whose signature is good. */
export interface Delivery {
  readonly host: string;
  readonly guid: string;
  readonly event: string;
  readonly body: string;
  /** SHA-256 of the bytes, hex. */
  readonly bodyHash: string;
}

export interface Arrival {
  readonly kind: 'new' | 'known' | 'other-body';
  /** Under which the body is kept. */
  readonly guid: string;
}

/**
 * Keeps a delivery, to be taken up at once, or after `tryAfter` by whoever comes by then. One that is known and gave nothing,
 * since it failed or came under another event (the signature covers the body alone), is new again.
 */
export async function keepDelivery(knex: Knex, delivery: Delivery, now: number, tryAfter: number): Promise<Arrival> {
  const { host, guid, event, body, bodyHash } = delivery;
  const row = { host, guid, event, body, body_hash: bodyHash, received_at: now, try_after: tryAfter, attempts: 0 };
  const added = await knex<DeliveryRow>('delivery')
    .insert({ ...row, state: 'pending', note: null })
    .onConflict()
    .ignore()
    .returning('guid');
  if (added.length > 0) return { kind: 'new', guid };
  const same = await knex<DeliveryRow>('delivery').where({ host, guid }).first('body_hash');
  if (same !== undefined && same.body_hash !== bodyHash) return { kind: 'other-body', guid };
  const revived = await knex<DeliveryRow>('delivery')
    .where({ host, body_hash: bodyHash })
    .andWhere((was) =>
      was.where({ state: 'failed' }).orWhere((other) => other.where({ state: 'not-used' }).whereNot({ event })),
    )
    .update({ state: 'pending', event, attempts: 0, try_after: tryAfter, note: null })
    .returning('guid');
  return revived[0] === undefined ? { kind: 'known', guid } : { kind: 'new', guid: revived[0].guid };
}

/** Counts an attempt before it is made, so that one which ends the process is counted too. Undefined: nothing to do. */
export async function beginAttempt(knex: Knex, host: string, guid: string, tryAfter: number) {
  const [row] = await knex<DeliveryRow>('delivery')
    .where({ host, guid, state: 'pending' })
    .update({ try_after: tryAfter, attempts: knex.raw('attempts + 1') })
    .returning('*');
  return row;
}

type Ending = Exclude<DeliveryRow['state'], 'pending'>;

/** Ends the work on a delivery, in the transaction that adds what it says. `note` says why it gave no rows. */
export async function endDelivery(db: Knex, { host, guid }: DeliveryRow, state: Ending, note: string | null) {
  await db<DeliveryRow>('delivery').where({ host, guid, state: 'pending' }).update({ state, note });
}

/** Leaves a delivery to the next attempt. */
export async function putOffDelivery(db: Knex, { host, guid }: DeliveryRow, tryAfter: number, note: string) {
  await db<DeliveryRow>('delivery').where({ host, guid, state: 'pending' }).update({ try_after: tryAfter, note });
}

/** The next ones whose time has come, the oldest first. */
export function dueDeliveries(knex: Knex, now: number, most: number): Promise<Pick<DeliveryRow, 'host' | 'guid'>[]> {
  return knex<DeliveryRow>('delivery')
    .where({ state: 'pending' })
    .andWhere('try_after', '<=', now)
    .orderBy('received_at')
    .limit(most)
    .select('host', 'guid');
}

/** Removes what came in before `before` and is done with. Returns how many. */
export function removeDeliveries(knex: Knex, before: number): Promise<number> {
  return knex<DeliveryRow>('delivery').where('received_at', '<', before).whereNot({ state: 'pending' }).delete();
}
