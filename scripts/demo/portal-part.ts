// The part of the demo with the portal: it starts, the gates judge some releases, and what GitHub would send is sent.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../portal/app-build.ts';
import { type Portal, startPortal } from '../portal/portal.ts';
import { waitForEntity } from '../portal/reader.ts';
import { entity, type PortalSettings, portalUrl, tabUrl } from '../portal/settings.ts';
import { type ChecklistFiles, checklistFiles, judgeChecklists, startChecklistService } from './checklist.ts';
import type { Closing } from './closing.ts';
import { deploymentHistory } from './history.ts';
import { livePart } from './live-part.ts';
import { startJobIssuer } from './oidc.ts';
import { startReasonServer } from './reason-server.ts';
import { judge, judgeRollout, makeReleases, type ReleaseRun, type Releases } from './releases.ts';
import { sendVerdict } from './report.ts';
import { judgeSecurity, type SecurityFiles, securityFiles, startAdvisories } from './security.ts';
import { judged, rolledOut } from './service.ts';
import { type Receiver, sendWebhook } from './webhook.ts';

export interface PortalPlan {
  readonly root: string;
  readonly port: number;
  /** Emptied; receives the portal's databases and log. */
  readonly data: string;
  /** Emptied by the caller, who also removes it. */
  readonly temporary: string;
  /** Receives the verdicts, a folder per release. */
  readonly output: string;
  /** Milliseconds since 1970 that the history of deployments ends at. */
  readonly now: number;
  readonly closing: Closing;
  /** Hears of each step that is done. */
  readonly tell: (line: string) => void;
  /** Hears of a portal that ends by itself once it has started. */
  readonly onDeath: (error: Error) => void;
}

export interface OpenPortal {
  readonly portal: Portal;
  /** Page of the tab. */
  readonly tab: string;
  readonly releases: Releases;
  /** migrate-gate's: the good one, then the bad one. */
  readonly runs: readonly [ReleaseRun, ReleaseRun];
  /** canary-promote's: the bad one, then the good one. */
  readonly rollouts: readonly [ReleaseRun, ReleaseRun];
  /** checklist's: the good one, then the bad one. */
  readonly checklists: readonly [ReleaseRun, ReleaseRun];
  /** security-scan's: the good one, then the bad one. */
  readonly scans: readonly [ReleaseRun, ReleaseRun];
  readonly webhooks: Receiver;
  /** Brings two more releases to production, live. Adds the verdicts. */
  readonly rollOut: () => Promise<readonly [ReleaseRun, ReleaseRun]>;
}

/** Starts all of it. Throws AppBuildError, PortalError, or what went wrong with the sending. */
export async function openPortal(plan: PortalPlan): Promise<OpenPortal> {
  const { root, port, data, temporary, closing, tell } = plan;
  const [issuer, pages] = await Promise.all([startJobIssuer(), startReasonServer(root)]);
  closing.add(issuer.close);
  closing.add(pages.close);
  mkdirSync(temporary, { recursive: true });
  const service = await startChecklistService();
  closing.add(service.stop);
  const files = checklistFiles(root, plan.now, service.origin);
  const scan = securityFiles(root, plan.now, files.made);
  const brought = { 'v1.4.0': scan.base, [judged.good]: files.committed, [judged.bad]: scan.worse };
  const releases = makeReleases(root, join(temporary, 'origin'), brought);
  const secret = randomBytes(32).toString('hex');
  const webhooks = { url: `${portalUrl(port)}/api/deployments/webhooks/github`, secret };
  const settings = { root, port, data, webhookSecret: secret, oidcIssuer: issuer.issuer };
  const serving = serve(settings, plan).then(async (portal) => {
    await sendHistory(releases, webhooks, plan);
    return portal;
  });
  const judging = judgeReleases(releases, files, scan, pages.url, plan);
  const [portal, { runs, rollouts, checklists, scans }] = await Promise.all([serving, judging]);
  const all = [...rollouts, ...runs, ...scans, ...checklists];
  for (const run of all) await sendVerdict(run, { root, temporary, portalUrl: portal.url, issuer });
  tell(`sent     ${all.length} verdicts by actions/report; a local issuer stands in for GitHub's OIDC`);
  const send = (run: ReleaseRun) => sendVerdict(run, { root, temporary, portalUrl: portal.url, issuer });
  const rollOut = () =>
    livePart({ root, temporary, output: plan.output, pagesUrl: pages.url, releases, webhooks, tell, send });
  return { portal, tab: tabUrl(port), webhooks, releases, runs, rollouts, checklists, scans, rollOut };
}

async function sendHistory({ commits }: Releases, receiver: Receiver, { now, tell }: PortalPlan): Promise<void> {
  const history = deploymentHistory(commits, now);
  for (const webhook of history) await sendWebhook(webhook, receiver);
  tell(`sent     ${history.length} webhooks of deployments, signed with a secret of this run`);
}

async function serve(settings: PortalSettings, { root, closing, tell, onDeath }: PortalPlan): Promise<Portal> {
  const took = await buildApp(root, () => tell('app      is being built (half a minute, once)'));
  tell(took === null ? 'app      is built already' : `app      built in ${inSeconds(took)}`);
  const startedAt = performance.now();
  const portal = await startPortal(settings);
  closing.add(portal.stop);
  void portal.died.then(onDeath);
  await waitForEntity(portal.url, entity, 30_000);
  tell(`portal   answers after ${inSeconds(performance.now() - startedAt)}`);
  return portal;
}

/** One after the other, as they came: the portal takes the release that was judged last for the newest. */
async function judgeReleases(
  releases: Releases,
  files: ChecklistFiles,
  scan: SecurityFiles,
  pagesUrl: string,
  plan: PortalPlan,
) {
  const { root, temporary, output, tell, now, closing } = plan;
  const place = { root, temporary, output, pagesUrl };
  const say = ({ release, verdict: { gate, outcome, headline }, seconds }: ReleaseRun) =>
    tell(`${release.padEnd(8)} ${outcome}: ${gate}, ${headline} (${seconds.toFixed(1)} s)`);
  const told = async (judging: Promise<ReleaseRun>): Promise<ReleaseRun> => {
    const run = await judging;
    say(run);
    return run;
  };
  const back = await told(judgeRollout(rolledOut.bad, '7700000031', releases, place));
  const promoted = await told(judgeRollout(rolledOut.good, '7700000049', releases, place));
  const registry = await startAdvisories(root);
  closing.add(() => registry.close());
  tell('audit    advisories: invented, answered by a loopback server');
  const [good, scanned] = await Promise.all([
    told(judge(judged.good, '7700000042', releases, place)),
    told(judgeSecurity(judged.good, scan, registry, releases, place)),
  ]);
  const [bad, leaking] = await Promise.all([
    told(judge(judged.bad, '7700000057', releases, place)),
    told(judgeSecurity(judged.bad, scan, registry, releases, place)),
  ]);
  const checklists = await judgeChecklists(releases, files, { ...place, now });
  checklists.forEach(say);
  return { runs: [good, bad], rollouts: [back, promoted], checklists, scans: [scanned, leaking] } as const;
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
