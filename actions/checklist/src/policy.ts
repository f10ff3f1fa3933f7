/** The policy of one run: what the section `checklist` says about this environment, with its defaults. Pure. */
import type { Calendar } from '@shipgate/kit/calendar';
import { resolveCalendar } from '@shipgate/kit/calendar';
import type { Checklist, ChecklistRole, ChecklistUser } from '@shipgate/schemas';
import { secondsOf } from '@shipgate/schemas';
import { type EvidenceEntry, entryOf } from './evidence/entry.ts';
import type { Phase } from './markdown/model.ts';

export type SignatureKind = 'review' | 'commit-comment' | 'signed-commit' | 'environment';
export type Claims = 'accept' | 'reject';
/** Before the deployment, or watching it afterwards. */
export type When = 'before' | 'after';

export interface Person {
  readonly login: string;
  /** undefined: whoever has the login now. */
  readonly id?: number;
}

export interface Role {
  /** Key of `roles`. */
  readonly name: string;
  readonly label: string;
  readonly users: readonly Person[];
  /** organisation/team. */
  readonly teams: readonly string[];
  readonly codeowners?: string;
  readonly environment?: string;
}

export interface BreakGlass {
  readonly users: readonly Person[];
  readonly teams: readonly string[];
  readonly longestMs: number;
}

export interface PolicyEvidence {
  /** Index in `checklist.evidence`. */
  readonly index: number;
  readonly entry: EvidenceEntry;
}

export interface Policy {
  readonly claims: Claims;
  readonly phases: readonly { readonly phase: number | string; readonly claims?: Claims; readonly role?: string }[];
  /** Phases that this run is about; undefined: all but `after`. */
  readonly before?: readonly (number | string)[];
  readonly after: readonly (number | string)[];
  /** Roles that have to sign before the deployment. */
  readonly roles: readonly Role[];
  readonly authorMaySign: boolean;
  readonly onePersonSeveralRoles: boolean;
  readonly kinds: readonly SignatureKind[];
  readonly freshnessMs: number;
  readonly evidence: readonly PolicyEvidence[];
  readonly calendar: Calendar;
  readonly breakGlass?: BreakGlass;
}

const DAY_MS = 86_400_000;
const KINDS: readonly SignatureKind[] = ['review', 'commit-comment', 'signed-commit', 'environment'];

/** `environment` as it is spelled on GitHub, whose names do not differ by case. */
export function resolvePolicy(section: Checklist, environment: string | undefined): Policy {
  const gate = gateOf(section, environment);
  const names = gate?.signatures ?? Object.keys(section.roles ?? {});
  const before = gate?.phases;
  const breakGlass = breakGlassOf(section);
  return {
    claims: section.claims ?? 'accept',
    phases: section.phases ?? [],
    ...(before === undefined ? {} : { before }),
    after: gate?.after ?? [],
    roles: names.flatMap((name) => {
      const role = section.roles?.[name];
      return role === undefined ? [] : [roleOf(name, role)];
    }),
    authorMaySign: section['author-may-sign'] ?? false,
    onePersonSeveralRoles: section['one-person-several-roles'] ?? false,
    kinds: KINDS.filter((kind) => (section.proofs ?? KINDS).includes(kind)),
    freshnessMs: milliseconds(section.freshness, 7 * DAY_MS),
    evidence: (section.evidence ?? []).map((entry, index) => ({ index, entry: entryOf(entry) })),
    calendar: resolveCalendar({ freeze: section.freeze ?? [], windows: gate?.windows ?? [] }),
    ...(breakGlass === undefined ? {} : { breakGlass }),
  };
}

function gateOf({ gates = {} }: Checklist, environment: string | undefined) {
  const name = Object.keys(gates).find((each) => each.toLowerCase() === environment?.toLowerCase());
  return name === undefined ? undefined : gates[name];
}

function roleOf(name: string, role: ChecklistRole): Role {
  return {
    name,
    label: role.label.trim(),
    users: (role.users ?? []).map(personOf),
    teams: role.teams ?? [],
    ...(role.codeowners === undefined ? {} : { codeowners: role.codeowners }),
    ...(role.environment === undefined ? {} : { environment: role.environment }),
  };
}

function personOf(user: ChecklistUser): Person {
  return typeof user === 'string' ? { login: user } : user;
}

function breakGlassOf({ 'break-glass': given }: Checklist): BreakGlass | undefined {
  if (given === undefined) return undefined;
  return {
    users: (given.users ?? []).map(personOf),
    teams: given.teams ?? [],
    longestMs: milliseconds(given.longest, DAY_MS),
  };
}

/** Of `7d`, `24h`; the schema has judged it. */
export function milliseconds(text: string | undefined, otherwise: number): number {
  const seconds = secondsOf(text);
  return seconds === undefined ? otherwise : seconds * 1000;
}

/** The policy names nobody itself: only an approval of the role's environment is a signature. */
export function isByEnvironmentOnly({ users, teams, codeowners, environment }: Role): boolean {
  return environment !== undefined && users.length === 0 && teams.length === 0 && codeowners === undefined;
}

/** Whether a run is about a phase; an item before any heading belongs to every run before a deployment. */
export function isGating(policy: Policy, when: When, phase: Phase | undefined): boolean {
  const isNamed = (names: readonly (number | string)[]) => names.some((name) => isPhase(name, phase));
  if (when === 'after') return isNamed(policy.after);
  return policy.before === undefined ? !isNamed(policy.after) : phase === undefined || isNamed(policy.before);
}

/** Whether a tick alone counts in a phase. */
export function claimsIn(policy: Policy, phase: Phase | undefined): Claims {
  return policy.phases.find((each) => isPhase(each.phase, phase))?.claims ?? policy.claims;
}

/** A phase by its number, the anchor of its heading, or that without the hyphens that signs leave at its ends. */
export function isPhase(name: number | string, phase: Phase | undefined): boolean {
  if (phase === undefined) return false;
  if (typeof name === 'number') return phase.number === name;
  const plain = (text: string) => text.toLowerCase().replace(/^[-#]+|-+$/g, '');
  // What is below a named heading belongs to it.
  const ids = [phase.id, ...(phase.within ?? [])];
  return ids.some((id) => plain(id) === plain(name)) || phase.title.toLowerCase() === name.trim().toLowerCase();
}
