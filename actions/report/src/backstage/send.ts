/** Sends verdicts to Backstage, one after the other, each with a token of its own. */
import { cut, visible } from '@shipgate/kit/escape';
import type { Judgement, RetryClock } from '@shipgate/kit/retry';
import { retry } from '@shipgate/kit/retry';
import { messageOf } from '@shipgate/kit/troubles';
import type { Fault } from '@shipgate/schemas';
import type { Delivered } from '../outcome.ts';
import { delivered, joined, troubled } from '../outcome.ts';
import type { Identity, Portal } from '../ports.ts';
import { gotOf, judge, policy } from '../trying.ts';
import type { ReadVerdict } from '../verdicts.ts';
import { readAnswer } from './answer.ts';

export interface Sending {
  readonly portal: Portal;
  readonly identity: Identity;
  readonly audience: string;
  readonly clock: RetryClock;
}

/** A refusal of one keeps no other from being sent. */
export async function sendVerdicts(verdicts: readonly ReadVerdict[], sending: Sending): Promise<Delivered> {
  const parts: Delivered[] = [];
  for (const verdict of verdicts) parts.push(await sendOne(verdict, sending));
  return joined(parts);
}

async function sendOne(
  { file, body }: ReadVerdict,
  { portal, identity, audience, clock }: Sending,
): Promise<Delivered> {
  let token: string;
  try {
    token = await identity.token(audience);
  } catch (error) {
    return troubled(noToken(file.shown, error));
  }
  // Every try has the same token and the same text: a try that came through without our knowing changes nothing.
  const attempt = async () => {
    const reading = readAnswer(await portal.post(body, token), file.shown);
    if (reading.kind === 'refused') throw new NotTaken(reading.fault, reading.judgement);
    return reading;
  };
  try {
    const { isNew } = await retry(attempt, judgeSending, policy, clock);
    return delivered({ way: 'backstage', file: file.shown, state: isNew ? 'sent' : 'was-there' });
  } catch (error) {
    return troubled(error instanceof NotTaken ? error.fault : unreached(file.shown, error));
  }
}

/** Backstage answered, and did not take it. */
class NotTaken extends Error {
  readonly fault: Fault;
  readonly judgement: Judgement;
  constructor(fault: Fault, judgement: Judgement) {
    super(fault.title);
    this.fault = fault;
    this.judgement = judgement;
  }
}

function judgeSending(error: unknown): Judgement {
  return error instanceof NotTaken ? error.judgement : judge(error);
}

function unreached(file: string, error: unknown): Fault {
  return {
    title: `${file} was not taken: Backstage does not answer`,
    expected: 'an answer',
    got: `${gotOf(error)}, ${policy.attempts} times`,
    do: 'compare backstage-url with the address of the backend, and see that this runner reaches it',
  };
}

function noToken(file: string, error: unknown): Fault {
  return {
    title: `${file} was not sent: GitHub gave no OIDC token`,
    expected: 'a token that says which job this is',
    got: cut(visible(messageOf(error)), 300),
    do: 'run the job again; it needs "id-token: write"',
  };
}
