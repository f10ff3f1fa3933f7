// Records the rollouts of examples/order-service/canary: the built gate watches a very small service under load, for as long as
// the plan says. Not part of the tests; run it when the plan or the form of recordings changes:
//   node scripts/bootstrap.mjs scripts/demo/rollout/record.ts
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../steps.ts';
import { canaryEntry } from '../releases.ts';
import { rolledOut } from '../service.ts';
import { startRelease } from './release.ts';
import { startTraffic } from './traffic.ts';

const folder = join(root, 'examples/order-service/canary');
/** Requests a second of the whole service. */
const perSecond = 100;
/** What a release works on at once. v1.4.1 has a pool that a tenth of the traffic does not fill. */
const pools = { 'v1.4.0': 100, 'v1.4.1': 4, 'v1.4.2': 100 } as const;

async function record(version: typeof rolledOut.good | typeof rolledOut.bad): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'shipgate-rollout-'));
  const next = Math.random;
  const stable = await startRelease({ pods: 4, pool: pools[rolledOut.stable], next });
  const canary = await startRelease({ pods: 2, pool: pools[version], next });
  const traffic = startTraffic({ canary, stable, perSecond, next });
  try {
    const targets = [
      ...canary.addresses.map((address, pod) => ({ url: `${address}/metrics`, pod: `canary-${pod}`, arm: 'canary' })),
      ...stable.addresses.map((address, pod) => ({ url: `${address}/metrics`, pod: `stable-${pod}`, arm: 'stable' })),
    ];
    const plan = readFileSync(join(folder, 'plan.yml'), 'utf8');
    const source = `source: ${JSON.stringify({ kind: 'scrape', targets })}\n`;
    writeFileSync(join(work, 'plan.yml'), plan.replace(/^source: .*\n/m, source));
    await watch(work, version, (weight) => traffic.setWeight(weight));
    mkdirSync(join(folder, version), { recursive: true });
    copyFileSync(join(work, 'out/samples.jsonl'), join(folder, version, 'recording.jsonl'));
  } finally {
    traffic.stop();
    canary.close();
    stable.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs the gate, and sets each weight that it asks for. */
function watch(work: string, version: string, setWeight: (percent: number) => void): Promise<void> {
  const flags = ['--plan', 'plan.yml', '--version', version, '--stable-version', rolledOut.stable];
  const child = spawn(process.execPath, [join(root, canaryEntry), ...flags], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    for (const line of text.split('\n')) if (line.trim() !== '') console.log(`${version}  ${line}`);
    const weight = /set (\d+) % now/.exec(text)?.[1];
    if (weight !== undefined) setWeight(Number(weight));
  });
  return new Promise((resolve) => child.once('close', () => resolve()));
}

await Promise.all([record(rolledOut.bad), record(rolledOut.good)]);
