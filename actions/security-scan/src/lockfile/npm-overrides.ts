/** What `overrides` of a project's package.json make of what packages ask for. Source: npm's documentation, "package.json". */
import { intersects } from 'semver';
import { at, type JsonRecord, recordOf } from '../reports/json.ts';
import { askedBy } from './npm-asked.ts';
import { isAnswer, type Locked, rangeOf } from './npm-spec.ts';

interface Rule {
  readonly name: string;
  /** Which of what is asked for is meant: `^1`, `*` for all. */
  readonly of: string;
  readonly spec: string;
  /** It counts below some packages alone. */
  readonly isNested: boolean;
}

export type Overrides = ReadonlyMap<string, readonly Rule[]>;

export function overridesOf(manifest: unknown): Overrides {
  const rules = new Map<string, Rule[]>();
  const own = new Map(askedBy(manifest, true).map(({ name, spec }) => [name, spec]));
  const waiting: [JsonRecord, boolean][] = [[recordOf(at(manifest, 'overrides')) ?? {}, false]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [level, isNested] = next;
    for (const [key, value] of Object.entries(level)) {
      if (key === '.') continue;
      const [, name = key, of = '*'] = /^(@?[^@]+)@(.+)$/.exec(key) ?? [];
      const inner = recordOf(value);
      const written = inner === undefined ? value : inner['.'];
      // Without words of its own a rule says that its key is meant.
      const spec = typeof written === 'string' && written !== '' ? written : of;
      const meant = spec.startsWith('$') ? own.get(spec.slice(1)) : spec;
      if (meant !== undefined && meant !== '*')
        rules.set(name, [...(rules.get(name) ?? []), { name, of, spec: meant, isNested }]);
      if (inner !== undefined) waiting.push([inner, true]);
    }
  }
  return rules;
}

/**
 * Whether what is locked is what was asked for, with the rules of the project. Of rules that count below some packages
 * alone each may be the one that was followed.
 */
export function isAnswerWith(
  overrides: Overrides,
  { name, spec, from, before }: { name: string; spec: string; from: string; before: string | undefined },
  locked: Locked,
): boolean {
  const rules = overrides.get(name) ?? [];
  if (rules.some(({ isNested, spec: other }) => isNested && isAnswer(other, '', locked))) return true;
  const rule = rules.find((each) => !each.isNested && isMeant(each, spec));
  if (rule !== undefined && isAnswer(rule.spec, '', locked)) return true;
  // One that the rule means would be replaced, though it is what was asked for.
  return isAnswer(spec, from, locked, before) && (rule === undefined || !isAnswer(rule.of, '', locked));
}

/** Signs of two ranges, multiplied: each part of one is compared with each of the other. Nobody writes so many. */
const most = 10_000;

function isMeant({ of }: Rule, spec: string): boolean {
  if (of === '*' || of.length * spec.length > most) return true;
  const asked = rangeOf(spec.replace(/^npm:(?:@[^/@]+\/)?[^/@]+@?/, ''));
  const meant = rangeOf(of);
  return asked === undefined || meant === undefined || intersects(asked, meant, { loose: true });
}
