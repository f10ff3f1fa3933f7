import type { Request } from 'express';
import type { Settings } from '../config/settings';
import { signingHost } from '../github/signature';
import { Refusal } from '../refusal';
import { sha256 } from '../services/body-hash';
import type { DeliveryProcessing } from '../services/delivery-processing';
import type { Turns } from '../services/turns';
import type { AuditedWork } from './audit';
import { readJsonBytes } from './body';

interface Ports {
  readonly settings: Settings;
  readonly deliveries: DeliveryProcessing;
  readonly turns: Turns;
}

/** POST /webhooks/github: keeps a signed delivery, answers, and only then reads it. */
export function receiveWebhook({ settings, deliveries, turns }: Ports): AuditedWork {
  return async (request, response, notes) => {
    const guid = header(request, 'x-github-delivery', /^[\x21-\x7e]{1,100}$/);
    const event = header(request, 'x-github-event', /^[a-z0-9_]{1,100}$/);
    Object.assign(notes, { guid, event });
    const bytes = await readJsonBytes(request, response);
    const named = request.get('x-github-enterprise-host');
    const host = signingHost(bytes, request.get('x-hub-signature-256'), settings.hosts, named);
    notes['host'] = host;
    const body = bytes.toString('utf8').replaceAll('\0', '\uFFFD');
    const arrival = await deliveries.keep({ host, guid, event, body, bodyHash: sha256(bytes) });
    if (arrival.kind === 'other-body') {
      throw new Refusal(
        409,
        'delivery-reused',
        'expected: a delivery id for each body; got: one that came with another body',
      );
    }
    notes['arrival'] = arrival.kind;
    const isNew = arrival.kind === 'new';
    if (isNew) turns.add(() => deliveries.process(host, arrival.guid));
    response.status(isNew ? 202 : 200).json({ delivery: guid, arrival: arrival.kind });
  };
}

function header(request: Request, name: string, shape: RegExp): string {
  const value = request.get(name);
  if (value !== undefined && shape.test(value)) return value;
  const got = value === undefined ? 'none' : 'another text';
  throw new Refusal(400, `header-${name}`, `expected: the header ${name} as GitHub sends it; got: ${got}`);
}
