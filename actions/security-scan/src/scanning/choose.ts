/** Who is asked: the scanners that the policy and the inputs name, and in `auto` those that can help by themselves. */
import type { Settings } from '../policy/settings.ts';
import { automatic, scannersNamed } from '../scanners/registry.ts';
import type { Chosen } from './scan.ts';

/** A scanner whose report is read does not run. */
export function chooseScanners(settings: Settings, version: string, now: () => Date): readonly Chosen[] {
  const { named, auto } = settings.scanners;
  const read = new Set(settings.reports.map(({ name }) => name));
  const contracts = [...new Set(settings.contracts.map(({ tool }) => tool))];
  // Who sets up a contract wants it compared.
  const required = new Set([...named, ...contracts]);
  const names = [...required, ...(auto ? automatic.filter((name) => !required.has(name)) : [])];
  const toRun = names.filter((name) => !read.has(name));
  return toRun.flatMap((name) =>
    scannersNamed(name, { version, now, contracts: settings.contracts }).map((scanner) => ({
      scanner,
      required: required.has(name),
    })),
  );
}
