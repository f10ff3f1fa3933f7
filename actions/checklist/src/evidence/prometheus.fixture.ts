/** A real Prometheus on a free port, which scrapes one address each second: test code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface RealPrometheus {
  readonly url: string;
  stop(): Promise<void>;
}

/** Ready when it has scraped the target. */
export async function startPrometheus(command: string, target: string): Promise<RealPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-metrics-'));
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '900ms' },
    scrape_configs: [{ job_name: 'orders', static_configs: [{ targets: [target] }] }],
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const address = `127.0.0.1:${await freePort()}`;
  const flags = [
    '--config.file=prometheus.yml',
    '--storage.tsdb.path=data',
    `--web.listen-address=${address}`,
    '--log.level=error',
  ];
  const child = spawn(command, flags, { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `http://${address}`;
  while (!(await hasScraped(url))) await wait(100);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function hasScraped(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/query?query=up==1`).catch(() => undefined);
  return answer?.ok === true && (await answer.text()).includes('"orders"');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
