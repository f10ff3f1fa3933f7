/** What the scanners find on the base, for those that found something in the change: who found nothing has nothing new. */
import type { ReportContent } from '../finding.ts';
import type { ScanContext } from '../ports.ts';
import type { BaseTree } from '../trees/base-tree.ts';
import { contextFor, type ScannerRun, sideBySide } from './scan.ts';

export type OnBase =
  | { readonly kind: 'compared'; readonly content: ReportContent }
  /** Its findings all count as new. */
  | { readonly kind: 'not-compared'; readonly why: string }
  /** There is nothing to compare. */
  | { readonly kind: 'no-need' };

const REPORT = 'a saved report, and no baseline';

/** By the index of each run. `tree` is undefined where there is no base. */
export async function scanBase(
  runs: readonly ScannerRun[],
  tree: BaseTree | undefined,
  context: ScanContext,
): Promise<readonly OnBase[]> {
  return await sideBySide(runs, async ({ scanner, content }): Promise<OnBase> => {
    if (tree === undefined || scanner?.comparesTrees === true || content.findings.length === 0)
      return { kind: 'no-need' };
    if (scanner === undefined) return { kind: 'not-compared', why: REPORT };
    const opened = await tree.open();
    if ('trouble' in opened) return { kind: 'not-compared', why: `${opened.trouble.got}; ${opened.trouble.mend}` };
    const ofBase = await contextFor(context, 'base', scanner.name);
    const detected = await scanner.detect(opened.tree, ofBase);
    if (detected.kind === 'nothing') return { kind: 'compared', content: { ...content, findings: [], secrets: [] } };
    if (detected.kind === 'unable') return { kind: 'not-compared', why: `on the base: ${detected.trouble.got}` };
    const scanned = await scanner.scan(opened.tree, ofBase);
    if (!('trouble' in scanned)) return { kind: 'compared', content: scanned };
    // What it found there before it broke is on the base all the same.
    if (scanned.found !== undefined) return { kind: 'compared', content: scanned.found };
    return { kind: 'not-compared', why: `on the base: ${scanned.trouble.got}` };
  });
}

/**
 * A scanner that nobody named blocks nothing when it cannot run, unless it could on the base: a change that takes its lock
 * file away would else take the scanner away with it.
 */
export async function demandWhatBaseHad(
  runs: readonly ScannerRun[],
  tree: BaseTree | undefined,
  context: ScanContext,
): Promise<readonly ScannerRun[]> {
  return await sideBySide(runs, async (run) => {
    const { scanner, facts } = run;
    const isOpen = facts.outcome === 'not-run' && !facts.required && !facts.hasNothing;
    if (tree === undefined || scanner === undefined || !isOpen) return run;
    const opened = await tree.open();
    if ('trouble' in opened) return run;
    const detected = await scanner.detect(opened.tree, await contextFor(context, 'base', scanner.name));
    return detected.kind === 'ready' ? { ...run, facts: { ...facts, required: true } } : run;
  });
}
