// GitHub between the gate and the portal: a stand-in takes the deployment's statuses, and each goes on as the webhook that GitHub sends.

import { setTimeout as wait } from 'node:timers/promises';
import { GitHubStandIn, type StoredDeployment } from '@shipgate/kit/testing/github-stand-in';
import { createdDeployment, createdStatus } from '../history.ts';
import { type ReleaseName, repository } from '../service.ts';
import { type Receiver, sendWebhook } from '../webhook.ts';

export interface Relay {
  /** GITHUB_API_URL of the gate. */
  readonly apiUrl: string;
  readonly token: string;
  /** What the stand-in could not answer as GitHub does. */
  readonly faults: readonly string[];
  /** Waits until everything that was told is sent. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const token = 'a-token-of-the-demo';
/** Milliseconds between two looks. */
const every = 100;

export async function startRelay(
  folder: string,
  receiver: Receiver,
  releaseOf: (commit: string) => ReleaseName,
  by: string,
): Promise<Relay> {
  const deployments: StoredDeployment[] = [];
  const standIn = await GitHubStandIn.start({
    repositories: [{ name: repository.slug, folder, deployments, issues: [] }],
    tokens: [token],
  });
  let told = 0;
  let isOver = false;
  const sendNew = async (): Promise<void> => {
    const all = deployments.flatMap((deployment) =>
      deployment.statuses.map((status, nth) => ({ deployment, status, nth })),
    );
    for (const { deployment, status, nth } of all.slice(told)) {
      const about = {
        id: deployment.id,
        version: releaseOf(deployment.sha),
        commit: deployment.sha,
        to: deployment.environment,
        by,
        at: Date.now(),
      };
      if (nth === 0) await sendWebhook(createdDeployment(about), receiver);
      await sendWebhook(createdStatus(about, { ...status, at: Date.now() }), receiver);
      told += 1;
    }
  };
  let sending = Promise.resolve();
  // One behind the other: two senders would tell the same twice.
  const flush = () => {
    sending = sending.then(sendNew);
    return sending;
  };
  const working = (async () => {
    while (!isOver) {
      await flush();
      await wait(every);
    }
  })();
  return {
    apiUrl: standIn.apiUrl,
    token,
    faults: standIn.faults,
    flush,
    stop: async () => {
      isOver = true;
      await working;
      await standIn.stop();
    },
  };
}
