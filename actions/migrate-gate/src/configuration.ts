/** Edge: the file's section and the policy, each from where it counts. */
import type { Host } from '@shipgate/kit/host';
import type { Fault, ShipgateFile } from '@shipgate/schemas';
import { ConfigurationError, readShipgateFile } from '@shipgate/schemas';
import { readText } from './adapters/folder.ts';
import type { BaseFiles } from './change.ts';
import type { KnownFault } from './facts.ts';
import type { Finding } from './findings.ts';
import { changedPolicy, parseBaseline } from './inputs.ts';

/** The file in the working tree; none is fine. Throws ConfigurationError with all its faults. */
export function readHeadFile(top: string, file: string): { value: ShipgateFile | undefined; warnings: readonly Fault[] } {
  const read = readText(top, file);
  if ('why' in read) {
    if (read.why === 'a link to nothing') return { value: undefined, warnings: [] };
    throw new ConfigurationError([unreadable(file, read.why)]);
  }
  const { value, faults, warnings } = readShipgateFile(read.text, { file, section: 'migrations' });
  if (faults.length > 0) throw new ConfigurationError(faults);
  return { value, warnings };
}

/** A change must not weaken its own gate: on these events what decides is read from the base. */
export function policyComesFromBase(host: Host): boolean {
  return ['pull_request', 'pull_request_target', 'merge_group'].includes(host.event?.name ?? '');
}

/** The file at the base; a base without one, or with one that cannot be read, has the defaults, which are the strictest. */
export async function readBaseFile(base: BaseFiles, file: string): Promise<ShipgateFile | undefined> {
  const text = await readBaseText(base, file);
  return text === undefined ? undefined : readShipgateFile(text, { file, section: 'migrations' }).value;
}

async function readBaseText(base: BaseFiles, file: string): Promise<string | undefined> {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const listed = await base.list(folder);
  if (!listed.some(({ path }) => path === file)) return undefined;
  return (await base.read([file])).get(file)?.toString('utf8');
}

/** The baseline that counts. Throws ConfigurationError. */
export async function readBaseline(top: string, base: BaseFiles | null, file: string | undefined): Promise<readonly KnownFault[]> {
  if (file === undefined) return [];
  const text = base === null ? headText(top, file) : await readBaseText(base, file);
  if (text === undefined) return [];
  const parsed = parseBaseline(text, file);
  if ('fault' in parsed) throw new ConfigurationError([parsed.fault]);
  return parsed.known;
}

function headText(top: string, file: string): string {
  const read = readText(top, file);
  if ('why' in read) throw new ConfigurationError([unreadable(file, read.why)]);
  return read.text;
}

/** The change edits what can weaken the gate: said, and without effect until it is merged. */
export function findPolicyChange(file: string, head: ShipgateFile | undefined, base: ShipgateFile | undefined): readonly Finding[] {
  const keys = changedPolicy(head, base);
  return keys.length === 0 ? [] : [{ code: 'policy-changed', keys, place: { file, line: 1, column: 1 } }];
}

export function unreadable(file: string, why: string): Fault {
  return { title: `${file} cannot be read`, expected: 'a UTF-8 text file', got: why, do: 'give a file that can be read', location: { file, line: 1, column: 1 } };
}
