/** Mutations as data: what is changed about which object, and what the fingerprint must then tell. */
import type { Sql } from './catalog-fixture.ts';

export interface Change {
  /** Changes one attribute of one object. */
  readonly change: Sql;
  readonly undo: Sql;
  /** Why no command can do it, so that the catalog's own rows are changed. */
  readonly byHand?: string;
  /** As the difference names it; the class's own object when absent. */
  readonly object?: string;
  /** What PostgreSQL changes along with it, as "class object: attribute" -> why. */
  readonly also?: Readonly<Record<string, string>>;
}

export interface Life {
  readonly create: Sql;
  readonly drop: Sql;
  readonly object: string;
  readonly byHand?: string;
  readonly also?: Readonly<Record<string, string>>;
}

export interface ClassMutations {
  readonly class: string;
  /** SQL that makes what the mutations need. */
  readonly setup: string;
  readonly setupByHand?: string;
  readonly object: string;
  readonly attributes: Readonly<Record<string, Change>>;
  /** An object that comes and goes; or why there can be none. */
  readonly life: Life | string;
}

/** One command with two endings. */
export function alter(
  command: string,
  change: string,
  undo: string,
  rest: Omit<Change, 'change' | 'undo'> = {},
): Change {
  return { change: `${command} ${change}`, undo: `${command} ${undo}`, ...rest };
}

/** No command changes it in place: the object is dropped and made again in one go. */
export function remake(drop: string, change: string, undo: string, rest: Omit<Change, 'change' | 'undo'> = {}): Change {
  return alter(`${drop};`, change, undo, rest);
}

/** One column of one catalog row, set by hand. */
export function byHand(
  why: string,
  update: string,
  change: string,
  undo: string,
  where: string,
  rest: Partial<Change> = {},
): Change {
  return {
    change: `${update} ${change} WHERE ${where}`,
    undo: `${update} ${undo} WHERE ${where}`,
    byHand: why,
    ...rest,
  };
}

/** ALTER … OWNER TO: `owned` is what stands between. */
export function owner(owned: string, rest: Omit<Change, 'change' | 'undo'> = {}): Change {
  return alter(`ALTER ${owned} OWNER TO`, 'other_role', 'CURRENT_USER', rest);
}

export function grant(privilege: string, on: string, rest: Omit<Change, 'change' | 'undo'> = {}): Change {
  return {
    change: `GRANT ${privilege} ON ${on} TO other_role`,
    undo: `REVOKE ${privilege} ON ${on} FROM other_role`,
    ...rest,
  };
}

/** What all mutations share. */
export const COMMON_SETUP: Sql = [
  `CREATE TABLESPACE other_space LOCATION ''`,
  `
  CREATE ROLE other_role; CREATE ROLE other_super SUPERUSER;
  CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
  CREATE FOREIGN DATA WRAPPER other_wrapper; CREATE SERVER server_a FOREIGN DATA WRAPPER other_wrapper; CREATE SERVER server_b FOREIGN DATA WRAPPER other_wrapper;
  CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE FUNCTION nothing_else() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
`,
];
