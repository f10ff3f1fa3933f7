/** Edge: the file's section and the policy, each from where it counts. */
import { join } from 'node:path';
import type { BaseFiles } from '@shipgate/kit/base-files';
import { policyComesFromBase } from '@shipgate/kit/base-files';
import type { Host } from '@shipgate/kit/host';
import type { Site } from '@shipgate/kit/site';
import { configFrom, fileFromInput } from '@shipgate/kit/site';
import type { Fault, ShipgateFile } from '@shipgate/schemas';
import { ConfigurationError, readShipgateFile } from '@shipgate/schemas';
import { listFolder, readText } from './adapters/folder.ts';
import type { KnownFault, Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import type { Inputs, Options } from './inputs.ts';
import { changedPolicy, parseBaseline, resolveOptions, resolvePolicy } from './inputs.ts';
import { folderFromFile, folderFromInput, setupFromInput } from './site.ts';

/** What the inputs and the file of the head say. */
export interface Configuration {
  /** From the top of the repository. */
  readonly file: string;
  readonly head: ShipgateFile | undefined;
  readonly warnings: readonly Fault[];
  readonly options: Options;
  /** Baseline that an input names; on a change its text is the base's all the same. */
  readonly baselineInput: string | undefined;
  /** Folder that an input names: it wins over every file. */
  readonly folderInput: string | undefined;
}

/** Throws ConfigurationError with all faults of the file, or with the first path that cannot be. */
export function readConfiguration(site: Site, inputs: Inputs): Configuration {
  const { file, given } = configFrom(site, inputs.config);
  const { value, warnings } = readHeadFile(site.top, file, given);
  const { path, setup, baseline } = inputs;
  const paths = {
    setup: setup === undefined ? undefined : setupFromInput(site, setup),
    baseline: baseline === undefined ? undefined : fileFromInput(site, 'baseline', baseline),
  };
  return {
    file,
    head: value,
    warnings,
    options: resolveOptions(inputs, paths, value?.migrations),
    baselineInput: paths.baseline,
    folderInput: path === undefined ? undefined : folderFromInput(site, path),
  };
}

/** The file in the working tree; none is fine, unless somebody named it. Throws ConfigurationError with all its faults. */
export function readHeadFile(
  top: string,
  file: string,
  required: boolean,
): { value: ShipgateFile | undefined; warnings: readonly Fault[] } {
  const read = readText(top, file);
  if ('why' in read) {
    if (read.missing && !required) return { value: undefined, warnings: [] };
    throw new ConfigurationError([unreadable(file, read.why)]);
  }
  const { value, faults, warnings } = readShipgateFile(read.text, { file, section: 'migrations' });
  if (faults.length > 0) throw new ConfigurationError(faults);
  return { value, warnings };
}

/** What decides, and where. */
export interface Ground {
  readonly policy: Policy;
  /** The folder of the migrations, from the top. */
  readonly folder: string;
  readonly findings: readonly Finding[];
  /** Odd things of the base, in words; a change that mends them must get through. */
  readonly notes: readonly string[];
}

/** `base` null: not known, or not asked for. `today` is YYYY-MM-DD. Throws ConfigurationError and BaseUnreadable. */
export async function readGround(
  site: Site,
  configuration: Configuration,
  base: BaseFiles | null,
  { host, today }: { readonly host: Host; readonly today: string },
): Promise<Ground> {
  const { head, options } = configuration;
  if (!policyComesFromBase(host)) {
    const known = options.baseline === undefined ? [] : headBaseline(site.top, options.baseline);
    const policy = resolvePolicy(head?.migrations, known, today);
    return { policy, folder: folderOf(site, configuration, undefined), findings: [], notes: [] };
  }
  if (base === null) {
    const policy = resolvePolicy(undefined, [], today);
    return { policy, folder: folderOf(site, configuration, undefined), findings: [], notes: [] };
  }
  return await readBaseGround(site, configuration, base, today);
}

async function readBaseGround(
  site: Site,
  configuration: Configuration,
  base: BaseFiles,
  today: string,
): Promise<Ground> {
  const { file, head, baselineInput } = configuration;
  const text = await readBaseText(base, file);
  const read = text === undefined ? undefined : readShipgateFile(text, { file, section: 'migrations' });
  const value = read?.value;
  const baselineFile = baselineInput ?? value?.migrations?.baseline;
  const baseline = await readBaseBaseline(base, baselineFile);
  const keys = changedPolicy(head, value);
  const changed = keys.map((key) => ({ file, key }));
  if (baselineFile !== undefined && baseline.text !== headText(site.top, baselineFile) && !keys.includes('baseline')) {
    changed.push({ file: baselineFile, key: 'baseline' });
  }
  const broken = read !== undefined && value === undefined;
  return {
    policy: resolvePolicy(value?.migrations, baseline.known, today),
    folder: folderOf(site, configuration, value?.migrations?.path),
    findings: policyFindings(changed),
    notes: [...(broken ? [`${file} of the base cannot be read, so the defaults decide`] : []), ...baseline.notes],
  };
}

function policyFindings(changed: readonly { file: string; key: string }[]): readonly Finding[] {
  const files = [...new Set(changed.map(({ file }) => file))];
  return files.map((file) => {
    const keys = changed.filter((each) => each.file === file).map(({ key }) => key);
    return { code: 'policy-changed', keys, place: { file, line: 1, column: 1 } };
  });
}

/**
 * The input's folder, or the file's. A change that points the file elsewhere does not lead the gate away from the folder
 * of the base while that is there; when it was moved, the new one counts.
 */
function folderOf(site: Site, { folderInput, head }: Configuration, ofBase: string | undefined): string {
  if (folderInput !== undefined) return folderInput;
  const folder = folderFromFile(site, head?.migrations?.path ?? 'migrations');
  if (ofBase === undefined) return folder;
  const before = folderFromFile(site, ofBase);
  return before !== folder && 'files' in listFolder(site.top, join(site.top, before)) ? before : folder;
}

async function readBaseText(base: BaseFiles, file: string): Promise<string | undefined> {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const listed = await base.list(folder);
  if (!listed.some(({ path }) => path === file)) return undefined;
  return (await base.read([file])).get(file)?.toString('utf8');
}

interface BaseBaseline {
  readonly text: string | undefined;
  readonly known: readonly KnownFault[];
  readonly notes: readonly string[];
}

async function readBaseBaseline(base: BaseFiles, file: string | undefined): Promise<BaseBaseline> {
  const text = file === undefined ? undefined : await readBaseText(base, file);
  if (file === undefined || text === undefined) return { text, known: [], notes: [] };
  const parsed = parseBaseline(text, file);
  if ('known' in parsed) return { text, known: parsed.known, notes: [] };
  return { text, known: [], notes: [`${file} of the base cannot be read, so no old fault is known`] };
}

function headBaseline(top: string, file: string): readonly KnownFault[] {
  const read = readText(top, file);
  if ('why' in read) throw new ConfigurationError([unreadable(file, read.why)]);
  const parsed = parseBaseline(read.text, file);
  if ('fault' in parsed) throw new ConfigurationError([parsed.fault]);
  return parsed.known;
}

function headText(top: string, file: string): string | undefined {
  const read = readText(top, file);
  return 'text' in read ? read.text : undefined;
}

function unreadable(file: string, why: string): Fault {
  return {
    title: `${file} cannot be read`,
    expected: 'a UTF-8 text file',
    got: why,
    do: 'give a file that can be read',
    location: { file, line: 1, column: 1 },
  };
}
