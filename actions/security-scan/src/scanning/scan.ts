/** Runs scanners side by side, each to one of its four outcomes. */
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@shipgate/kit/gate';
import type { ReportContent, Trouble } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import type { ScannerFacts } from '../scanner-facts.ts';

/** A scanner of this run, with what it said. */
export interface ScannerRun {
  readonly facts: ScannerFacts;
  readonly content: ReportContent;
  /** undefined: it is a saved report. */
  readonly scanner: Scanner | undefined;
}

export interface Chosen {
  readonly scanner: Scanner;
  readonly required: boolean;
}

export interface ScanGround {
  readonly tree: Tree;
  readonly clock: Clock;
  /** For one scanner; its `scratch` is made here. */
  readonly context: ScanContext;
  readonly began: (name: string) => void;
  /** Told as each of them ends. */
  readonly ended: (facts: ScannerFacts) => void;
}

/** How many tools run at once: hosted runners have two to four cores. */
const AT_ONCE = 4;

export const nothingFound: ReportContent = { findings: [], secrets: [], version: null, seen: null };

/** In the order given. Scanners for which there is nothing, and which nobody named, are left out. */
export async function scanAll(chosen: readonly Chosen[], ground: ScanGround): Promise<readonly ScannerRun[]> {
  const runs = await sideBySide(chosen, async (one) => {
    ground.began(one.scanner.name);
    const run = await scanOne(one, ground);
    if (run !== undefined) ground.ended(run.facts);
    return run;
  });
  return runs.flatMap((run) => (run === undefined ? [] : [run]));
}

/** At most `AT_ONCE` at a time; results in the order of the list. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}

async function scanOne({ scanner, required }: Chosen, ground: ScanGround): Promise<ScannerRun | undefined> {
  const began = ground.clock.elapsed();
  const context = await contextFor(ground.context, 'head', scanner.name);
  const detected = await scanner.detect(ground.tree, context);
  const told = { name: scanner.name, required, source: 'ran' as const };
  const durationMs = () => Math.max(0, ground.clock.elapsed() - began);
  if (detected.kind === 'nothing') {
    if (!required) return undefined;
    const trouble = { expected: `something for ${scanner.name} to look at`, got: detected.why, mend: NOTHING };
    const facts = { ...told, ...notRun(trouble), hasNothing: true, durationMs: durationMs() };
    return { scanner, content: nothingFound, facts };
  }
  if (detected.kind === 'unable') {
    const outcome = detected.broken === true ? ('error' as const) : ('not-run' as const);
    const facts = { ...told, ...notRun(detected.trouble), outcome, hasNothing: false, durationMs: durationMs() };
    return { scanner, content: nothingFound, facts };
  }
  const scanned = await scanner.scan(ground.tree, context);
  const version = contentOf(scanned).version ?? detected.version;
  const facts = { ...told, ...outcomeOf(scanned), version, hasNothing: false, durationMs: durationMs() };
  return { scanner, content: contentOf(scanned), facts };
}

const NOTHING = 'Take it off the list when there will be nothing of its kind';

function notRun(trouble: Trouble) {
  return { version: null, outcome: 'not-run' as const, findings: null, trouble, seen: null };
}

/** What was found, also where that was only a part of the answer. */
export function contentOf(scanned: Scanned): ReportContent {
  return 'trouble' in scanned ? (scanned.found ?? nothingFound) : scanned;
}

/** The parsed answer decides, never an exit code; a partial answer is an error, whatever it holds. */
export function outcomeOf(scanned: Scanned): Pick<ScannerFacts, 'outcome' | 'findings' | 'trouble' | 'seen'> {
  if ('trouble' in scanned) {
    const outcome = scanned.notRun === true ? 'not-run' : 'error';
    return { outcome, findings: null, trouble: scanned.trouble, seen: scanned.found?.seen ?? null };
  }
  const { findings, seen } = scanned;
  return { outcome: findings.length === 0 ? 'clean' : 'findings', findings: findings.length, trouble: null, seen };
}

/** A scanner that writes beside itself must not meet another one, nor itself on the base. */
export async function contextFor(context: ScanContext, tree: 'head' | 'base', name: string): Promise<ScanContext> {
  await mkdir(context.scratch, { recursive: true });
  return { ...context, scratch: await mkdtemp(join(context.scratch, `${tree}-${name}-`)) };
}
