/** What would be scanned, by whom and in which version; nothing is. */
import type { GateResult } from '@shipgate/kit/gate';
import { reportDryRun } from '../report.ts';
import type { PlannedScanner } from '../view/dry-run.ts';
import { chooseScanners } from './choose.ts';
import { type RunGround, subjectOf } from './ground.ts';
import { type Chosen, contextFor, sideBySide } from './scan.ts';

export async function dryRun(ground: RunGround): Promise<GateResult> {
  const { settings } = ground.configuration;
  const planned = await sideBySide(
    chooseScanners(settings, ground.outside.version, ground.context.clock.now),
    (chosen) => plan(chosen, ground),
  );
  const read = settings.reports.map(({ name, path }): PlannedScanner => {
    return { name, deed: 'read', version: null, what: path, required: true };
  });
  return reportDryRun([...planned.flatMap((each) => each ?? []), ...read], subjectOf(ground));
}

async function plan({ scanner, required }: Chosen, ground: RunGround): Promise<PlannedScanner | undefined> {
  const { name } = scanner;
  const detected = await scanner.detect(ground.tree, await contextFor(ground.scanContext, 'head', name));
  switch (detected.kind) {
    case 'ready':
      return { name, deed: 'run', version: detected.version, what: detected.what, required };
    case 'unable':
      return { name, deed: 'unable', version: null, what: detected.trouble.got, required };
    default:
      return required ? { name, deed: 'nothing', version: null, what: detected.why, required } : undefined;
  }
}
