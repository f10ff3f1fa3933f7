/** What npm 6 and npm 7 write about one and the same tree. */
import { satisfies } from 'semver';
import type { LockEntry, Lockfile } from '../lockfile/lockfile.ts';
import { shop } from '../scanners/shop.fixture.ts';

interface Known {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly severity: string;
  readonly vulnerable_versions: string;
  readonly cwe?: readonly string[];
}

const counts = (list: readonly string[]) => ({
  ...Object.fromEntries(
    ['info', 'low', 'moderate', 'high', 'critical'].map((word) => [word, list.filter((each) => each === word).length]),
  ),
});

function affected(
  lock: Lockfile,
): readonly { readonly name: string; readonly known: Known; readonly copies: readonly LockEntry[] }[] {
  const all = Object.entries(shop.advisories).flatMap(([name, list]) =>
    list.map((known) => ({ name, known: known as Known })),
  );
  return all.flatMap(({ name, known }) => {
    const copies = lock
      .named(name)
      .filter(({ version }) => version !== null && satisfies(version, known.vulnerable_versions));
    return copies.length === 0 ? [] : [{ name, known, copies }];
  });
}

export function versionOne(lock: Lockfile): object {
  const found = affected(lock);
  const advisories = found.map(({ name, known, copies }) => {
    const findings = copies.map((copy) => ({
      version: copy.version,
      paths: [[...(lock.via(copy) ?? []), name].join('>')],
    }));
    return [
      known.id,
      { ...known, cwe: known.cwe ?? [], module_name: name, findings, cves: [], patched_versions: '<0.0.0' },
    ];
  });
  const vulnerabilities = counts(found.map(({ known }) => known.severity));
  return {
    actions: [],
    advisories: Object.fromEntries(advisories),
    muted: [],
    metadata: { vulnerabilities, totalDependencies: lock.entries.length },
  };
}

interface Entry {
  readonly name: string;
  readonly severity: string;
  readonly isDirect: boolean;
  readonly via: readonly (object | string)[];
  readonly effects: readonly string[];
  readonly nodes: readonly string[];
  readonly fixAvailable: unknown;
}

export function versionTwo(lock: Lockfile, fixAvailable: unknown = true): object {
  const entries = new Map<string, Entry>();
  const add = (entry: Entry) => {
    const same = entries.get(entry.name);
    const via = [...(same?.via ?? []), ...entry.via];
    entries.set(entry.name, {
      ...entry,
      ...same,
      via: [...new Set(via)],
      nodes: [...new Set([...(same?.nodes ?? []), ...entry.nodes])],
    });
  };
  for (const { name, known, copies } of affected(lock)) {
    const { id, vulnerable_versions: range, ...rest } = known;
    const chains = copies.map((copy) => lock.via(copy) ?? []);
    const nodes = copies.map(({ node }) => node);
    const via = [{ source: id, name, dependency: name, ...rest, cwe: known.cwe ?? [], range }];
    const isDirect = chains.some((chain) => chain.length === 0);
    add({
      name,
      severity: known.severity,
      isDirect,
      via,
      effects: chains.flatMap((chain) => chain.slice(-1)),
      nodes,
      fixAvailable,
    });
    for (const chain of chains) {
      for (const [index, parent] of chain.entries()) {
        const child = chain[index + 1] ?? name;
        const above = { severity: known.severity, isDirect: index === 0, effects: chain.slice(index - 1, index) };
        add({ ...above, name: parent, via: [child], nodes: [`node_modules/${parent}`], fixAvailable });
      }
    }
  }
  const severities = [...entries.values()].map(({ severity }) => severity);
  const vulnerabilities = { ...counts(severities), total: entries.size };
  const metadata = { vulnerabilities, dependencies: { prod: lock.entries.length, total: lock.entries.length } };
  return { auditReportVersion: 2, vulnerabilities: Object.fromEntries(entries), metadata };
}
