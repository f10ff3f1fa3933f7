/** The flow of one run: policy, scanners, base, findings, decision, report. Importing this runs nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { openSite } from '@shipgate/kit/site';
import type { Cause } from './causes.ts';
import { readConfiguration } from './configuration.ts';
import { type Decision, decide } from './decide.ts';
import type { DecidedFinding } from './decided.ts';
import type { Facts } from './facts.ts';
import { identify } from './identity/identify.ts';
import type { Inputs } from './inputs.ts';
import { tellable } from './masking/error.ts';
import { maskScanner, maskSubject } from './masking/mask.ts';
import { type Redactor, redactorOf } from './masking/redactor.ts';
import { secretsIn, secretsSpoken } from './masking/spoken.ts';
import { dayOf } from './policy/allow.ts';
import { report } from './report.ts';
import { fullName } from './sarif/full.ts';
import { writeSarif } from './sarif/write.ts';
import { demandWhatBaseHad, type OnBase, scanBase } from './scanning/base.ts';
import { chooseScanners } from './scanning/choose.ts';
import { compareInputs } from './scanning/compared.ts';
import { dryRun } from './scanning/dry-run.ts';
import { type Outside, openGround, type RunGround, subjectOf } from './scanning/ground.ts';
import { readBaseline, readKevFile } from './scanning/policy-files.ts';
import { readReports } from './scanning/reports.ts';
import { withNames } from './scanning/saved.ts';
import { type ScannerRun, scanAll } from './scanning/scan.ts';
import { unreadLocks } from './trees/lock-files.ts';

/** What goes wrong against all expectation is told without its words: they may quote what is being scanned. */
export async function runSecurityScan(inputs: Inputs, context: GateContext, outside: Outside): Promise<GateResult> {
  try {
    return await run(inputs, context, outside);
  } catch (error) {
    throw tellable(error);
  }
}

