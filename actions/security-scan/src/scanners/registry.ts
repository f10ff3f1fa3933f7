/** All scanners by the names that policies use, and the readers of their saved reports. */
import type { Settings } from '../policy/settings.ts';
import type { ReportReader, Scanner } from '../ports.ts';
import { readBandit } from '../reports/bandit.ts';
import { readBuf } from '../reports/buf.ts';
import { readGitleaks } from '../reports/gitleaks.ts';
import { readNpmAudit } from '../reports/npm-audit.ts';
import { readOasdiff } from '../reports/oasdiff.ts';
import { readOpenapiDiff } from '../reports/openapi-diff.ts';
import { readPipAudit } from '../reports/pip-audit.ts';
import { readTrufflehog } from '../reports/trufflehog.ts';
import { readTsc } from '../reports/tsc.ts';
import { bandit } from './bandit.ts';
import { contractScanner } from './contract.ts';
import { gitleaksDirScanner, gitleaksScanner } from './gitleaks.ts';
import { seeingLinks } from './linked.ts';
import { manifestsScanner } from './manifests.ts';
import { npmAudit } from './npm-audit.ts';
import { isOfNpm } from './npm-audit-plan.ts';
import { pipAudit } from './pip-audit.ts';
import { isOfPython } from './pip-pins.ts';
import { secretsScanner } from './secrets.ts';
import { trufflehogScanner } from './trufflehog.ts';
import { tscScanner } from './tsc.ts';

export interface RegistrySettings {
  /** Of the gate. */
  readonly version: string;
  readonly now: () => Date;
  readonly contracts: Settings['contracts'];
}

type Make = (settings: RegistrySettings) => readonly Scanner[];

const makers: Readonly<Record<string, Make>> = {
  secrets: ({ version }) => [secretsScanner(version)],
  manifests: ({ version, now }) => [manifestsScanner({ version, now })],
  gitleaks: () => [gitleaksScanner()],
  'gitleaks-dir': () => [gitleaksDirScanner()],
  'npm-audit': () => [seeingLinks(npmAudit, isOfNpm)],
  'pip-audit': () => [seeingLinks(pipAudit, isOfPython)],
  bandit: () => [bandit],
  trufflehog: () => [trufflehogScanner()],
  tsc: () => [tscScanner()],
  buf: contractsOf('buf'),
  oasdiff: contractsOf('oasdiff'),
  'openapi-diff': contractsOf('openapi-diff'),
};

/** Named, and told nothing to compare: that is no silence. */
function withoutContract(name: string): Scanner {
  const trouble = {
    expected: `security.contracts with an entry for ${name}`,
    got: 'none',
    mend: `Say which contract it compares: contracts: [{ tool: ${name}, path: … }], or take ${name} off the list`,
  };
  return { name, detect: async () => ({ kind: 'unable', trouble }), scan: async () => ({ trouble, notRun: true }) };
}

/** As many as there are contracts for the tool. */
function contractsOf(tool: Settings['contracts'][number]['tool']): Make {
  return ({ contracts }) => {
    const own = contracts.filter((contract) => contract.tool === tool);
    return own.length === 0 ? [withoutContract(tool)] : own.map(contractScanner);
  };
}

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
  ['pip-audit', readPipAudit],
  ['bandit', readBandit],
  ['trufflehog', readTrufflehog],
  ['tsc', readTsc],
  ['buf', readBuf],
  ['oasdiff', readOasdiff],
  ['openapi-diff', readOpenapiDiff],
  ['gitleaks', readGitleaks],
  ['gitleaks-dir', readGitleaks],
]);
