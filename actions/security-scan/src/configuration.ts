/** Edge: which policy decides, and what is compared with what. A change is judged by the policy of its base. */
import type { BaseFiles, BaseFound, BaseUnknown } from '@shipgate/kit/base-files';
import { BaseUnreadable, findBaseFiles } from '@shipgate/kit/base-files';
import { type Host, isRecord } from '@shipgate/kit/host';
import { baseText, findPolicyBase, isChange } from '@shipgate/kit/policy-base';
import type { Site } from '@shipgate/kit/site';
import type { Fault, SecurityPolicyFile } from '@shipgate/schemas';
import { ConfigurationError, readSecurityPolicy, SHIPGATE_FILE, shownValue } from '@shipgate/schemas';
import { readAsked } from './asked.ts';
import type { Cause, Place } from './causes.ts';
import type { Inputs } from './inputs.ts';
import { policyChange } from './policy/policy-change.ts';
import { noInputs, resolveSettings, type Settings } from './policy/settings.ts';
import { filesOfBase, filesOfCheckout, noFiles } from './policy/trusted-files.ts';
import type { TrustedFiles } from './ports.ts';

export interface Configuration {
  /** From the top of the repository. */
  readonly policyFile: string;
  readonly settings: Settings;
  /** Of the file that decides, else of the checkout's. */
  readonly service: string | undefined;
  /** Folder to scan, from the top; '' is the top. */
  readonly folder: string;
  /** What findings are compared with; undefined: nothing, so that all are new. */
  readonly base: BaseFiles | undefined;
  /** The commit whose policy decides; null: the checkout's own does, or the defaults. */
  readonly policyCommit: string | null;
  /** Files of the commit that decides. */
  readonly trusted: TrustedFiles;
  /** Where an entry of the allow list stands in the checkout. */
  placeOf(index: number): Place;
  readonly findings: readonly Cause[];
  readonly warnings: readonly Fault[];
}

export interface ConfigurationGround {
  readonly site: Site;
  readonly host: Host;
  /** Of GitHub's API; undefined where there is none. */
  readonly apiUrl: string | undefined;
}

/** Throws ConfigurationError with all faults of the inputs and of the policy in the checkout. */
export async function readConfiguration(inputs: Inputs, ground: ConfigurationGround): Promise<Configuration> {
  const { site, host } = ground;
  const { asked, folder, policyFile: named, faults } = readAsked(inputs, site, SHIPGATE_FILE);
  const policyFile = named ?? SHIPGATE_FILE;
  const checkout = filesOfCheckout(site, host);
  const head = await readHead(checkout, policyFile);
  const { compared, decides, policyBase, unknown } = await findBases(inputs, ground, policyFile);
  const all = [...faults, ...head.faults];
  if (named !== undefined && named !== SHIPGATE_FILE && !head.isThere && decides?.isThere !== true)
    all.push(missing(policyFile, host));
  if (all.length > 0) throw new ConfigurationError(all);
  // The base decides over a change; where it cannot be had, or cannot be read, nothing is let through by a policy.
  const isJudgedByBase = decides !== undefined || unknown !== undefined;
  const section = (isJudgedByBase ? decides?.policy?.security : head.policy?.security) ?? {};
  const { settings, warnings } = resolveSettings(section, asked);
  const change = decides === undefined ? undefined : policyChange(policyFile, head.policy?.security, decides);
  return {
    policyFile,
    settings,
    service: (decides?.policy ?? head.policy)?.file?.service?.name ?? head.policy?.file?.service?.name,
    folder,
    base: compared,
    policyCommit: policyBase?.sha ?? null,
    trusted: policyBase !== undefined ? filesOfBase(policyBase) : isJudgedByBase ? noFiles : checkout,
    placeOf: (index) => placeOfEntry(policyFile, head.policy, section.allow?.[index]),
    findings: [...(unknown === undefined ? [] : [unreachable(unknown)]), ...(change === undefined ? [] : [change])],
    warnings: [...head.warnings, ...(decides?.warnings ?? []), ...warnings],
  };
}

