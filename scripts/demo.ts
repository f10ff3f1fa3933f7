// npm run demo: the built gate on good and on bad migrations, and a portal that shows what the gates say of some releases.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checklistEntry } from './demo/checklist.ts';
import { closing } from './demo/closing.ts';
import { type DemoFlags, readFlags } from './demo/flags.ts';
import { gatePart } from './demo/gate-part.ts';
import { entry as gateEntry } from './demo/gate-run.ts';
import { liveFaults } from './demo/live/live-check.ts';
import { portalFaults } from './demo/portal-check.ts';
import { type OpenPortal, openPortal } from './demo/portal-part.ts';
import { canaryEntry } from './demo/releases.ts';
import { reportEntry } from './demo/report.ts';
import { print } from './demo/screen.ts';
import { securityEntry } from './demo/security.ts';
import { Interrupted, stopping } from './demo/stopping.ts';
import { AppBuildError } from './portal/app-build.ts';
import { choosePort, PortTakenError } from './portal/port.ts';
import { PortalError } from './portal/portal.ts';
import { readDeployments } from './portal/reader.ts';
import { entity, refusal } from './portal/settings.ts';
import { root } from './steps.ts';

const output = join(root, '.data', 'demo');
const deathIsHeardMs = 300;
const open = closing((error) => console.error(error));
const stop = stopping();

async function portalPart(port: number, temporary: string): Promise<OpenPortal> {
  const startedAt = performance.now();
  print('A portal, and releases of the example, judged as on GitHub:');
  const opened = await openPortal({
    ...{ root, port, temporary: join(temporary, 'portal'), now: Date.now(), closing: open },
    data: join(root, '.data', 'portal', String(port)),
    output: join(output, 'releases'),
    tell: (line) => print(`  ${line}`),
    onDeath: stop.because,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  print(
    `  ready    after ${seconds.toFixed(1)} s`,
    '',
    `open     ${opened.tab}`,
    '         (Enter signs you in as a guest)',
    '',
  );
  return opened;
}

/** Says whether the portal's API answers with what was sent. */
async function checkPortal({ portal, ...judged }: OpenPortal): Promise<boolean> {
  const runs = [...judged.rollouts, ...judged.runs, ...judged.checklists, ...judged.scans];
  const shown = await readDeployments(portal.url, entity);
  const faults = portalFaults(shown, runs);
  const counts = `${shown.environments.length} environments and ${runs.length} verdicts`;
  if (faults.length === 0) print(`PASS  portal: its API answers with the ${counts} that were sent`);
  else print('FAIL  portal: its API answers with something else', ...faults.map((fault) => `  ${fault}`));
  return faults.length === 0;
}

/** Two rollouts behind the portal's URL, and whether the portal shows what became of them. */
async function liveShown({ portal, rollOut }: OpenPortal): Promise<boolean> {
  print('', 'Live, in the tab Deployments: two releases come to production');
  const [good, bad] = await rollOut();
  const shown = await readDeployments(portal.url, entity);
  const faults = liveFaults(shown, good, bad);
  if (faults.length === 0) print('PASS  portal: v1.4.3 runs in production, v1.4.4 went back, and its statuses say why');
  else print('FAIL  portal: its API answers with something else', ...faults.map((fault) => `  ${fault}`));
  return faults.length === 0;
}

/** Exit code of all that is shown. */
async function demo(flags: DemoFlags, temporary: string): Promise<number> {
  const port = flags.portal ? await choosePort(flags.port) : null;
  rmSync(output, { recursive: true, force: true });
  const opened = port === null ? null : await portalPart(port, temporary);
  const isShown = opened === null || ((await checkPortal(opened)) && (await liveShown(opened)));
  const asExpected = await gatePart({ root, output, temporary });
  if (opened !== null && !flags.once) print('', `The portal goes on until Ctrl-C: ${opened.tab}`);
  return isShown && asExpected ? 0 : 1;
}

/** A portal that dies fails its caller at once, and is heard of a moment later: the death is the better reason. */
async function late(error: unknown): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, deathIsHeardMs));
  throw error;
}

/** Shows everything, then serves the portal until somebody stops it. */
async function run(flags: DemoFlags, temporary: string): Promise<number> {
  const code = await Promise.race([demo(flags, temporary).catch(late), stop.stopped]);
  if (!flags.portal || flags.once) return code;
  await stop.stopped.catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
  });
  return code;
}

function failed(error: unknown): number {
  if (error instanceof Interrupted) return error.exitCode;
  const isForPeople = [AppBuildError, PortalError, PortTakenError].some((kind) => error instanceof kind);
  print('');
  console.error(isForPeople && error instanceof Error ? error.message : error);
  return 1;
}

/** What stands in the way of everything; null when nothing does. */
function obstacle(flags: DemoFlags): string | null {
  const missing = [gateEntry, ...(flags.portal ? [canaryEntry, checklistEntry, securityEntry, reportEntry] : [])].find(
    (file) => !existsSync(join(root, file)),
  );
  if (missing !== undefined) return `expected: ${missing}\ngot: no such file\ndo: npm run build`;
  return flags.portal ? refusal(process.env) : null;
}

const flags = readFlags(process.argv.slice(2), process.env);
const wrong = typeof flags === 'string' ? flags : obstacle(flags);
if (typeof flags === 'string' || wrong !== null) {
  console.error(wrong);
  process.exit(2);
}
const temporary = mkdtempSync(join(tmpdir(), 'shipgate-demo-'));
const code = await run(flags, temporary).catch(failed);
await open.close();
// Gate runs that were given up go on until this process ends; then nobody writes to the folder any more.
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
process.exit(code);
