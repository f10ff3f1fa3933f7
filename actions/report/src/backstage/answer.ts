/** What an answer of Backstage means, and what to do about it. Pure. */
import { cut, visible } from '@shipgate/kit/escape';
import { isRecord } from '@shipgate/kit/host';
import type { Judgement } from '@shipgate/kit/retry';
import type { Fault } from '@shipgate/schemas';
import type { PortalAnswer } from '../ports.ts';

/** Taken, or why not and whether to try again. */
export type Reading =
  | { readonly kind: 'taken'; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly fault: Fault; readonly judgement: Judgement };

/** `what` names the verdict for people. */
export function readAnswer(answer: PortalAnswer, what: string): Reading {
  const { status, json, retryAfter } = answer;
  if ((status === 200 || status === 201) && isRecord(json)) return { kind: 'taken', isNew: status === 201 };
  const { title, expected, mend } = meaning(status);
  const fault = { title: `${what} was not taken: ${title}`, expected, got: gotOf(answer), do: mend };
  return { kind: 'refused', fault, judgement: judged(status, retryAfter) };
}

function judged(status: number, retryAfter: number | undefined): Judgement {
  if (status !== 429 && status < 500) return { kind: 'final' };
  return retryAfter === undefined ? { kind: 'again' } : { kind: 'again', waitMs: retryAfter * 1000 };
}

interface Meaning {
  readonly title: string;
  readonly expected: string;
  readonly mend: string;
}

const taken = 'the answer 200 or 201';

/** Keys of the backend's configuration: backstage-plugins/deployments-backend. */
const meanings: Readonly<Record<number, Meaning>> = {
  401: {
    title: 'Backstage does not accept the token of this job',
    expected: 'a token of an issuer and for an audience that the backend knows',
    mend: 'compare the input audience with deployments.github[].oidc.audience of the backend, and its issuer with this GitHub',
  },
  403: {
    title: 'Backstage takes no verdicts of this job',
    expected: 'an owner, repository, workflow, event and ref that the backend allows',
    mend: 'allow it under deployments.github[].oidc of the backend, or send from what is allowed there',
  },
  404: {
    title: 'nothing takes verdicts at this address',
    expected: taken,
    mend: 'compare backstage-url with the address of the backend, and see that its plugin deployments is installed',
  },
  409: {
    title: 'Backstage holds another verdict in its place',
    expected: 'one verdict for each gate, run, attempt, service, environment and folder',
    mend: 'run the workflow anew, and let each gate of a run give one verdict for each of them',
  },
  413: {
    title: 'it is too large for Backstage',
    expected: 'a verdict below the limit of the backend',
    mend: 'let the gate look at less at once',
  },
  422: {
    title: 'Backstage does not understand it, or it is not about this job',
    expected: 'a verdict by the schema of the backend, on what the token names',
    mend: 'use releases of the gate, of report and of the plugin that belong together, and report in the run that gave it',
  },
  429: { title: 'Backstage is asked too often', expected: taken, mend: 'run the job again later' },
};

function meaning(status: number): Meaning {
  const known = meanings[status];
  if (known !== undefined) return known;
  if (status >= 500) {
    return { title: 'Backstage is out of order', expected: taken, mend: 'look into its log, then run the job again' };
  }
  if (status >= 300 && status < 400) {
    const mend = 'give the address at which the backend itself answers: redirects are not followed';
    return { title: 'the address leads elsewhere', expected: taken, mend };
  }
  if (status < 300) {
    const mend = 'compare backstage-url with the address of the backend; a sign-in page may stand before it';
    return { title: 'something else answers at this address', expected: `${taken} with JSON`, mend };
  }
  return {
    title: 'Backstage refuses the request',
    expected: taken,
    mend: 'compare the releases of report and of the plugin',
  };
}

/** The status, and of the body only what Backstage's own errors say: name, message, faults. */
function gotOf({ status, json }: PortalAnswer): string {
  const error = isRecord(json) && isRecord(json['error']) ? json['error'] : {};
  const faults: readonly unknown[] = Array.isArray(error['faults']) ? error['faults'] : [];
  const details = faults.slice(0, 3).map((one) => (isRecord(one) ? words(': ', [one['path'], one['message']]) : ''));
  const said = words('; ', [words(': ', [error['name'], error['message']]), ...details]);
  return said === '' ? String(status) : `${status}, ${cut(visible(said), 400)}`;
}

function words(separator: string, parts: readonly unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(separator);
}
