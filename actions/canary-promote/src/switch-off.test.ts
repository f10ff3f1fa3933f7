import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type * as Decide from './decide.ts';
import type * as PreflightModule from './preflight.ts';
import { ground, journalOf, plan, random, same, start, successes } from './rollout.fixture.ts';
import type { Stratum } from './strata.ts';

interface Core {
  readonly decide: typeof Decide.decide;
  readonly preflight: typeof PreflightModule.preflight;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The sources of the decision as they are, or with one text of one file replaced, which must be there. */
async function coreWith(change?: Change): Promise<Core> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-switched-off-'));
  folders.push(folder);
  cpSync(import.meta.dirname, folder, {
    recursive: true,
    filter: (path) => !/\.(test|fixture)\.ts$|adapters|reasons|view/.test(path),
  });
  if (change !== undefined) {
    const file = join(folder, change.file);
    const text = readFileSync(file, 'utf8');
    expect(text.split(change.from), `${change.file} holds it once`).toHaveLength(2);
    writeFileSync(file, text.replace(change.from, change.to));
  }
  const load = async (name: string): Promise<unknown> =>
    import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
  const modules = { ...Object(await load('decide.ts')), ...Object(await load('preflight.ts')) };
  return modules as Core;
}

interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Each scenario's sentence, and whether the core does what it says. */
const scenarios: Readonly<Record<string, (core: Core) => boolean>> = {
  'twice the errors at 100 requests/s are rolled back': ({ decide }) => {
    const twice = { ...same(100, 0.005), canary: () => 0.01 };
    return [1, 2, 3].every((seed) => decide(plan, ground, journalOf(twice, { seed })).action === 'rollback');
  },
  'a tenth of requests failing at 100 requests/s is rolled back within a minute': ({ decide }) => {
    const broken = { ...same(100, 0.005), canary: () => 0.1 };
    return [1, 2, 3].every((seed) => decide(plan, ground, journalOf(broken, { seed })).at <= start + 60_000);
  },
  'nothing begins on a baseline whose pods differ for minutes': ({ preflight }) =>
    preflight(plan, noisyPast()).method === null,
  'a router that sends 4 % instead of 10 % is not promoted': ({ decide }) => {
    const short = { ...same(100, 0.001), share: () => 4 };
    const entries = journalOf(short, { seconds: 600 }).slice(0, 41);
    return entries.every((_, end) => decide(plan, ground, entries.slice(0, end + 1)).action === 'hold');
  },
};

const switches: readonly (Change & { readonly part: string; readonly red: keyof typeof scenarios })[] = [
  {
    part: 'the main evidence',
    file: 'evidence/edge.ts',
    from: 'const main = this.main.value;',
    to: 'const main = 1;',
    red: 'twice the errors at 100 requests/s are rolled back',
  },
  {
    part: 'the fast part B',
    file: 'evidence/edge.ts',
    from: 'shares.fast * this.fast.value',
    to: 'shares.fast',
    red: 'a tenth of requests failing at 100 requests/s is rolled back within a minute',
  },
  {
    part: 'the placebo',
    file: 'evidence/placebo.ts',
    from: 'const ACCEPTED = 0.1;',
    to: 'const ACCEPTED = 1;',
    red: 'nothing begins on a baseline whose pods differ for minutes',
  },
  {
    part: 'the guard of the share',
    file: 'evidence/share.ts',
    from: 'export const SHARE_LIMIT = 1000;',
    to: 'export const SHARE_LIMIT = Number.POSITIVE_INFINITY;',
    red: 'a router that sends 4 % instead of 10 % is not promoted',
  },
];

/** An hour of 20 pods, each with its own error rate that lasts for five minutes. */
function noisyPast(): readonly Stratum[] {
  const next = random(7);
  const rates = Array.from({ length: 20 }, () => 0.005);
  return Array.from({ length: 240 }, (_, i): Stratum => {
    if (i % 20 === 0) for (let pod = 0; pod < 20; pod += 1) rates[pod] = 0.005 * -Math.log(1 - next()) * 3;
    const bad = rates.map((rate) => successes(75, Math.min(1, rate), next));
    const stable = { requests: rates.map(() => 75), bad: [bad] };
    const errors = { kind: 'counts' as const, canary: { requests: [], bad: [[]] }, stable };
    return { from: start - (240 - i) * 15_000, to: start - (239 - i) * 15_000, readings: { errors } };
  });
}

describe('the decision as it is', () => {
  it.each(Object.keys(scenarios))('%s', async (sentence) => {
    expect(scenarios[sentence]?.(await coreWith())).toBe(true);
  });
});

describe('with one part switched off', () => {
  it.each(switches)('$part: "$red" turns red, and nothing else', async ({ file, from, to, red }) => {
    const core = await coreWith({ file, from, to });
    const broken = Object.keys(scenarios).filter((sentence) => !scenarios[sentence]?.(core));
    expect(broken).toEqual([red]);
  });
});
