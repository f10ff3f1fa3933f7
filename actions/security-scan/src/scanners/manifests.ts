/** The scanner `manifests`: Kubernetes objects by the rules that the checklist has. In the bundle; nothing is installed. */
import { setImmediate } from 'node:timers/promises';
import { hasPodsElsewhere, judgeAlone, judgePart, judgeTogether, workloadNames } from '@shipgate/manifests/judge-tree';
import type { KubernetesObject } from '@shipgate/manifests/object';
import type { Finding } from '@shipgate/manifests/result';
import type { ReportContent, Trouble } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { findingsOf, nameOf, type Said, Source } from './manifests-findings.ts';
import { isSubject, type ManifestTree, manifestTree } from './manifests-tree.ts';
import { WEIGHTS } from './manifests-weights.ts';
import { Turns } from './turns.ts';

/** What the scanner takes of its gate. */
export interface ManifestScannerSettings {
  /** Of the gate, since the scanner comes with it. */
  readonly version: string;
  /** For annotations that end. */
  readonly now: () => Date;
}

type Read = ManifestTree | { readonly trouble: Trouble };

export function manifestsScanner({ version, now }: ManifestScannerSettings): Scanner {
  // Detecting is reading, so a tree is read once for both.
  const known = new WeakMap<Tree, Promise<Read>>();
  const read = (tree: Tree, context: ScanContext) => {
    const reading = known.get(tree) ?? manifestTree(tree, turnsOf(context));
    known.set(tree, reading);
    return reading;
  };
  return {
    name: 'manifests',
    async detect(tree, context) {
      const found = await read(tree, context);
      if ('trouble' in found) return { kind: 'ready', version, what: 'files of YAML and JSON' };
      const { objects, parts, texts, unreadable, unrendered } = found;
      const isSomething = [...objects, ...parts].some(isSubject) || unreadable.length + unrendered.length > 0;
      if (!isSomething) return { kind: 'nothing', why: 'no Kubernetes manifests' };
      return { kind: 'ready', version, what: `${counted(texts.size, 'file')} with Kubernetes objects` };
    },
    async scan(tree, context) {
      const found = await read(tree, context);
      if ('trouble' in found) return found;
      const turns = turnsOf(context);
      const said = await judged(found, turns);
      if ('trouble' in said) return said;
      return scannedOf(found, said, version, context.inline ? { now: now() } : undefined);
    },
  };
}

function turnsOf(context: ScanContext): Turns {
  return new Turns(context, 'all manifests judged');
}

async function judged(
  { objects, parts }: ManifestTree,
  turns: Turns,
): Promise<readonly Said[] | { readonly trouble: Trouble }> {
  const together = new Map<KubernetesObject, readonly Finding[]>();
  for (const environment of judgeTogether(objects)) {
    for (const [object, findings] of environment) together.set(object, findings);
    const late = await turns.next(setImmediate);
    if (late !== undefined) return { trouble: late };
  }
  const said: Said[] = [];
  const names = workloadNames(objects);
  for (const object of objects) {
    const alone = hasPodsElsewhere(object, names) ? [] : judgeAlone(object);
    said.push({ object, findings: [...alone, ...(together.get(object) ?? [])].filter(isAsked) });
    const late = await turns.next(setImmediate);
    if (late !== undefined) return { trouble: late };
  }
  return [...said, ...parts.map((object) => ({ object, findings: judgePart(object).filter(isAsked) }))];
}

function isAsked({ rule }: Finding): boolean {
  return WEIGHTS.has(rule);
}

function scannedOf(
  { texts, unreadable, unrendered }: ManifestTree,
  said: readonly Said[],
  version: string,
  allowing: { readonly now: Date } | undefined,
): Scanned {
  const source = new Source(texts, said);
  const findings = said.flatMap((each) => findingsOf(each, source, allowing));
  const content: ReportContent = { findings, secrets: source.secrets, version, seen: seenOf(said) };
  const broken = [...unreadable, ...said.flatMap(unjudged)];
  const trouble = joined(broken) ?? joined(unrendered);
  if (trouble === undefined) return content;
  return { trouble, found: content, ...(broken.length === 0 ? { notRun: true } : {}) };
}

/** Each reason once: a pod that has no containers has none for every rule. */
function unjudged({ object, findings }: Said): readonly Trouble[] {
  const open = findings.filter(({ result }) => result === 'error' || result === 'not-evaluated');
  const reasons = new Map(open.map(({ message, path = [] }) => [message, object.lines.place(path)]));
  return [...reasons].map(([message, place]) => ({
    expected: 'an object as Kubernetes documents it',
    got: `${nameOf(object)}: ${message}`,
    mend: 'Give the field the type that Kubernetes documents, or exclude the file in the policy',
    place: { file: object.file, ...place },
  }));
}

function joined([first, ...others]: readonly Trouble[]): Trouble | undefined {
  if (first === undefined || others.length === 0) return first;
  return { ...first, got: `${first.got}; and ${others.length.toLocaleString('en-US')} more` };
}

function seenOf(said: readonly Said[]): string {
  const objects = said.filter(({ findings }) => findings.length > 0);
  const rules = new Set(objects.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return `${counted(objects.length, 'object')}, ${counted(rules.size, 'rule')}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
