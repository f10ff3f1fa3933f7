/** Edge: the files that a policy or an input names: a catalogue of exploited vulnerabilities, a baseline. */
import { posix } from 'node:path';
import { BaseUnreadable } from '@shipgate/kit/base-files';
import { GitError } from '@shipgate/kit/git';
import type { Cause } from '../causes.ts';
import type { ReportContent } from '../finding.ts';
import { type KevList, readKev } from '../policy/kev.ts';
import type { NamedFile } from '../policy/settings.ts';
import type { ReportBytes, ReportOrigin, TrustedFiles } from '../ports.ts';
import { readSarif } from '../reports/sarif.ts';
import type { Brought } from './brought.ts';
import { readWorkspaceFile } from './workspace-file.ts';

export interface PolicyFilesGround {
  readonly top: string;
  readonly trusted: TrustedFiles;
  readonly brought: Brought;
  readonly origin: Omit<ReportOrigin, 'file'>;
}

/** A file that was named and cannot be read is told, and blocks: who named it counts on it. */
export async function readKevFile(
  file: NamedFile | undefined,
  ground: PolicyFilesGround,
): Promise<{ readonly kev: KevList | null; readonly causes: readonly Cause[] }> {
  if (file === undefined) return { kev: null, causes: [] };
  const bytes = await bytesOf(file, ground);
  const read = isRefused(bytes) ? { expected: "CISA's catalogue as JSON", got: bytes.got } : readKev(bytes);
  if ('cves' in read) return { kev: read, causes: [] };
  return { kev: null, causes: [{ code: 'kev-unreadable', place: { file: file.path }, ...read }] };
}

export async function readBaseline(
  file: NamedFile | undefined,
  ground: PolicyFilesGround,
): Promise<{ readonly baseline: ReportContent | undefined; readonly causes: readonly Cause[] }> {
  if (file === undefined) return { baseline: undefined, causes: [] };
  const refused = (got: string): Cause => {
    const expected = 'a SARIF 2.1.0 file of the base';
    return { code: 'baseline-unreadable', place: { file: file.path }, expected, got };
  };
  const bytes = await bytesOf(file, ground);
  if (isRefused(bytes)) return { baseline: undefined, causes: [refused(bytes.got)] };
  const read = readSarif(bytes, { ...ground.origin, file: file.path });
  if (!('trouble' in read)) return { baseline: read, causes: [] };
  // What a broken scanner found on the base is on the base; who it could not tell of counts as new.
  if (read.found !== undefined) return { baseline: read.found, causes: [] };
  return { baseline: undefined, causes: [refused(read.trouble.got)] };
}

function isRefused(read: ReportBytes | { readonly got: string }): read is { readonly got: string } {
  return typeof read === 'object' && 'got' in read;
}

/** What the policy names is of the commit that decides; what the workflow names lies in the workspace. */
async function bytesOf(
  { path, by }: NamedFile,
  { top, trusted, brought }: PolicyFilesGround,
): Promise<ReportBytes | { readonly got: string }> {
  try {
    if (by === 'policy') return (await trusted.read(path)) ?? { got: 'no such file in the commit that decides' };
    const read = await readWorkspaceFile(top, posix.normalize(path));
    const trouble = typeof read === 'string' ? await brought(posix.normalize(path)) : read;
    return trouble === undefined ? read : { got: trouble.got };
  } catch (error) {
    if (error instanceof BaseUnreadable || error instanceof GitError) return { got: error.message };
    throw error;
  }
}
