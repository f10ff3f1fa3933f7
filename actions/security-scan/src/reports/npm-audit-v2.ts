/** `npm audit --json` of npm 7 and later: an entry for each package that is touched, which names advisories or other entries. */
import type { RawFinding } from '../finding.ts';
import type { LockEntry, Lockfile } from '../lockfile/lockfile.ts';
import type { ReportOrigin } from '../ports.ts';
import { at, type JsonRecord, listAt, numberAt, recordOf, textAt, textsAt } from './json.ts';
import { type Advisory, idsOf, isIn, npmCommand, npmFinding, type Occurrence } from './npm-advisory.ts';
import { type Chosen, chosenLock } from './npm-lock-choice.ts';

/** The findings, or what is wrong with the report. */
export function findingsOfV2(vulnerabilities: JsonRecord, origin: ReportOrigin): readonly RawFinding[] | string {
  const entries = Object.entries(vulnerabilities);
  const fault = faultIn(vulnerabilities);
  if (fault !== undefined) return fault;
  const nodes = entries.flatMap(([, entry]) => textsAt(entry, 'nodes'));
  const chosen = chosenLock(origin, (lock) => nodes.filter((node) => lock.at(node) !== undefined).length);
  return entries.flatMap(([key, entry]) => findingsIn(textAt(entry, 'name') || key, entry, vulnerabilities, chosen));
}

/** An entry that leads to no advisory would vanish: then the report is not what npm writes. */
function faultIn(vulnerabilities: JsonRecord): string | undefined {
  const explained = new Set<string>();
  const effects = new Map<string, string[]>();
  for (const [name, entry] of Object.entries(vulnerabilities)) {
    if (name === '') return 'an entry without a name';
    const via = listAt(entry, 'via');
    if (via === undefined) return `an entry without "via": ${name}`;
    if (via.some((each) => typeof each !== 'string' && recordOf(each) === undefined))
      return `a "via" of another shape: ${name}`;
    if (via.some((each) => typeof each !== 'string')) explained.add(name);
    for (const from of textsAt(entry, 'via')) effects.set(from, [...(effects.get(from) ?? []), name]);
  }
  // A set that grows while it is walked through: each entry is looked at once.
  for (const name of explained) for (const effect of effects.get(name) ?? []) explained.add(effect);
  const lost = Object.keys(vulnerabilities).find((name) => !explained.has(name));
  return lost === undefined ? undefined : `an entry that leads to no advisory: ${lost}`;
}

function findingsIn(name: string, entry: unknown, all: JsonRecord, chosen: Chosen): readonly RawFinding[] {
  const occurrences = occurrencesOf(name, entry, all, chosen);
  const advisories = (listAt(entry, 'via') ?? []).flatMap((via) =>
    recordOf(via) === undefined ? [] : [advisoryOf(via)],
  );
  return onePerId(advisories).flatMap((advisory) => {
    const meant = occurrences.filter(({ version }) => isIn(version, advisory.range));
    return (meant.length > 0 ? meant : occurrences).map((each) => npmFinding(advisory, each, chosen.lock, chosen.path));
  });
}

function onePerId(advisories: readonly Advisory[]): readonly Advisory[] {
  return [...new Map(advisories.map((each) => [`${each.ids[0]} ${each.range}`, each])).values()];
}

function advisoryOf(via: unknown): Advisory {
  return {
    ids: idsOf(textAt(via, 'url'), textsAt(via, 'cves'), numberAt(via, 'source')),
    title: textAt(via, 'title') ?? '',
    severity: textAt(via, 'severity'),
    range: textAt(via, 'range') ?? null,
    cwe: textsAt(via, 'cwe').filter((each) => /^CWE-\d+$/.test(each)),
  };
}

/** One for each version that is installed, at the first folder that has it. */
function occurrencesOf(name: string, entry: unknown, all: JsonRecord, { lock, path }: Chosen): readonly Occurrence[] {
  const fix = fixOf(name, at(entry, 'fixAvailable'), path);
  const found = lock === undefined ? [] : entriesOf(name, textsAt(entry, 'nodes'), lock);
  const versions = new Map(found.toReversed().map((each) => [each.version, each]));
  if (versions.size === 0) return [{ name, version: null, entry: undefined, via: chainOf(name, all), fix }];
  return [...versions.values()].toReversed().map((each) => ({
    name,
    version: each.version,
    entry: each,
    via: lock?.via(each) ?? chainOf(name, all),
    fix,
  }));
}

function entriesOf(name: string, nodes: readonly string[], lock: Lockfile): readonly LockEntry[] {
  const found = nodes.flatMap((node) => lock.at(node) ?? []);
  return found.length > 0 ? found : lock.named(name);
}

/** Packages that are looked at for one chain. */
const longestChain = 1_000;

/** From a direct dependency down, by what the report says that the package has effect on. */
function chainOf(name: string, all: JsonRecord): readonly string[] {
  const below = new Map<string, string | undefined>([[name, undefined]]);
  for (const [each] of below) {
    if (below.size > longestChain) return [];
    if (at(all, each, 'isDirect') === true) return stepsFrom(each, below);
    for (const effect of textsAt(all, each, 'effects')) if (!below.has(effect)) below.set(effect, each);
  }
  return [];
}

function stepsFrom(direct: string, below: ReadonlyMap<string, string | undefined>): readonly string[] {
  const chain: string[] = [];
  for (let step: string | undefined = direct; step !== undefined; step = below.get(step)) chain.push(step);
  return chain.slice(0, -1);
}

function fixOf(name: string, available: unknown, lock: string | null): string | undefined {
  if (available === true) return npmCommand(lock, 'update', name);
  const [direct, version] = [textAt(available, 'name'), textAt(available, 'version')];
  return direct === undefined || version === undefined ? undefined : npmCommand(lock, 'install', direct, version);
}
