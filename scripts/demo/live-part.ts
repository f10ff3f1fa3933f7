// The part of the demo that is live: two releases come to production behind the portal's URL, one is promoted and one goes back.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startFront } from './live/front.ts';
import { livePlan } from './live/plan.ts';
import { type Relay, startRelay } from './live/relay.ts';
import { type ReleaseRun, type Releases, rollOut } from './releases.ts';
import { startRelease } from './rollout/release.ts';
import { live, type ReleaseName, releaseNames, rolledOut } from './service.ts';
import type { Receiver } from './webhook.ts';

export interface LivePlace {
  readonly root: string;
  readonly temporary: string;
  readonly output: string;
  readonly pagesUrl: string;
  readonly releases: Releases;
  readonly webhooks: Receiver;
  readonly tell: (line: string) => void;
  /** Sends a verdict to the portal. */
  readonly send: (run: ReleaseRun) => Promise<void>;
}

/** Requests a second of the whole service. */
const perSecond = 200;
/** Of the requests to the bad release, once its fault is switched on. */
const spoilt = 0.3;

/** The promoted one, then the one that goes back. */
export async function livePart(place: LivePlace): Promise<readonly [ReleaseRun, ReleaseRun]> {
  const { releases, tell, webhooks } = place;
  const releaseOf = (commit: string) => releaseNames.find((name) => releases.commits[name] === commit) ?? live.good;
  const relay = await startRelay(join(place.temporary, 'origin'), webhooks, releaseOf, 'devops-lead');
  try {
    const good = await liveRollout(
      live.good,
      { runId: '7700000071', stable: rolledOut.good, isBad: false },
      relay,
      place,
    );
    const bad = await liveRollout(live.bad, { runId: '7700000088', stable: live.good, isBad: true }, relay, place);
    for (const fault of relay.faults) tell(`GitHub   the stand-in could not answer: ${fault}`);
    return [good, bad];
  } finally {
    await relay.stop();
  }
}

interface Wanted {
  readonly runId: string;
  readonly stable: ReleaseName;
  /** Its fault is switched on when it has a quarter of the traffic. */
  readonly isBad: boolean;
}

async function liveRollout(release: ReleaseName, wanted: Wanted, relay: Relay, place: LivePlace): Promise<ReleaseRun> {
  const { tell } = place;
  const next = Math.random;
  const folder = join(place.temporary, `front-${release}`);
  mkdirSync(folder, { recursive: true });
  const [stable, canary] = await Promise.all([
    startRelease({ pods: 3, pool: 1000, next }),
    startRelease({ pods: 2, pool: 1000, next }),
  ]);
  const hostOf = (address: string) => new URL(address).host;
  const front = await startFront({
    folder,
    stable: stable.addresses.map(hostOf),
    canary: canary.addresses.map(hostOf),
  });
  const load = autocannon({ url: `${front.url}/orders`, connections: 20, overallRate: perSecond, duration: 600 });
  // At a quarter of the traffic, and not before: a tenth was fine.
  const fault = setTimeout(() => wanted.isBad && canary.spoil(spoilt), 14_000);
  tell(
    `live     ${release} comes to production beside ${wanted.stable}: ${front.name}, ${perSecond} requests a second`,
  );
  try {
    const plan = livePlan({ router: front.router, canary: canary.addresses, stable: stable.addresses });
    const more = { GITHUB_API_URL: relay.apiUrl, GITHUB_TOKEN: relay.token };
    const run = await rollOut(
      release,
      { runId: wanted.runId, plan, stable: wanted.stable, more },
      place.releases,
      place,
    );
    await relay.flush();
    await place.send(run);
    tell(`live     ${release} ${run.verdict.outcome}: ${run.verdict.headline} (${run.seconds.toFixed(0)} s)`);
    return run;
  } finally {
    clearTimeout(fault);
    load.stop();
    await front.stop();
    canary.close();
    stable.close();
  }
}
