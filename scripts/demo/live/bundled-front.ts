// A small weighted proxy for machines without HAProxy. It speaks the three commands of HAProxy's admin socket that a rollout uses.
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { join } from 'node:path';
import { type Front, type FrontSettings, routerSection, serverNames } from './front-settings.ts';

interface Upstream {
  readonly name: string;
  readonly address: string;
  readonly initial: number;
  weight: number;
  /** What smooth round robin owes it. */
  due: number;
}

export async function startBundledFront(settings: FrontSettings): Promise<Front> {
  const names = serverNames(settings);
  const made = (group: readonly string[], addresses: readonly string[], weight: number): readonly Upstream[] =>
    group.map((name, at) => ({ name, address: addresses[at] ?? '', initial: weight, weight, due: 0 }));
  const upstreams = [...made(names.stable, settings.stable, 100), ...made(names.canary, settings.canary, 0)];
  const agent = new Agent({ keepAlive: true });
  const web = createServer((request, response) => pass(chosen(upstreams), agent, request, response));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const admin = createListener((socket) => {
    socket.once('data', (line) => socket.end(answers(line.toString(), upstreams)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => admin.listen(join(settings.folder, 'admin.sock'), resolve));
  const { port } = web.address() as AddressInfo;
  return {
    name: 'a small proxy of the demo',
    url: `http://127.0.0.1:${port}`,
    router: routerSection(settings.folder, settings),
    stop: async () => {
      web.close();
      web.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => admin.close(resolve));
    },
  };
}

/** Smooth weighted round robin: in a row each gets its turns evenly spread. */
function chosen(upstreams: readonly Upstream[]): Upstream | undefined {
  const sum = upstreams.reduce((all, { weight }) => all + weight, 0);
  for (const upstream of upstreams) upstream.due += upstream.weight;
  const next = upstreams.filter(({ weight }) => weight > 0).toSorted((one, other) => other.due - one.due)[0];
  if (next !== undefined) next.due -= sum;
  return next;
}

function pass(to: Upstream | undefined, agent: Agent, request: IncomingMessage, response: ServerResponse): void {
  const failed = () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  };
  if (to === undefined) {
    response.writeHead(503).end();
    return;
  }
  const sent = ask(
    `http://${to.address}${request.url ?? '/'}`,
    { agent, method: request.method ?? 'GET' },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? 'text/plain' });
      answer.pipe(response);
    },
  );
  sent.on('error', failed);
  request.pipe(sent);
}

/** HAProxy Management Guide, 9.3: each answer ends with an empty line. */
function answers(line: string, upstreams: readonly Upstream[]): string {
  return line
    .trim()
    .split(';')
    .map((command) => `${answerTo(command, upstreams)}\n`)
    .join('');
}

function answerTo(command: string, upstreams: readonly Upstream[]): string {
  const set = /^set server orders\/(\w+) weight (\d+)$/.exec(command);
  const upstream = upstreams.find(({ name }) => name === set?.[1]);
  if (upstream !== undefined) {
    upstream.weight = Number(set?.[2]);
    return '';
  }
  if (command === 'show servers state orders') return state(upstreams);
  if (command === 'show stat -1 4 -1') return stat(upstreams);
  return 'Unknown command.\n';
}

function state(upstreams: readonly Upstream[]): string {
  const rows = upstreams.map(({ name, weight, initial }) => `${name} ${weight} ${initial} 0`);
  return ['1', '# srv_name srv_uweight srv_iweight srv_admin_state', ...rows, ''].join('\n');
}

function stat(upstreams: readonly Upstream[]): string {
  const rows = upstreams.map(({ name, weight }) => `orders,${name},no check,${weight},0`);
  return ['# pxname,svname,status,weight,bck', ...rows, ''].join('\n');
}
