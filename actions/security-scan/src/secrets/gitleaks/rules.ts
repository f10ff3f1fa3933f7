/** Rules of a `.gitleaks.toml` as data: https://github.com/gitleaks/gitleaks#configuration. Pure. */
import type { RE2JS } from 're2js';
import { type Allowlist, allowlistOf, allowlistTables } from './allowlist.ts';
import type { Table } from './values.ts';

export interface Required {
  readonly id: string;
  readonly withinLines: number | undefined;
  readonly withinColumns: number | undefined;
}

export interface UserRule {
  readonly id: string;
  readonly description: string;
  /** Neither: it changes a rule of ours of the same id. */
  readonly regex: RE2JS | undefined;
  readonly path: RE2JS | undefined;
  /** 0: the first group that matches something, or all. */
  readonly secretGroup: number;
  readonly entropy: number;
  /** In lower case; a file needs one of them. None: every file is looked at. */
  readonly keywords: readonly string[];
  readonly allowlists: readonly Allowlist[];
  readonly required: readonly Required[];
  /** Found for others that require it, and not told. */
  readonly silent: boolean;
}

export interface GitleaksConfig {
  readonly rules: readonly UserRule[];
  /** For the whole file. */
  readonly allowlists: readonly Allowlist[];
  /** By the id of the rule, ours or the user's. */
  readonly targeted: ReadonlyMap<string, readonly Allowlist[]>;
  readonly disabled: ReadonlySet<string>;
  /** `useDefault`, when it is said. */
  readonly useDefault: boolean | undefined;
  /** Another file that this one builds on. */
  readonly base: string | undefined;
}

export function configOf(root: Table): GitleaksConfig {
  const [extend] = root.tables('extend');
  const base = extend?.text('path') ?? '';
  const useDefault = extend?.flag('useDefault');
  if (base !== '' && useDefault === true) throw root.fault('`path` or `useDefault`', 'both', 'extend');
  if ((extend?.text('url') ?? '') !== '')
    throw root.fault('no `url`', 'a `url`, which gitleaks does not read either', 'extend');
  const targeted = new Map<string, Allowlist[]>();
  const allowlists: Allowlist[] = [];
  for (const table of allowlistTables(root)) {
    const targets = table.texts('targetRules');
    const allowlist = allowlistOf(table);
    if (targets.length === 0) allowlists.push(allowlist);
    for (const id of targets) targeted.set(id, [...(targeted.get(id) ?? []), allowlist]);
  }
  return {
    rules: root.tables('rules').map(ruleOf),
    allowlists,
    targeted,
    disabled: new Set(extend?.texts('disabledRules') ?? []),
    useDefault,
    base: base === '' ? undefined : base,
  };
}

function ruleOf(table: Table): UserRule {
  const id = table.text('id').trim();
  if (id === '') throw table.fault('a rule with an `id`', 'none', 'id');
  const regex = table.regex('regex');
  const secretGroup = table.whole('secretGroup');
  if (regex !== undefined && secretGroup > regex.groupCount()) {
    throw table.fault(`a \`secretGroup\` of at most ${regex.groupCount()}`, String(secretGroup), 'secretGroup');
  }
  return {
    id,
    description: table.text('description'),
    regex,
    path: table.regex('path'),
    secretGroup,
    entropy: table.number('entropy'),
    keywords: table.texts('keywords').map((keyword) => keyword.toLowerCase()),
    allowlists: allowlistTables(table).map(allowlistOf),
    required: table.tables('required').map(requiredOf),
    silent: table.flag('skipReport') ?? false,
  };
}

function requiredOf(table: Table): Required {
  const id = table.text('id');
  if (id === '') throw table.fault('a required rule with an `id`', 'none', 'id');
  return {
    id,
    withinLines: table.has('withinLines') ? table.whole('withinLines') : undefined,
    withinColumns: table.has('withinColumns') ? table.whole('withinColumns') : undefined,
  };
}

/** `child` on top of what it builds on: its own values win, lists are joined. */
export function extended(child: GitleaksConfig, base: GitleaksConfig): GitleaksConfig {
  const own = new Map(child.rules.map((rule) => [rule.id, rule]));
  const inherited = base.rules.filter(({ id }) => !child.disabled.has(id));
  const merged = inherited.map((rule) => (own.has(rule.id) ? mergedRule(own.get(rule.id) ?? rule, rule) : rule));
  const added = child.rules.filter(({ id }) => !inherited.some((rule) => rule.id === id));
  const targeted = new Map(base.targeted);
  for (const [id, lists] of child.targeted) targeted.set(id, [...(targeted.get(id) ?? []), ...lists]);
  return {
    rules: [...merged, ...added],
    allowlists: [...child.allowlists, ...base.allowlists],
    targeted,
    disabled: new Set([...child.disabled, ...base.disabled]),
    useDefault: child.useDefault ?? base.useDefault,
    base: base.base,
  };
}

function mergedRule(own: UserRule, base: UserRule): UserRule {
  return {
    ...base,
    description: own.description === '' ? base.description : own.description,
    entropy: own.entropy === 0 ? base.entropy : own.entropy,
    secretGroup: own.secretGroup === 0 ? base.secretGroup : own.secretGroup,
    regex: own.regex ?? base.regex,
    path: own.path ?? base.path,
    keywords: [...base.keywords, ...own.keywords],
    allowlists: [...base.allowlists, ...own.allowlists],
  };
}
