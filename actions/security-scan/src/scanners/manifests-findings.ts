/** What the rules for manifests say, as findings of the security scan. Pure. */
import { ignoreOf } from '@shipgate/manifests/ignore';
import type { KubernetesObject } from '@shipgate/manifests/object';
import type { Finding } from '@shipgate/manifests/result';
import { OWN_RULES } from '@shipgate/manifests/rule-names';
import { at, type Path } from '@shipgate/manifests/value';
import type { RawFinding } from '../finding.ts';
import { MARK } from '../masking/redactor.ts';
import { WEIGHTS } from './manifests-weights.ts';

/** What rules say of one object. */
export interface Said {
  readonly object: KubernetesObject;
  readonly findings: readonly Finding[];
}

/** When annotations let a finding through; undefined: they do not count. */
export type Allowing = { readonly now: Date } | undefined;

/** A rule of restricted says nothing new where the one of baseline that is about the same field speaks. */
const SAID_BY: ReadonlyMap<string, string> = new Map([
  ['volume-types', 'host-path'],
  ['capabilities', 'capabilities-added'],
  ['seccomp', 'seccomp-not-off'],
]);

/** Failures of one object, those of one rule at one line in one container as one finding. */
export function findingsOf(said: Said, source: Source, allowing: Allowing): readonly RawFinding[] {
  const failed = said.findings.filter(({ result, rule }) => result === 'fail' && WEIGHTS.has(rule));
  const groups = new Map<string, Finding[]>();
  for (const finding of failed.filter((each) => !isSaid(each, failed))) {
    const key = JSON.stringify([finding.rule, finding.line, finding.container]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => rawFinding(said.object, group, source, allowing) ?? []);
}

function isSaid({ rule, path = [] }: Finding, all: readonly Finding[]): boolean {
  const other = SAID_BY.get(rule);
  return all.some((one) => one.rule === other && path.every((key, index) => one.path?.[index] === key));
}

function rawFinding(
  object: KubernetesObject,
  group: readonly Finding[],
  source: Source,
  allowing: Allowing,
): RawFinding | undefined {
  const [first] = group;
  const weight = WEIGHTS.get(first?.rule ?? '');
  if (first === undefined || weight === undefined) return undefined;
  const { severity, title, page, cwe } = weight;
  const { rule, mend, path = [] } = first;
  const seen = [...new Set(group.map(({ message }) => message))].join('; ');
  const hurts = OWN_RULES.get(rule)?.hurts ?? '';
  const ignore = allowing === undefined ? undefined : ignoreOf(object, rule, allowing.now);
  const wrong = ignore !== undefined && 'wrong' in ignore ? ` Its annotation does not count: ${ignore.wrong}.` : '';
  return {
    category: 'manifest',
    rule,
    title,
    severity,
    message: `${nameOf(object)}: ${seen}. ${capital(hurts)}.${wrong}`,
    location: { path: object.file, ...object.lines.place(path) },
    advisories: [],
    ...(mend === undefined ? {} : { fix: mend }),
    snippet: source.snippet(object, path),
    helpUri: page,
    ...(cwe === undefined ? {} : { cwe }),
    ...(ignore !== undefined && 'ends' in ignore
      ? { suppressedBy: { kind: 'in-source', reason: `${ignore.reason} (until ${ignore.until})` } as const }
      : {}),
  };
}

/** Name of an object for people: kind, name, and the namespace where it says one. */
export function nameOf({ kind, name, namespace, value }: KubernetesObject): string {
  const isSaid = at(value, 'metadata', 'namespace') !== undefined;
  return `${kind} ${name === '' ? 'without a name' : name}${isSaid && namespace !== undefined ? ` in ${namespace}` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ENV_RULE = 'literal-secrets';

/** Source lines without what is secret in them, and the secrets. */
export class Source {
  readonly #lines: ReadonlyMap<string, readonly string[]>;
  /** By file and line: the column where the first secret's field begins. */
  readonly #covered = new Map<string, number>();
  readonly #secrets = new Set<string>();

  /** `texts`: of each file; `all`: everything that was said, so that no secret is missed whose finding comes later. */
  constructor(texts: ReadonlyMap<string, string>, all: readonly Said[]) {
    this.#lines = new Map([...texts].map(([path, text]) => [path, text.split(/\r\n?|\n/)]));
    for (const { object, findings } of all) for (const finding of findings) this.#cover(object, finding);
  }

  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  /** The line of a place; from a secret's field on there is a mark. */
  snippet(object: KubernetesObject, path: Path): string {
    const { line } = object.lines.place(path);
    const text = this.#lines.get(object.file)?.[line - 1] ?? '';
    const column = this.#covered.get(`${line} ${object.file}`);
    return (column === undefined ? text : `${text.slice(0, column - 1)}value: ${MARK}`).trim();
  }

  #cover(object: KubernetesObject, { rule, result, path = [] }: Finding): void {
    if (rule !== ENV_RULE || result !== 'fail') return;
    for (const secret of secretsOf(String(at(object.value, ...path) ?? ''))) this.#secrets.add(secret);
    const { line, column } = object.lines.place(path);
    const key = `${line} ${object.file}`;
    this.#covered.set(key, Math.min(column, this.#covered.get(key) ?? column));
  }
}

/** Of a URL the passwords alone: its other parts are words that messages need. */
function secretsOf(value: string): readonly string[] {
  const passwords = [...value.matchAll(/:\/\/[^/\s:@]*:([^$@/\s][^@/\s]*)@/g)].map(([, password]) => password ?? '');
  if (passwords.length === 0) return value === '' ? [] : [value];
  const query = [...value.matchAll(/[?&;][^=&;\s]*(?:pass|pwd|secret|token|key|auth)[^=&;\s]*=([^&;\s]+)/gi)];
  return [...passwords, ...query.map(([, secret]) => secret ?? '')];
}
