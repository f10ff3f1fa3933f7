import type { Verdict } from '@shipgate/schemas';
import type { DeploymentsApi, Discovery, Fetch } from './client';
import { DeploymentsError } from './client';
import type { EntityDeployments } from './entity-deployments';

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT_MS = 15_000;
/** Headers by which proxies and backends name a request, the most telling first. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-correlation-id'];

/** Asks the deployments backend over HTTP. Works in the browser and in a backend. */
export class DeploymentsClient implements DeploymentsApi {
  private readonly discovery: Discovery;
  private readonly fetcher: Fetch;
  private readonly timeoutMs: number;

  /** `timeoutMs`: longest wait for an answer, in milliseconds; 15 s when it is not given. */
  constructor(discovery: Discovery, fetcher: Fetch, timeoutMs: number = TIMEOUT_MS) {
    this.discovery = discovery;
    this.fetcher = fetcher;
    this.timeoutMs = timeoutMs;
  }

  async entity(entityRef: string): Promise<EntityDeployments> {
    return (await this.get(entityPath(entityRef))) as EntityDeployments;
  }

  async verdict(entityRef: string, id: string): Promise<Verdict> {
    return (await this.get(`${entityPath(entityRef)}/verdicts/${encodeURIComponent(id)}`)) as Verdict;
  }

  private get(path: string): Promise<unknown> {
    return within(this.timeoutMs, this.answer(path));
  }

  private async answer(path: string): Promise<unknown> {
    const baseUrl = await this.discovery.getBaseUrl('deployments');
    const response = await this.fetcher.fetch(`${baseUrl}${path}`, { headers: { accept: 'application/json' } });
    const text = await response.text();
    if (!response.ok) throw refused(response, text);
    const body = parsed(text);
    if (body !== undefined) return body;
    const message =
      'expected: JSON from the deployments backend; got: something else. Is a proxy answering in its place?';
    throw new DeploymentsError(message, response.status, { requestId: requestIdOf(response) });
  }
}

/** The path of `component:default/order-service`. Throws DeploymentsError when the text is no full entity ref. */
function entityPath(entityRef: string): string {
  const [, kind, namespace, name] = /^([^:/]+):([^:/]+)\/([^:/]+)$/.exec(entityRef) ?? [];
  if (kind === undefined || namespace === undefined || name === undefined) {
    throw new DeploymentsError(`expected: KIND:NAMESPACE/NAME; got: ${JSON.stringify(entityRef)}`, 0);
  }
  return `/entities/${[kind, namespace, name].map(encodeURIComponent).join('/')}`;
}

/** The answer, or a DeploymentsError without status: none came, or not in time. */
async function within(timeoutMs: number, answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `the deployments backend has not answered within ${timeoutMs / 1000} s`;
    timer = setTimeout(() => reject(new DeploymentsError(message, 0)), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof DeploymentsError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new DeploymentsError(`the deployments backend cannot be reached: ${cause}`, 0);
  } finally {
    clearTimeout(timer);
  }
}

/** Backstage's errors are `{error: {name, message}}`; a proxy's page is none. */
function refused(response: Response, text: string): DeploymentsError {
  const error = fieldsOf(fieldsOf(parsed(text))?.['error']);
  const said = textOf(error?.['message']);
  const message = said ?? `the deployments backend answered ${response.status} ${response.statusText}`.trim();
  return new DeploymentsError(message, response.status, {
    reason: textOf(error?.['name']),
    requestId: requestIdOf(response),
  });
}

function requestIdOf({ headers }: Response): string | null {
  return REQUEST_ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== null) ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
