import type { DeploymentFacts, DeploymentTelling, RunTelling, StatusFact } from './facts';
import type { Fields } from './json-fields';
import { fieldsOf, idOf, textOf, timeOf, urlOf } from './json-fields';

/** What a delivery turns out to be. */
export type Reading =
  | { readonly kind: 'facts'; readonly facts: DeploymentFacts }
  | { readonly kind: 'not-used'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };

const USED = ['deployment', 'deployment_status'];
const NAME = 255;
const REF = 1000;

/**
 * Reads one webhook of GitHub (https://docs.github.com/webhooks/webhook-events-and-payloads). Unknown fields and values
 * are normal. Never throws: what lacks an essential id or time is unreadable, and says what it lacks.
 */
export function readEvent(event: string, body: string): Reading {
  const payload = parsed(body);
  if (payload === null) return { kind: 'unreadable', why: 'the body is not a JSON object' };
  if (!USED.includes(event)) return { kind: 'not-used', why: `the event ${event} is not read` };
  const action = payload['action'] ?? 'created';
  if (action !== 'created') {
    const shown = textOf(action, NAME) ?? 'that is no text';
    return { kind: 'not-used', why: `the action ${shown} of ${event} is not read` };
  }
  const lacks: string[] = [];
  const facts = factsOf(payload, event === 'deployment_status', lacks);
  return facts === null ? { kind: 'unreadable', why: `it lacks ${lacks.join(', ')}` } : { kind: 'facts', facts };
}

function parsed(body: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function factsOf(payload: Fields, hasStatus: boolean, lacks: string[]): DeploymentFacts | null {
  const essential = <Value>(value: Value | null, name: string): Value | null => {
    if (value === null) lacks.push(name);
    return value;
  };
  const deployment = deploymentOf(fieldsOf(payload['deployment']) ?? {}, essential);
  const status = hasStatus ? statusOf(fieldsOf(payload['deployment_status']) ?? {}, deployment, essential) : null;
  const repository = fieldsOf(payload['repository']) ?? {};
  const id = essential(idOf(repository['id']), 'repository.id');
  const fullName = essential(textOf(repository['full_name'], NAME), 'repository.full_name');
  if (deployment === null || (hasStatus && status === null) || id === null || fullName === null) return null;
  const toldAt = status?.createdAt ?? deployment.createdAt;
  return {
    repository: { id, fullName, toldAt },
    deployment,
    status,
    run: runOf(fieldsOf(payload['workflow_run']), toldAt),
  };
}

type Essential = <Value>(value: Value | null, name: string) => Value | null;

function deploymentOf(fields: Fields, essential: Essential): DeploymentTelling | null {
  const id = essential(idOf(fields['id']), 'deployment.id');
  const commit = essential(commitOf(fields['sha']), 'deployment.sha');
  const environment = essential(textOf(fields['environment'], NAME), 'deployment.environment');
  const createdAt = essential(timeOf(fields['created_at']), 'deployment.created_at');
  if (id === null || commit === null || environment === null || createdAt === null) return null;
  return {
    id,
    commit,
    ref: textOf(fields['ref'], REF) ?? commit,
    environment,
    creator: loginOf(fields['creator']),
    version: versionOf(fields['payload']),
    createdAt,
    toldAt: timeOf(fields['updated_at']) ?? createdAt,
  };
}

function statusOf(fields: Fields, deployment: DeploymentTelling | null, essential: Essential): StatusFact | null {
  const id = essential(idOf(fields['id']), 'deployment_status.id');
  const state = essential(textOf(fields['state'], NAME), 'deployment_status.state');
  const createdAt = essential(timeOf(fields['created_at']), 'deployment_status.created_at');
  if (id === null || state === null || createdAt === null || deployment === null) return null;
  return {
    id,
    state: state.toLowerCase(),
    description: textOf(fields['description'], REF),
    environment: textOf(fields['environment'], NAME) ?? deployment.environment,
    logUrl: urlOf(fields['log_url']) ?? urlOf(fields['target_url']),
    environmentUrl: urlOf(fields['environment_url']),
    createdAt,
  };
}

function runOf(fields: Fields | null, toldAt: number): RunTelling | null {
  const id = idOf(fields?.['id']);
  if (fields === null || id === null) return null;
  return {
    id,
    url: urlOf(fields['html_url']),
    actor: loginOf(fields['triggering_actor']) ?? loginOf(fields['actor']),
    toldAt,
  };
}

function loginOf(user: unknown): string | null {
  return textOf(fieldsOf(user)?.['login'], NAME);
}

function commitOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(value) ? value.toLowerCase() : null;
}

/** The payload is an object, or a text that somebody has made of one, or empty. */
function versionOf(payload: unknown): string | null {
  const fields = typeof payload === 'string' ? parsed(payload) : fieldsOf(payload);
  const version = fields?.['version'];
  return typeof version === 'number' ? String(version) : textOf(version, NAME);
}