async function run(inputs: Inputs, context: GateContext, outside: Outside): Promise<GateResult> {
  const { host } = context;
  const site = await openSite(host, outside.env, inputs.path);
  const configuration = await readConfiguration(inputs, { site, host, apiUrl: outside.env['GITHUB_API_URL'] });
  const scratch = await mkdtemp(join(host.temporary, 'shipgate-scan-'));
  try {
    const ground = await openGround({
      inputs,
      context,
      outside,
      site,
      configuration,
      scratch,
      startedAt: context.clock.now(),
    });
    try {
      return inputs['dry-run'] ? await dryRun(ground) : await scan(ground);
    } finally {
      await ground.base?.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function scan(ground: RunGround): Promise<GateResult> {
  tellBeginning(ground);
  const { facts, redactor } = await gather(ground);
  return conclude(ground, redactor, facts);
}

/** What the scanners said is held in here alone: of a hundred thousand findings it is much. */
async function gather(ground: RunGround): Promise<{ readonly facts: Facts; readonly redactor: Redactor }> {
  const { context, configuration, tree, base, scanContext } = ground;
  const { settings } = configuration;
  const chosen = chooseScanners(settings, ground.outside.version, context.clock.now);
  const ran = await scanAll(chosen, {
    tree,
    clock: context.clock,
    context: scanContext,
    began: (name) => context.progress.stage(name, 'scans', '..'),
    ended: ({ name, outcome }) => context.log.debug(`${name} ended: ${outcome}`),
  });
  const demanded = await demandWhatBaseHad(ran, base, scanContext);
  const runs = withNames([...demanded, ...(await readReports(ground))]);
  const kev = await readKevFile(settings.kevFile, { ...ground, ...configuration, top: ground.site.top });
  const baseline = await readBaseline(settings.baseline, { ...ground, ...configuration, top: ground.site.top });
  const onBase = await scanBase(runs, baseline.baseline === undefined ? base : undefined, scanContext);
  const opened = onBase.some(({ kind }) => kind === 'compared') ? await base?.open() : undefined;
  const compared = await compareInputs(runs, onBase, {
    head: tree,
    base: opened !== undefined && 'tree' in opened ? opened.tree : undefined,
    folder: configuration.folder,
    baseline: baseline.baseline,
  });
  const redactor = redactorOf(secretsOf(ground, runs, onBase));
  const { findings, classes } = identify(compared, redactor);
  const allow = settings.allow.map((entry) => ({ ...entry, reason: redactor.redact(entry.reason) }));
  const facts: Facts = {
    policy: { ...settings, allow },
    policyFile: configuration.policyFile,
    placeOf: configuration.placeOf,
    scanners: runs.map(({ facts }, index) => maskScanner(withComparison(facts, onBase[index]), redactor)),
    findings,
    classes,
    kev: kev.kev,
    today: dayOf(context.clock.now()),
    base: configuration.base === undefined ? null : { sha: configuration.base.sha, how: configuration.base.how },
    found: [...configuration.findings, ...kev.causes, ...baseline.causes, ...unreadCauses(ground, redactor)],
  };
  return { facts, redactor };
}

function conclude(ground: RunGround, redactor: Redactor, facts: Facts): GateResult {
  const { context, configuration } = ground;
  const { host, clock, docs } = context;
  const decision = decide(facts);
  tellScanners(ground, facts, decision);
  const subject = maskSubject(subjectOf(ground), redactor);
  const sarif = writeSarif({
    version: ground.outside.version,
    subject: { ...subject, ...(host.repository === undefined ? {} : { repository: host.repository }) },
    serverUrl: host.serverUrl,
    startedAt: ground.startedAt,
    finishedAt: clock.now(),
    scanners: facts.scanners,
    findings: decision.findings,
    isCompared: facts.base !== null || configuration.settings.baseline !== undefined,
    docs,
  });
  const { baseline } = configuration.settings;
  return report({
    facts,
    decision,
    subject,
    policyCommit: configuration.policyCommit,
    host,
    now: clock.now(),
    files: sarif.files,
    sarif,
    ...(baseline === undefined ? {} : { baseline: baseline.path }),
    fullSarif: join(context.outputDirectory, fullName),
    docs,
  });
}

/** A SARIF report may be of a scanner that reads them: nothing is claimed then. */
function unreadCauses({ tree, configuration }: RunGround, { redact }: Redactor): readonly Cause[] {
  const { folder, settings } = configuration;
  const { files, links = [], lostLinks = [], submodules = [] } = tree;
  const locks = settings.reports.some(({ name }) => name === 'sarif')
    ? []
    : unreadLocks([...files, ...links, ...lostLinks]);
  const shown = (paths: readonly string[]) => paths.map((path) => redact(folder === '' ? path : `${folder}/${path}`));
  const [first] = shown(locks);
  const place = files.includes('.gitmodules') && folder === '' ? { place: { file: '.gitmodules' } } : {};
  return [
    ...(first === undefined ? [] : [{ code: 'lock-unread' as const, files: shown(locks), place: { file: first } }]),
    ...(submodules.length === 0 ? [] : [{ code: 'submodules-unread' as const, folders: shown(submodules), ...place }]),
  ];
}

function withComparison(facts: ScannerRun['facts'], onBase: OnBase | undefined): ScannerRun['facts'] {
  return onBase?.kind === 'not-compared' ? { ...facts, notCompared: onBase.why } : facts;
}

function* secretsOf(
  { context: { host }, configuration }: RunGround,
  runs: readonly ScannerRun[],
  onBase: readonly OnBase[],
): Iterable<string> {
  const { allow } = configuration.settings;
  for (const { content } of runs) yield* content.secrets;
  yield* secretsSpoken(runs);
  yield* secretsIn([host.ref ?? '', ...allow.map(({ reason }) => reason)]);
  for (const each of onBase) if (each.kind === 'compared') yield* each.content.secrets;
}

function tellBeginning({ context: { progress }, configuration }: RunGround): void {
  const { base, service, warnings } = configuration;
  progress.heading(service ?? '', base === undefined ? '' : `base ${base.sha.slice(0, 7)}`);
  for (const { title, do: mend } of warnings) progress.note(`warning: ${title}: ${mend}`);
}

/** One line for each scanner, when it is known what of its findings is new. */
function tellScanners({ context: { progress } }: RunGround, { scanners }: Facts, { findings }: Decision): void {
  for (const scanner of scanners) {
    const { name, outcome, seen, hasNothing, durationMs } = scanner;
    const own = findings.filter((each) => each.scanner === name || each.alsoBy.includes(name));
    const isAnswer = outcome === 'clean' || outcome === 'findings';
    const state = isAnswer ? (own.some(({ isBlocking }) => isBlocking) ? 'FAIL' : 'ok') : hasNothing ? 'skip' : '??';
    const words = hasNothing ? 'nothing to look at' : isAnswer ? countsOf(own) : outcome;
    progress.stage(name, seen === null ? words : `${words.padEnd(13)}  ${seen}`, state, durationMs);
  }
}

/** `1 new of 4`, `2 known`, `clean`. */
function countsOf(findings: readonly DecidedFinding[]): string {
  const count = (state: DecidedFinding['state']) => findings.filter((each) => each.state === state).length;
  const [fresh, known, suppressed] = [count('new'), count('known'), count('suppressed')];
  if (fresh > 0) return fresh === findings.length ? `${fresh} new` : `${fresh} new of ${findings.length}`;
  const rest = [known > 0 ? `${known} known` : '', suppressed > 0 ? `${suppressed} suppressed` : ''];
  return rest.filter((text) => text !== '').join(', ') || 'clean';
}
