/** A real Prometheus on a free port that scrapes the given addresses each second. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface RealServer {
  readonly url: URL;
  stop(): Promise<void>;
}

export async function startPrometheus(command: string, targets: readonly string[]): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-prometheus-'));
  const hosts = targets.map((target) => JSON.stringify(new URL(target).host)).join(', ');
  const config = [
    'global: { scrape_interval: 1s, scrape_timeout: 900ms }',
    `scrape_configs: [{ job_name: pods, static_configs: [{ targets: [${hosts}] }] }]`,
    '',
  ];
  writeFileSync(join(folder, 'prometheus.yml'), config.join('\n'));
  const url = new URL(`http://127.0.0.1:${await freePort()}/`);
  const child = spawn(
    command,
    [
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      `--web.listen-address=${url.host}`,
      '--enable-feature=native-histograms',
      '--log.level=error',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  await scraped(url, targets.length);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Until every target was scraped; Prometheus finds them 5 s after its start. */
async function scraped(url: URL, targets: number): Promise<void> {
  for (;;) {
    const answer = await fetch(new URL('/api/v1/query?query=sum(up)', url)).catch(() => undefined);
    if (answer?.ok === true && (await answer.text()).includes(`"${targets}"`)) return;
    await wait(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
