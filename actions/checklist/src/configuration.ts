/** Edge: which policy decides, and about what. A change is judged by the policy of its base. */

import type { BaseFiles, BaseUnknown } from '@shipgate/kit/base-files';
import type { Host } from '@shipgate/kit/host';
import { isRecord } from '@shipgate/kit/host';
import { baseText, changedKeys, findPolicyBase } from '@shipgate/kit/policy-base';
import type { Site } from '@shipgate/kit/site';
import { fileFromInput } from '@shipgate/kit/site';
import type { Checklist, ChecklistPolicyFile, Fault } from '@shipgate/schemas';
import { ConfigurationError, readChecklistPolicy, SHIPGATE_FILE, suggest } from '@shipgate/schemas';
import type { Finding } from './findings.ts';
import type { Inputs } from './inputs.ts';
import type { RepositoryFiles, SeenFile } from './ports.ts';

export interface Configuration {
  /** From the top of the repository. */
  readonly policyFile: string;
  /** The one that decides. */
  readonly section: Checklist;
  /** Of the whole file that decides; undefined for a policy alone. */
  readonly service: string | undefined;
  /** Where a part of the policy of the checkout stands. */
  readonly placeOf: ChecklistPolicyFile['placeOf'] | undefined;
  /** What the change goes into; undefined: the run is about no change. */
  readonly base: BaseFiles | undefined;
  /** The commit whose policy decides; null: the checkout's own does. */
  readonly policyCommit: string | null;
  readonly environment: string | undefined;
  readonly mode: Exclude<NonNullable<Inputs['mode']>, 'init'>;
  /** Checklists, from the top of the repository. */
  readonly files: readonly string[];
  /** Folders and files with manifests, from the top; undefined: those of the policy. */
  readonly manifestPaths: readonly string[] | undefined;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Fault[];
}

interface Ground {
  readonly site: Site;
  readonly host: Host;
  readonly files: RepositoryFiles;
  readonly apiUrl: string | undefined;
}

/** Throws ConfigurationError with all faults of the policy in the checkout, or with what an input cannot be. */
export async function readConfiguration(inputs: Inputs, ground: Ground): Promise<Configuration> {
  const { site, host } = ground;
  const given = inputs.policy !== SHIPGATE_FILE;
  const policyFile = given ? fileFromInput(site, 'policy', inputs.policy) : SHIPGATE_FILE;
  const head = await readHead(ground.files, policyFile, given);
  const api = { url: ground.apiUrl, token: inputs.token };
  const found = await findPolicyBase(site.git, host, inputs['base-ref'], api);
  const base = found?.kind === 'found' ? found.base : undefined;
  const ofBase = base === undefined ? undefined : await readBase(base, policyFile);
  const decides = ofBase ?? head.policy;
  const section = decides?.checklist;
  const mode = modeOf(inputs, host);
  const files = filesOf(site, inputs, section);
  if (mode !== 'manifests' && files.length === 0) throw new ConfigurationError([noChecklist(policyFile, section)]);
  return {
    policyFile,
    section: section ?? {},
    service: decides?.file?.service?.name,
    placeOf: head.policy?.placeOf,
    base,
    policyCommit: ofBase === undefined ? null : (base?.sha ?? null),
    environment: mode === 'manifests' ? inputs.environment : environmentOf(inputs, section),
    mode,
    files,
    manifestPaths: inputs.path?.map((path) => fileFromInput(site, 'path', path)),
    findings: [
      ...(found?.kind === 'unknown' ? [baseFinding(found.unknown)] : []),
      ...(base !== undefined && ofBase === undefined ? withoutPolicy(policyFile, base, mode) : []),
      ...(base === undefined ? uncommitted(head.file, policyFile, mode) : []),
      ...changedPolicy(policyFile, head.policy?.checklist, ofBase?.checklist),
    ],
    warnings: head.warnings,
  };
}

async function readHead(files: RepositoryFiles, file: string, required: boolean) {
  const read = await files.read(file);
  if ('bytes' in read) {
    const { value, faults, warnings } = readChecklistPolicy(read.bytes, { file });
    if (faults.length > 0) throw new ConfigurationError(faults);
    return { policy: value, warnings, file: read };
  }
  if (read.kind === 'missing' && !required) return { policy: undefined, warnings: [], file: undefined };
  const got = read.kind === 'missing' ? 'no such file' : read.why;
  throw new ConfigurationError([
    {
      title: `${file} cannot be read`,
      expected: 'a file with the section checklist',
      got,
      do: 'give the file by the input policy',
    },
  ]);
}