interface Head {
  readonly isThere: boolean;
  readonly policy: SecurityPolicyFile | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

async function readHead(files: TrustedFiles, file: string): Promise<Head> {
  let bytes: Buffer | undefined;
  try {
    bytes = await files.read(file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const words = { title: `${file} cannot be read`, expected: 'a file with the section security', got: error.message };
    return { isThere: true, policy: undefined, faults: [{ ...words, do: 'mend the file' }], warnings: [] };
  }
  if (bytes === undefined) return { isThere: false, policy: undefined, faults: [], warnings: [] };
  const { value, faults, warnings } = readSecurityPolicy(bytes, { file });
  return { isThere: true, policy: value, faults: [...faults, ...rangeFaults(value)], warnings };
}

/** Ranges that the schema cannot judge: each ecosystem has its own. */
function rangeFaults(policy: SecurityPolicyFile | undefined): readonly Fault[] {
  if (policy?.security === undefined) return [];
  return resolveSettings(policy.security, noInputs).refusals.map(({ index, expected, got }) => ({
    title: 'a range of versions cannot be read',
    expected,
    got: shownValue(got),
    do: 'write it as the ecosystem of the package does',
    location: policy.placeOf(['allow', index, 'package']),
  }));
}

/** The policy of the base. */
export interface Decides {
  /** The base has the file. */
  readonly isThere: boolean;
  /** undefined: it has none that can be read; the defaults decide. */
  readonly policy: SecurityPolicyFile | undefined;
  readonly warnings: readonly Fault[];
}

interface Bases {
  readonly compared: BaseFiles | undefined;
  readonly policyBase: BaseFiles | undefined;
  /** undefined: the run is about no change, or its base cannot be had. */
  readonly decides: Decides | undefined;
  /** Why what the run needs cannot be had. */
  readonly unknown: BaseUnknown | undefined;
}

async function findBases(inputs: Inputs, { site, host, apiUrl }: ConfigurationGround, file: string): Promise<Bases> {
  const api = { url: apiUrl, token: inputs.token };
  const baseRef = inputs['base-ref'];
  const needsBase = baseRef !== undefined || isChange(host) || isAboutProposal(host);
  const found = needsBase || isPush(host) ? await findBaseFiles(site.git, host, baseRef, api) : undefined;
  const compared = baseIn(found);
  if (!needsBase) return { compared, policyBase: undefined, decides: undefined, unknown: undefined };
  const target = await findPolicyBase(site.git, host, baseRef, api);
  const policyBase = baseIn(target);
  const unknown = whyIn(target) ?? whyIn(found);
  if (policyBase === undefined) return { compared, policyBase, decides: undefined, unknown };
  try {
    return { compared, policyBase, decides: await readBase(policyBase, file), unknown };
  } catch (error) {
    if (!(error instanceof BaseUnreadable)) throw error;
    return { compared, policyBase: undefined, decides: undefined, unknown: error.unknown };
  }
}

/** Runs on the default branch, and may have checked out a proposal: nothing tells which base it has, so base-ref has to. */
function isAboutProposal({ event }: Host): boolean {
  const payload = event?.payload ?? {};
  const { issue, workflow_run: run } = payload;
  if (isRecord(issue) && isRecord(issue['pull_request'])) return true;
  return isRecord(run) && run['event'] !== 'push' && run['event'] !== 'schedule';
}

/** What a push brings is compared with what was there; without it all is new, and nothing is lost by that. */
function isPush(host: Host): boolean {
  return host.event?.name === 'push';
}

function baseIn(found: BaseFound | null | undefined): BaseFiles | undefined {
  return found?.kind === 'found' ? found.base : undefined;
}

function whyIn(found: BaseFound | null | undefined): BaseUnknown | undefined {
  return found?.kind === 'unknown' ? found.unknown : undefined;
}

async function readBase(base: BaseFiles, file: string): Promise<Decides> {
  const bytes = await baseText(base, file);
  if (bytes === undefined) return { isThere: false, policy: undefined, warnings: [] };
  const { value, faults } = readSecurityPolicy(bytes, { file });
  const broken = [...faults, ...rangeFaults(value)];
  const [first] = broken;
  if (first === undefined) return { isThere: true, policy: value, warnings: [] };
  // The change that mends it must get through, so it is judged by the defaults.
  const { expected, got } = first;
  const title = `${file} of the base cannot be read: ${first.title}`;
  const warning = { title, expected, got, do: 'the defaults decide until it is mended' };
  return { isThere: true, policy: undefined, warnings: [warning] };
}

function unreachable({ expected, got, mend }: BaseUnknown): Cause {
  const mended = mend.includes('fetch-depth') ? mend : 'set the input `base-ref` to the branch to compare with';
  return { code: 'base-unreachable', expected, got, mend: mended };
}

/** The base's entry where the checkout has it: lines of another commit would lead astray. */
function placeOfEntry(file: string, head: SecurityPolicyFile | undefined, entry: unknown): Place {
  const wanted = JSON.stringify(entry);
  const index = (head?.security?.allow ?? []).findIndex((each) => JSON.stringify(each) === wanted);
  if (head === undefined || index < 0 || entry === undefined) return { file };
  return head.placeOf(['allow', index]);
}

function missing(file: string, host: Host): Fault {
  return {
    title: `${file} cannot be read`,
    expected: 'a file with the section security',
    got: host.kind === 'github' ? 'no such file in the commit' : 'no such file',
    do: 'commit it, or give another by the input policy',
  };
}
