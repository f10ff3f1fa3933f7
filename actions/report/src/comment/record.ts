/** The second line of a comment that we keep: from which run it is and which faults it told, for the run after it. Pure. */

export interface CommentRecord {
  readonly run: { readonly id: string; readonly attempt: number };
  /** Of the faults that blocked. */
  readonly faults: readonly RecordedFault[];
}

export interface RecordedFault {
  readonly code: string;
  readonly title: string;
}

export const mostRecorded = 30;
const form = /^<!-- shipgate:record ([\w-]{1,20000}) -->$/;

export function recordLine({ run, faults }: CommentRecord): string {
  const facts = [run.id, run.attempt, ...faults.slice(0, mostRecorded).map(({ code, title }) => [code, title])];
  return `<!-- shipgate:record ${Buffer.from(JSON.stringify(facts)).toString('base64url')} -->`;
}

/** Undefined when there is none, or none of this form. */
export function readRecord(body: string): CommentRecord | undefined {
  const [, line = ''] = body.split(/\r?\n/, 2);
  const [, encoded] = form.exec(line) ?? [];
  if (encoded === undefined) return undefined;
  const [id, attempt, ...faults] = parsed(encoded);
  if (typeof id !== 'string' || !/^[0-9]+$/.test(id) || !Number.isSafeInteger(attempt)) return undefined;
  return { run: { id, attempt: Number(attempt) }, faults: faults.flatMap(readFault) };
}

function parsed(encoded: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    // A maintainer may have edited the comment: then nothing is known of the run before.
    return [];
  }
}

function readFault(value: unknown): readonly RecordedFault[] {
  const [code, title]: readonly unknown[] = Array.isArray(value) ? value : [];
  return typeof code === 'string' && typeof title === 'string' ? [{ code, title }] : [];
}

/** Runs count up, and attempts of a run. */
export function isNewer(one: CommentRecord['run'], other: CommentRecord['run']): boolean {
  const [a, b] = [BigInt(one.id), BigInt(other.id)];
  return a === b ? one.attempt > other.attempt : a > b;
}
