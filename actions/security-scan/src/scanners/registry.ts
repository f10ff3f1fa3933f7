/** All scanners by the names that policies use, and the readers of their saved reports. */
import type { Settings } from '../policy/settings.ts';
import type { ReportReader, Scanner } from '../ports.ts';
import { readGitleaks } from '../reports/gitleaks.ts';
import { readNpmAudit } from '../reports/npm-audit.ts';
import { gitleaksDirScanner, gitleaksScanner } from './gitleaks.ts';
import { manifestsScanner } from './manifests.ts';
import { secretsScanner } from './secrets.ts';

export interface RegistrySettings {
  /** Of the gate. */
  readonly version: string;
  readonly now: () => Date;
  readonly contracts: Settings['contracts'];
}

type Make = (settings: RegistrySettings) => readonly Scanner[];

/** Of a contract tool as many as there are contracts. */
const makers: Readonly<Record<string, Make>> = {
  secrets: ({ version }) => [secretsScanner(version)],
  manifests: ({ version, now }) => [manifestsScanner({ version, now })],
  gitleaks: () => [gitleaksScanner()],
  'gitleaks-dir': () => [gitleaksDirScanner()],
};

/**
 * What `auto` asks: the embedded ones, and tools that see what no embedded one does. Others that look for secrets would
 * repeat `secrets`, at the price of reading the whole history.
 */
export const automatic: readonly string[] = ['secrets', 'npm-audit', 'manifests', 'pip-audit', 'bandit'];

/** Scanners of a name that the policy was judged to know. */
export function scannersNamed(name: string, settings: RegistrySettings): readonly Scanner[] {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make === undefined) throw new Error(`no scanner is called ${name}`);
  return make(settings);
}

/** Readers of saved reports; `sarif` is read for each tool of a file. */
export const readers: ReadonlyMap<string, ReportReader> = new Map([
  ['npm-audit', readNpmAudit],
  ['gitleaks', readGitleaks],
  ['gitleaks-dir', readGitleaks],
]);
