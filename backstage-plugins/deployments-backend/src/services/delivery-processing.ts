import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DeploymentFacts } from '../github/facts';
import { notAfter } from '../github/facts';
import { readEvent } from '../github/read-event';
import { asError } from '../refusal';
import { deriveState } from '../store/current-state';
import type { Delivery } from '../store/deliveries';
import { beginAttempt, dueDeliveries, endDelivery, keepDelivery, putOffDelivery } from '../store/deliveries';
import { addFacts } from '../store/deployments';
import { lockRepository, rememberName } from '../store/repositories';
import type { DeliveryRow } from '../store/rows';
import type { TellChange } from './changes';

/** A new delivery is taken up at once; the task leaves it alone for so long. */
const HEAD_START_MS = 30_000;
/** After this many attempts (about a day) a delivery is kept as failed. */
const MOST_ATTEMPTS = 15;
const LONGEST_WAIT_MS = 4 * 3_600_000;
/** GitHub's clock may be ahead by so much; a later time would be the newest for good. */
const SKEW_MS = 300_000;
const BATCH = 100;
/** In one run of the task; what is left waits for the next one. */
const MOST_BATCHES = 50;

interface Ports {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly tellChange: TellChange;
}

/** Keeps webhooks and turns them into rows. Order, repetition and several replicas at once do not matter. */
export class DeliveryProcessing {
  private readonly ports: Ports;

  constructor(ports: Ports) {
    this.ports = ports;
  }

  keep(delivery: Delivery) {
    const now = this.ports.now();
    return keepDelivery(this.ports.knex, delivery, now, now + HEAD_START_MS);
  }

  /** Takes up whatever a crash or an error has left. Returns how many. */
  async takeUp(): Promise<number> {
    let taken = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const due = await dueDeliveries(this.ports.knex, this.ports.now(), BATCH);
      for (const { host, guid } of due) await this.process(host, guid);
      taken += due.length;
      if (due.length < BATCH) break;
    }
    return taken;
  }

  /** Never rejects: what goes wrong is kept with the delivery, or left to the next attempt. */
  async process(host: string, guid: string): Promise<void> {
    const { knex, logger, now } = this.ports;
    try {
      const row = await beginAttempt(knex, host, guid, now() + HEAD_START_MS);
      if (row === undefined) return;
      // Only attempts that ended the process were not put off, and this would be the next one.
      if (row.attempts > MOST_ATTEMPTS)
        await endDelivery(knex, row, 'failed', row.note ?? 'attempts ended the process');
      else await this.attempt(row);
    } catch (thrown) {
      logger.error(
        `Delivery ${guid} of ${host} could not be taken up; the next attempt is due in ${HEAD_START_MS} ms`,
        asError(thrown),
      );
    }
  }

  private async attempt(row: DeliveryRow): Promise<void> {
    const { knex, logger, now } = this.ports;
    try {
      const reading = readEvent(row.event, row.body);
      if (reading.kind === 'facts')
        return await this.store(row, notAfter(reading.facts, Number(row.received_at) + SKEW_MS));
      const state = reading.kind === 'not-used' ? 'not-used' : 'failed';
      await endDelivery(knex, row, state, reading.why);
      if (state === 'failed') logger.warn(`Delivery ${row.guid} of ${row.host} cannot be read: ${reading.why}`);
    } catch (thrown) {
      const error = asError(thrown);
      logger.error(`Delivery ${row.guid} of ${row.host} failed in attempt ${row.attempts}`, error);
      await this.putOff(row, error.message, now());
    }
  }

  private async store(row: DeliveryRow, facts: DeploymentFacts): Promise<void> {
    const { knex, now, tellChange } = this.ports;
    const repository = { host: row.host, repo_id: facts.repository.id };
    const isNew = await knex.transaction(async (trx) => {
      await lockRepository(trx, row.host, facts.repository.id, now());
      await rememberName(trx, row.host, facts.repository);
      const added = await addFacts(trx, row.host, facts);
      for (const key of added.environments) await deriveState(trx, repository, key);
      await endDelivery(trx, row, 'processed', null);
      return added.isNew;
    });
    if (isNew) await tellChange({ host: row.host, repositoryId: facts.repository.id });
  }

  private async putOff(row: DeliveryRow, why: string, now: number): Promise<void> {
    const { knex } = this.ports;
    const note = why.slice(0, 2000);
    const wait = Math.min(HEAD_START_MS * 2 ** (row.attempts - 1), LONGEST_WAIT_MS);
    if (row.attempts >= MOST_ATTEMPTS) await endDelivery(knex, row, 'failed', note);
    else await putOffDelivery(knex, row, now + wait, note);
  }
}
