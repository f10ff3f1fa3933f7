/**
 * What scenarios of this gate are given. In their files `@@SECRET:KIND@@` is a secret of that kind, made for the run, and
 * `@@DAY:60@@` the day in 60 days: neither can stand in a repository.
 *
 *   given: { registry: answers }   # invented advisories of examples/order-service/security, by a registry on the loopback
 *   given: { registry: refuses }   # the same registry answers audits with 405
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HarnessResult } from '@shipgate/kit/testing/harness';
import type { Given, Prepare } from '@shipgate/kit/testing/scenario-given';
import {
  type AdvisoryServer,
  type AdvisoryServerSetup,
  startAdvisoryServer,
} from './scanners/advisory-server.fixture.ts';
import { tokenOf } from './secrets/kinds.fixture.ts';

const advisories = new URL('../../../examples/order-service/security/planted/advisories.json', import.meta.url);
const days = [30, 60];
/** A run of this many characters gives a secret away. */
const tooLong = 6;

export const prepareScan: Prepare = async (given): Promise<Given> => {
  const registry = await registryOf(given);
  const secrets = new Map<string, string>();
  const fill = (text: string) =>
    text
      .replace(/@@SECRET:([\w-]+)@@/g, (_all, kind: string) => remembered(secrets, kind))
      .replace(/@@DAY:(\d+)@@/g, (_all, count: string) => dayIn(Number(count)));
  const url = registry?.url.replace(/\/$/, '');
  return {
    fill,
    ...(url === undefined ? {} : { env: { NPM_CONFIG_REGISTRY: url } }),
    places: {
      ...Object.fromEntries(days.map((count) => [`day in ${count} days`, dayIn(count)])),
      ...(url === undefined ? {} : { registry: url }),
    },
    differences: (result, folder) => [...secrets].flatMap(([kind, value]) => spoken(kind, value, result, folder)),
    close: async () => registry?.close(),
  };
};

async function registryOf(given: unknown): Promise<AdvisoryServer | undefined> {
  if (given === undefined) return undefined;
  const { registry } = given as { readonly registry?: unknown };
  if (registry !== 'answers' && registry !== 'refuses')
    throw new Error(`given.registry: expected answers or refuses, got ${JSON.stringify(registry)}`);
  const server = await startAdvisoryServer(JSON.parse(readFileSync(advisories, 'utf8')) as AdvisoryServerSetup);
  if (registry === 'refuses') server.mode = 'refuse';
  return server;
}

function remembered(secrets: Map<string, string>, kind: string): string {
  const value = secrets.get(kind) ?? tokenOf(kind, 7);
  secrets.set(kind, value);
  return value;
}

function dayIn(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

/** Where the run says so much of the secret that it could be guessed. */
function spoken(kind: string, value: string, result: HarnessResult, folder: string): readonly string[] {
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts: (readonly [string, string])[] = [
    ['stdout', result.stdout],
    ['stderr', result.stderr],
    ...left.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')] as const),
  ];
  const parts = Array.from({ length: value.length - tooLong + 1 }, (_, at) => value.slice(at, at + tooLong));
  return texts
    .filter(([, text]) => parts.some((part) => text.includes(part)))
    .map(([name]) => `${name} gives the ${kind} away`);
}
