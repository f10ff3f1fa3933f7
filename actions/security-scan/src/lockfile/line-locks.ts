/** yarn.lock and pnpm-lock.yaml: found by their lines, which is all that a place needs. */
import { columnsOf, eachLine } from './lines.ts';
import { type LockEntry, type LockFault, type Lockfile, lockfileOf } from './lockfile.ts';

/** What git leaves where two sides wrote the same lines; no line of a lock begins so. */
const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/;

/** The first line of a conflict, or a file that has nothing of what its tool always writes. */
function faultIn(text: string, always: RegExp): LockFault | undefined {
  let isKnown = false;
  for (const { text: row, line } of eachLine(text)) {
    if (conflict.test(row)) return { fault: 'a conflict that is not resolved', line, column: 1 };
    isKnown ||= always.test(row);
  }
  return isKnown ? undefined : { fault: 'none of the lines that its tool writes', line: 1, column: 1 };
}

/** `"a@^1", a@^1.2:`; yarn 2 and later write a long one as `? "a@npm:^1, ..."`, with the colon on the next line. */
const yarnHead = /^(\? )?"?((?:@[^/@"\s]+\/)?[^@"\s,]+)@[^\n]*?(:?)$/;

/** yarn.lock of both kinds: a head on a line of its own, then `version "1.2.3"` or `version: 1.2.3`. */
export function yarnLock(path: string, text: string): Lockfile | LockFault {
  const fault = faultIn(text, /^# yarn lockfile v\d|^__metadata:|^ {2}version:? /);
  if (fault !== undefined) return fault;
  const entries: LockEntry[] = [];
  let last: LockEntry | undefined;
  const put = (entry: LockEntry | undefined) => {
    if (last !== undefined) entries.push(last);
    last = entry;
  };
  for (const { text: own, line } of eachLine(text)) {
    if (/^[^\s#:]/.test(own)) {
      put(yarnEntry(own, line));
      continue;
    }
    const version = /^ {2}version:? "?([^"\s]+)"?$/.exec(own)?.[1];
    const real = /^ {2}resolution: "((?:@[^/@"]+\/)?[^@"]+)@/.exec(own)?.[1];
    if (last !== undefined && version !== undefined) last = { ...last, version };
    if (last !== undefined && real !== undefined) last = { ...last, name: real };
  }
  put(undefined);
  // A workspace of the project itself, which yarn 2 and later list too.
  return lockfileOf(
    path,
    'yarn',
    entries.filter(({ version }) => version !== '0.0.0-use.local'),
  );
}

function yarnEntry(own: string, line: number): LockEntry | undefined {
  const [, long, name, colon = ''] = yarnHead.exec(own) ?? [];
  if (name === undefined || (long === undefined && colon === '')) return undefined;
  const endColumn = own.length + 1 - colon.length;
  return { name: aliased(own) ?? name, version: null, node: '', line, column: 1, endColumn };
}

/** `a@npm:b@^1`: installed is b. */
function aliased(head: string): string | undefined {
  return /^(?:\? )?"?(?:@[^/@"\s]+\/)?[^@"\s,]+@npm:((?:@[^/@"\s]+\/)?[^@"\s,]+)@/.exec(head)?.[1];
}

const pnpmKey = /^ {2}(?:\? )?(['"]?)\/?((?:@[^/@'"\s]+\/)?[^/@'"\s(]+)[@/](\d[^:('"\s_]*)[^\n]*$/;

/** pnpm-lock.yaml, versions 5 to 9: keys under `packages:`, as `/a/1.0.0:`, `/a@1.0.0:`, `a@1.0.0:`, with peers in brackets. */
export function pnpmLock(path: string, text: string): Lockfile | LockFault {
  const fault = faultIn(text, /^lockfileVersion:/);
  if (fault !== undefined) return fault;
  const entries: LockEntry[] = [];
  let isInside = false;
  for (const { text: own, line } of eachLine(text)) {
    if (/^[^\s#]/.test(own)) isInside = own.startsWith('packages:');
    const [, , name, version = null] = (isInside ? pnpmKey.exec(own) : null) ?? [];
    if (name !== undefined) entries.push({ name, version, node: '', line, ...columnsOf(own) });
  }
  return lockfileOf(path, 'pnpm', entries);
}
