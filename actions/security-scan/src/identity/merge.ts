/** One advisory through two scanners is one finding, and so is one secret. Pure. */
import type { RawFinding } from '../finding.ts';
import { severities } from '../finding.ts';
import { bareOf } from '../policy/package-range.ts';
import { distinctIds } from './advisories.ts';
import type { AdvisoryClasses } from './classes.ts';

/** What merging needs of a finding, and keeps. */
export interface Merged {
  readonly scanner: string;
  readonly finding: RawFinding;
  readonly isKnown: boolean;
  /** Other scanners that found the same. */
  readonly alsoBy: readonly string[];
}

/** In the order given: the first scanner that found something tells it, the others add what it does not say. */
export function mergeFindings<One extends Merged>(all: readonly One[], classes: AdvisoryClasses): readonly One[] {
  const merged: One[] = [];
  for (const scanner of new Set(all.map((each) => each.scanner))) {
    const own = all.filter((each) => each.scanner === scanner);
    const others = merged.length === 0 ? undefined : new Others(merged, classes);
    for (const each of own) {
      const twin = others?.take(each.finding);
      const other = twin === undefined ? undefined : merged[twin];
      if (twin === undefined || other === undefined) merged.push(each);
      else merged[twin] = joined(other, each);
    }
  }
  return merged;
}

/** What the scanners before found; each stands for one finding of this scanner. */
class Others {
  private readonly groups = new Map<string, Map<string, Set<number>>>();
  private readonly merged: readonly Merged[];
  private readonly classes: AdvisoryClasses;

  constructor(merged: readonly Merged[], classes: AdvisoryClasses) {
    this.merged = merged;
    this.classes = classes;
    for (const [index, { finding }] of merged.entries()) {
      const key = keyOf(finding, classes);
      if (key === undefined) continue;
      const group = this.groups.get(key) ?? new Map<string, Set<number>>();
      this.groups.set(key, group);
      const path = finding.location?.path ?? '';
      const indexes = group.get(path) ?? new Set<number>();
      group.set(path, indexes.add(index));
    }
  }

  /** In the same place if there is one. */
  take(finding: RawFinding): number | undefined {
    const key = keyOf(finding, this.classes);
    const group = key === undefined ? undefined : this.groups.get(key);
    if (group === undefined) return undefined;
    const inPlace = group.get(finding.location?.path ?? '');
    for (const indexes of [...(inPlace === undefined ? [] : [inPlace]), ...group.values()]) {
      for (const index of indexes) {
        const other = this.merged[index]?.finding;
        if (other === undefined || !agree(other, finding)) continue;
        indexes.delete(index);
        return index;
      }
    }
    return undefined;
  }
}

function keyOf({ category, advisories: [id], location }: RawFinding, classes: AdvisoryClasses): string | undefined {
  if (id !== undefined) return `advisory ${classes.nameOf(id)}`;
  if (category === 'secret' && location?.line !== undefined) return `secret ${location.line} ${location.path}`;
  return undefined;
}

/** What both say must be the same; a scanner that names no package may mean any. */
function agree(one: RawFinding, two: RawFinding): boolean {
  if (one.package === undefined || two.package === undefined) return true;
  if (bareOf(one.package.purl) !== bareOf(two.package.purl)) return false;
  const versions = [one.package.version, two.package.version];
  return versions.includes(null) || versions[0] === versions[1];
}

function joined<One extends Merged>(first: One, { scanner, finding, isKnown }: Merged): One {
  const { finding: told } = first;
  const packageFact = told.package ?? finding.package;
  const fix = told.fix ?? finding.fix;
  return {
    ...first,
    alsoBy: [...first.alsoBy, scanner],
    // What either of the scanners found on the base was there; in two lock files it has to be in both.
    isKnown: isSamePlace(told, finding) ? first.isKnown || isKnown : first.isKnown && isKnown,
    finding: {
      ...told,
      severity: worse(told.severity, finding.severity),
      advisories: distinctIds([...told.advisories, ...finding.advisories]),
      location: told.location ?? finding.location,
      ...(packageFact === undefined
        ? {}
        : { package: { ...packageFact, fixed: packageFact.fixed ?? finding.package?.fixed ?? null } }),
      ...(fix === undefined ? {} : { fix }),
    },
  };
}

function isSamePlace(one: RawFinding, two: RawFinding): boolean {
  return one.location?.path === two.location?.path;
}

function worse(one: RawFinding['severity'], two: RawFinding['severity']): RawFinding['severity'] {
  if (one === null || two === null) return one ?? two;
  return severities.indexOf(one) <= severities.indexOf(two) ? one : two;
}
