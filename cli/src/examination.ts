import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Fault, PolicyAlone } from '@shipgate/schemas';
import {
  policyAlone,
  readCanaryPlan,
  readChecklistPolicy,
  readSecurityPolicy,
  readShipgateFile,
  readVerdictFile,
  unreadSections,
} from '@shipgate/schemas';

/** What came of one file. */
export interface Examination {
  /** From the working folder, with `/`. */
  readonly file: string;
  readonly kind: 'shipgate' | 'verdict' | PolicyAlone;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Sections that nobody has judged. */
  readonly unreadSections: readonly string[];
  /** Why the file could not be read; then nothing is known of it. */
  readonly unread?: Fault;
}

/** Reads and judges one file. What the file system says is part of the answer, never thrown. */
export function examineFile(name: string, workingFolder: string): Examination {
  const file = shownName(name, workingFolder);
  const kind = name.endsWith('.json') ? 'verdict' : 'shipgate';
  const empty = { file, kind, faults: [], warnings: [], unreadSections: [] } as const;
  if (name === '-') return { ...empty, unread: unreadable(name, 'standard input', name) };
  const bytes = bytesOf(resolve(workingFolder, name));
  if (typeof bytes === 'string') return { ...empty, unread: unreadable(file, bytes, name) };
  if (kind === 'verdict') {
    const { faults, warnings } = readVerdictFile(bytes, { file });
    return { ...empty, faults, warnings };
  }
  const alone = policyAlone(bytes);
  if (alone !== undefined) {
    const { faults, warnings } = READERS[alone](bytes, { file });
    return { ...empty, kind: alone, faults, warnings };
  }
  const { value, faults, warnings } = readShipgateFile(bytes, { file });
  return { ...empty, faults, warnings, unreadSections: value === undefined ? [] : unreadSections(value) };
}

const READERS = {
  'canary-plan': readCanaryPlan,
  'checklist-policy': readChecklistPolicy,
  'security-policy': readSecurityPolicy,
} as const;

/** The file's bytes, or what was found in its place. */
function bytesOf(path: string): Uint8Array | string {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'a folder';
    // A pipe or a device may have no end.
    return found.isFile() ? readFileSync(path) : 'something that is no file';
  } catch (error) {
    return troubleOf(error);
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'no right to read it',
  EPERM: 'no right to read it',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
  ERR_INVALID_ARG_VALUE: 'a name that no file can have',
};

function troubleOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
  return TROUBLES[code] ?? code;
}

function unreadable(file: string, got: string, name: string): Fault {
  const isDash = name === '-';
  return {
    title: isDash ? 'standard input is not read' : `${file} cannot be read`,
    expected: 'a file',
    got,
    do: isDash ? 'give the name of a file' : 'check the name, or give another: shipgate validate <file>',
  };
}

function shownName(name: string, workingFolder: string): string {
  const path = relative(workingFolder, resolve(workingFolder, name));
  const isOutside = path === '' || path.startsWith('..') || isAbsolute(path);
  return (isOutside ? name : path).split(sep).join('/');
}
