/**
 * The servers of a backend, out of what HAProxy says of them. Pure. Columns are found by their names: versions add new ones.
 * HAProxy Management Guide, 9.1 "CSV format" and 9.3 "show servers state".
 */
import { TrafficError } from '../../steering/traffic.ts';

export interface Server {
  readonly name: string;
  /** 0 to 256, as the user set it last. */
  readonly weight: number;
  /** As the configuration has it. */
  readonly initial: number;
  /** What balancing uses now: less than `weight` in a slow start. */
  readonly effective: number;
  /** Takes requests as soon as it has a weight. */
  readonly isUp: boolean;
  readonly isBackup: boolean;
}

/** Both are of one line, so that nothing changes between them but health. */
export function questions(backend: string): readonly string[] {
  // Of every proxy (-1), servers only (4), all of them (-1): by its name a frontend could be taken for the backend.
  return [`show servers state ${named('backend', backend)}`, 'show stat -1 4 -1'];
}

/** HAProxy's own rule for names: letters, digits, "-", "_", "." and ":". Anything else could be a command of its own. */
export function named(what: string, name: string): string {
  if (/^[A-Za-z0-9._:-]+$/.test(name)) return name;
  throw new TrafficError(
    'unfit',
    `router: expected a ${what} of letters, digits and "-_.:", got ${JSON.stringify(name)}`,
  );
}

/** Throws TrafficError `missing` when there is no such backend, `unfit` for what is no table of HAProxy's. */
export function parseServers(backend: string, [state = '', stat = '']: readonly string[]): readonly Server[] {
  if (/^(Can't find backend|No such backend)/.test(state)) {
    const where = 'name one that "show backend" lists';
    throw new TrafficError('missing', `expected a backend ${backend} in HAProxy, got none; ${where}`);
  }
  const usual = table(stat, ',').filter((row) => row.get('pxname') === backend);
  return table(state, ' ').map((row) => {
    const name = text(row, 'srv_name');
    const found = usual.find((each) => each.get('svname') === name);
    if (found === undefined) throw odd(`server ${name} in both tables`, 'it in the state only');
    return serverOf(name, row, found);
  });
}

type Row = ReadonlyMap<string, string>;

/** Forced into draining, by itself or by the server that it tracks. */
const DRAINS = 0x08 | 0x10;

function serverOf(name: string, state: Row, stat: Row): Server {
  const isDraining = (number(state, 'srv_admin_state') & DRAINS) !== 0;
  return {
    name,
    weight: number(state, 'srv_uweight'),
    initial: number(state, 'srv_iweight'),
    effective: number(stat, 'weight'),
    // A server of weight 0 is shown as draining; "UP 1/3" still takes requests, "DOWN 1/2" not yet.
    isUp: /^(UP|DRAIN|no check)/.test(text(stat, 'status')) && !isDraining,
    isBackup: number(stat, 'bck') === 1,
  };
}

/** Lines below the one that begins with "#" and names the columns. */
function table(answer: string, separator: string): readonly Row[] {
  const lines = answer.split('\n');
  const top = lines.findIndex((line) => line.startsWith('# '));
  if (top === -1) throw odd('a table with a line of column names', JSON.stringify(answer.slice(0, 200)));
  const names = (lines[top] ?? '').slice(2).split(separator);
  return lines
    .slice(top + 1)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => new Map(line.split(separator).map((value, at) => [names[at] ?? '', value])));
}

function text(row: Row, column: string): string {
  return row.get(column) ?? fail(column, 'none');
}

function number(row: Row, column: string): number {
  const value = text(row, column);
  return /^\d{1,9}$/.test(value) ? Number(value) : fail(column, JSON.stringify(value));
}

function fail(column: string, got: string): never {
  throw odd(`a value in the column ${column}`, got);
}

function odd(expected: string, got: string): TrafficError {
  return new TrafficError('unfit', `expected ${expected} from HAProxy, got ${got}; HAProxy 2.4 or later has it`);
}
