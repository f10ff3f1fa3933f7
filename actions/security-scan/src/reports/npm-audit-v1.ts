/** `npm audit --json` of npm 6, and of pnpm: advisories by number, each with the versions and chains that were found. */
import type { RawFinding } from '../finding.ts';
import type { LockEntry, Lockfile } from '../lockfile/lockfile.ts';
import type { ReportOrigin } from '../ports.ts';
import { at, type JsonRecord, listAt, numberAt, textAt, textsAt } from './json.ts';
import { type Advisory, idsOf, npmCommand, npmFinding } from './npm-advisory.ts';
import { type Chosen, chosenLock } from './npm-lock-choice.ts';

interface Found {
  readonly advisory: Advisory;
  readonly number: string;
  readonly name: string;
  readonly version: string | null;
  /** `order-forms>xml-tools>fast-order-xml`. */
  readonly paths: readonly string[];
}

/** The findings, or what is wrong with the report. */
export function findingsOfV1(
  advisories: JsonRecord,
  actions: unknown,
  origin: ReportOrigin,
): readonly RawFinding[] | string {
  const nameless = Object.entries(advisories).find(([, each]) => (textAt(each, 'module_name') ?? '') === '');
  if (nameless !== undefined) return `an advisory without "module_name": ${nameless[0]}`;
  const found = Object.entries(advisories).flatMap(([number, each]) => foundIn(number, each));
  const chosen = chosenLock(origin, (lock) => found.filter((each) => entryOf(each, lock) !== undefined).length);
  return found.map((each) => {
    const entry = chosen.lock === undefined ? undefined : entryOf(each, chosen.lock);
    const via = (entry === undefined ? undefined : chosen.lock?.via(entry)) ?? shortest(each.paths);
    const fix = fixOf(each, actions, chosen);
    return npmFinding(
      each.advisory,
      { name: each.name, version: each.version, entry, via, fix },
      chosen.lock,
      chosen.path,
    );
  });
}

/** One for each version; versions come more than once when chains differ. */
function foundIn(number: string, value: unknown): readonly Found[] {
  const name = textAt(value, 'module_name') ?? '';
  const advisory = advisoryOf(value);
  const byVersion = new Map<string | null, string[]>();
  for (const each of listAt(value, 'findings') ?? []) {
    const version = textAt(each, 'version') ?? null;
    byVersion.set(version, [...(byVersion.get(version) ?? []), ...textsAt(each, 'paths')]);
  }
  // An advisory without a place is one all the same.
  if (byVersion.size === 0) byVersion.set(null, []);
  return [...byVersion].map(([version, paths]) => ({ advisory, number, name, version, paths }));
}

function advisoryOf(value: unknown): Advisory {
  const others = [textAt(value, 'github_advisory_id') ?? '', ...textsAt(value, 'cves')];
  const patched = textAt(value, 'patched_versions');
  const weaknesses = [textAt(value, 'cwe') ?? '', ...textsAt(value, 'cwe')];
  return {
    ids: idsOf(textAt(value, 'url'), others, numberAt(value, 'id')),
    title: textAt(value, 'title') ?? '',
    severity: textAt(value, 'severity'),
    range: textAt(value, 'vulnerable_versions') ?? null,
    cwe: weaknesses.filter((each) => /^CWE-\d+$/.test(each)),
    ...(patched === undefined ? {} : { patched }),
  };
}

function entryOf({ name, version }: Found, lock: Lockfile): LockEntry | undefined {
  const named = lock.named(name);
  return version === null ? named[0] : named.find((each) => each.version === version);
}

function shortest(paths: readonly string[]): readonly string[] {
  const chains = paths.map((path) => path.split('>').map((name) => name.trim()));
  const [chain = []] = chains.toSorted((one, two) => one.length - two.length);
  // pnpm begins with the folder of the project, written as a dot.
  return chain.slice(0, -1).filter((name) => name !== '.' && name !== '');
}

/** npm's own advice: `install` names a direct dependency and a version, `update` the package; `review` is none. */
function fixOf({ number, name }: Found, actions: unknown, { path }: Chosen): string | undefined {
  const all = Array.isArray(actions) ? (actions as readonly unknown[]) : [];
  const own = all.filter((action) =>
    (listAt(action, 'resolves') ?? []).some((each) => String(at(each, 'id')) === number),
  );
  const install = own.find((action) => textAt(action, 'action') === 'install');
  if (install !== undefined) {
    return npmCommand(path, 'install', textAt(install, 'module') ?? '', textAt(install, 'target'));
  }
  return own.some((action) => textAt(action, 'action') === 'update') ? npmCommand(path, 'update', name) : undefined;
}
