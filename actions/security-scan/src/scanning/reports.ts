/** The saved reports of a run, with what they need to be placed in the checkout. */
import { readLocks } from '../lockfile/read-locks.ts';
import { readers } from '../scanners/registry.ts';
import type { RunGround } from './ground.ts';
import { readSaved } from './saved.ts';
import type { ScannerRun } from './scan.ts';

export async function readReports(ground: RunGround): Promise<readonly ScannerRun[]> {
  const { configuration, site, context, brought, whole } = ground;
  const { reports } = configuration.settings;
  if (reports.length === 0) return [];
  const origin = { ...ground.origin, locks: await readLocks(whole) };
  return await readSaved(reports, { top: site.top, origin, clock: context.clock, brought, readers });
}
