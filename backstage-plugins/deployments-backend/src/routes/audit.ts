import { randomUUID } from 'node:crypto';
import type { AuditorService, AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import { asError, reasonOf } from '../refusal';

/** What the record of a request holds beside Backstage's own fields. */
export type AuditNotes = Record<string, string | number | boolean | null>;

/** Serves a request and notes what it learns of it in `notes`. */
export type AuditedWork = (request: Request, response: Response, notes: AuditNotes) => Promise<void>;

export interface AuditEvent {
  readonly eventId: string;
  readonly severityLevel: AuditorServiceCreateEventOptions['severityLevel'];
  /** False: the caller is nobody whom Backstage knows, and its auditor would reject the token that it cannot read. */
  readonly isBackstageCaller: boolean;
}

/** Wraps a route so that every request leaves one audit event, which ends as succeeded or as failed with its reason. */
export function audited(auditor: AuditorService, event: AuditEvent, work: AuditedWork) {
  return async (request: Request, response: Response): Promise<void> => {
    const { eventId, severityLevel, isBackstageCaller } = event;
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    const notes: AuditNotes = { requestId, ...(isBackstageCaller ? {} : callerOf(request)) };
    const record = await auditor.createEvent({
      eventId,
      ...(severityLevel === undefined ? {} : { severityLevel }),
      ...(isBackstageCaller ? { request } : {}),
      meta: { ...notes },
    });
    try {
      await work(request, response, notes);
    } catch (thrown) {
      const error = asError(thrown);
      await record.fail({ error, meta: { ...notes, reason: reasonOf(error) } });
      throw error;
    }
    await record.success({ meta: { ...notes } });
  };
}

/** By which people find a request in the record: what a proxy in front of Backstage calls it, or a name of our own. */
function requestIdOf(request: Request): string {
  const given = request.get('x-request-id');
  return given !== undefined && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}

function callerOf(request: Request): AuditNotes {
  return {
    ip: request.ip ?? null,
    userAgent: request.get('user-agent')?.slice(0, 200) ?? null,
    method: request.method,
    url: request.originalUrl.slice(0, 500),
  };
}