/** undefined: the base has none that can be read. */
async function readBase(base: BaseFiles, file: string): Promise<ChecklistPolicyFile | undefined> {
  const text = await baseText(base, file);
  const policy = text === undefined ? undefined : readChecklistPolicy(text, { file }).value;
  return policy?.checklist === undefined ? undefined : policy;
}

/** The first change that brings a policy is reported by its own; nothing is let through by it. */
function withoutPolicy(file: string, { sha }: BaseFiles, mode: Configuration['mode']): readonly Finding[] {
  if (mode === 'report') return [{ code: 'policy-changed', keys: ['all of it'], place: { file, line: 1, column: 1 } }];
  const expected = `a policy in ${file} of the base ${sha.slice(0, 7)}`;
  return [{ code: 'base-unreachable', expected, got: 'none that can be read', mend: 'merge the policy first' }];
}

/** Only a policy that the commit holds can be looked at afterwards. */
function uncommitted(read: SeenFile | undefined, file: string, mode: Configuration['mode']): readonly Finding[] {
  if (mode === 'report' || read === undefined || read.state === 'committed') return [];
  const got = read.state === 'changed' ? 'a file that differs from it' : 'a file that no commit has';
  return [{ code: 'not-committed', place: { file, line: 1, column: 1 }, got }];
}

function baseFinding({ expected, got, mend }: BaseUnknown): Finding {
  const mended = mend.includes('fetch-depth') ? mend : 'set the input `base-ref` to the branch to compare with';
  return { code: 'base-unreachable', expected, got, mend: mended };
}

function changedPolicy(file: string, head: Checklist | undefined, base: Checklist | undefined): readonly Finding[] {
  if (base === undefined) return [];
  const keys = changedKeys(head, base);
  return keys.length === 0 ? [] : [{ code: 'policy-changed', keys, place: { file, line: 1, column: 1 } }];
}

function modeOf(inputs: Inputs, host: Host): Configuration['mode'] {
  if (inputs.mode !== undefined && inputs.mode !== 'init') return inputs.mode;
  return isRecord(host.event?.payload['pull_request']) ? 'report' : 'enforce';
}

function filesOf(site: Site, inputs: Inputs, section: Checklist | undefined): readonly string[] {
  if (inputs.file !== undefined) return inputs.file.map((file) => fileFromInput(site, 'file', file));
  return section?.files ?? (section?.file === undefined ? [] : [section.file]);
}

function environmentOf(inputs: Inputs, section: Checklist | undefined): string | undefined {
  const known = Object.keys(section?.gates ?? {});
  const given = inputs.environment;
  if (given === undefined && known.length <= 1) return known[0];
  if (given !== undefined) {
    const listed = known.find((name) => name.toLowerCase() === given.toLowerCase());
    if (listed !== undefined || known.length === 0) return listed ?? given;
    throw new ConfigurationError([unlisted(given, known)]);
  }
  throw new ConfigurationError([
    {
      title: 'the environment is not given',
      expected: `one of ${known.join(', ')}`,
      got: 'nothing',
      do: 'give the input environment',
    },
  ]);
}

/** A misspelt environment would be judged by rules of nobody. */
function unlisted(given: string, known: readonly string[]): Fault {
  const guess = suggest(given, known);
  return {
    title: `the policy has no gate for the environment "${given}"`,
    expected: known.length === 1 ? `${known[0]}` : `one of ${known.join(', ')}`,
    got: given,
    do:
      guess === undefined ? `add checklist.gates.${given}, or mend the input environment` : `did you mean "${guess}"?`,
  };
}

function noChecklist(file: string, section: Checklist | undefined): Fault {
  return {
    title: 'no checklist is named',
    expected: 'checklist.file in the policy, or the input file',
    got:
      section === undefined ? `no section checklist in ${file}, or no such file` : 'a section checklist without file',
    do: 'name the Markdown file; mode: init writes a policy for it',
  };
}
