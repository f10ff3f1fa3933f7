/** A real Kubernetes control plane for tests: etcd and kube-apiserver on free ports, in a folder that goes with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realTool } from '../../../../../scripts/real-tools.ts';
import { Calls, usualLimits } from '../calls.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import { httpCluster } from '../kubernetes/http-cluster.ts';

export interface ControlPlane {
  /** Path of a kubeconfig with one context, "test". */
  readonly kubeconfig: string;
  /** With a namespace of its own, made when it is not there. */
  cluster(namespace: string, calls?: Calls): Promise<Cluster>;
  /** kube-controller-manager with the controllers of Deployments and ReplicaSets. */
  startControllerManager(): Promise<void>;
  /** The controller of Argo Rollouts; its definitions are to be applied before. */
  startRolloutsController(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this machine has the programs; with SHIPGATE_REAL=1 their absence is an error. */
export function hasControlPlane(): boolean {
  const programs = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kubernetes-crds'] as const;
  return programs.every((name) => realTool(name) !== null);
}

export async function startControlPlane(): Promise<ControlPlane> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-control-plane-'));
  const children: ChildProcess[] = [];
  const start = (
    name: 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'rollouts-controller',
    flags: readonly string[],
  ) => {
    const log = join(folder, `${name}.log`);
    const child = spawn(
      '/bin/sh',
      ['-c', 'log="$1"; shift; exec "$@" >"$log" 2>&1', 'sh', log, realTool(name) ?? name, ...flags],
      {
        stdio: 'ignore',
        cwd: folder,
      },
    );
    children.push(child);
    return { child, log };
  };
  const stop = async () => {
    await Promise.all(children.toReversed().map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  // A test process that ends early leaves nothing behind.
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
  });
  try {
    const [client, peer, secure] = await Promise.all([freePort(), freePort(), freePort()]);
    start('etcd', etcdFlags(folder, client, peer));
    const token = randomBytes(16).toString('hex');
    const api = start('kube-apiserver', apiFlags(folder, client, secure, token));
    const url = new URL(`https://127.0.0.1:${secure}`);
    const ca = await readyCertificate(join(folder, 'certificates/apiserver.crt'), api);
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, kubeconfigText(url, ca, token));
    const cluster = (namespace: string, calls: Calls) => clusterAt({ url, ca, token, namespace, calls });
    await ready(cluster('default', patientCalls()), api);
    return {
      kubeconfig,
      cluster: async (namespace, calls = patientCalls()) => {
        await withNamespace(cluster('default', patientCalls()), namespace);
        return cluster(namespace, calls);
      },
      startControllerManager: () => {
        start('kube-controller-manager', managerFlags(folder, kubeconfig));
        return Promise.resolve();
      },
      startRolloutsController: async () => {
        const [health, metrics] = await Promise.all([freePort(), freePort()]);
        const flags = ['--leader-elect=false', `--healthzPort=${health}`, `--metricsport=${metrics}`];
        start('rollouts-controller', [`--kubeconfig=${kubeconfig}`, ...flags]);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Door {
  readonly url: URL;
  readonly ca: string;
  readonly token: string;
  readonly namespace: string;
  readonly calls: Calls;
}

function clusterAt({ url, ca, token, namespace, calls }: Door): Cluster {
  return httpCluster({
    description: 'context test',
    namespace,
    url,
    authenticate: (options) => {
      Object.assign(options, { ca, headers: { ...options.headers, authorization: `Bearer ${token}` } });
      return Promise.resolve();
    },
    calls,
  });
}

/** A machine under load is slow, and the API server is no subject of these limits. */
function patientCalls(): Calls {
  return new Calls({ ...usualLimits, timeout: 30_000, tries: 5, breakAfter: 1000 });
}

function etcdFlags(folder: string, client: number, peer: number): readonly string[] {
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=http://127.0.0.1:${client}`,
    `--advertise-client-urls=http://127.0.0.1:${client}`,
    `--listen-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-cluster=default=http://127.0.0.1:${peer}`,
    // Tests need no power cut survived, and disks differ.
    '--unsafe-no-fsync=true',
  ];
}

function apiFlags(folder: string, etcd: number, port: number, token: string): readonly string[] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = join(folder, 'service-account.key');
  writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},tester,1,system:masters\n`);
  mkdirSync(join(folder, 'certificates'));
  return [
    `--etcd-servers=http://127.0.0.1:${etcd}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--cert-dir=${join(folder, 'certificates')}`,
    `--token-auth-file=${tokens}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://127.0.0.1',
    `--service-account-signing-key-file=${key}`,
    `--service-account-key-file=${key}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    // Pods of tests have no service account.
    '--disable-admission-plugins=ServiceAccount',
    '--endpoint-reconciler-type=none',
  ];
}

function managerFlags(folder: string, kubeconfig: string): readonly string[] {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--service-account-private-key-file=${join(folder, 'service-account.key')}`,
    '--leader-elect=false',
    '--controllers=deployment-controller,replicaset-controller,garbage-collector-controller',
    '--secure-port=0',
  ];
}

interface Started {
  readonly child: ChildProcess;
  readonly log: string;
}

/** Made by the server itself in its first seconds. */
async function readyCertificate(path: string, started: Started): Promise<string> {
  return await again(started, () => {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('END CERTIFICATE')) throw new Error('not written yet');
    return Promise.resolve(text);
  });
}

async function ready(cluster: Cluster, started: Started): Promise<void> {
  await again(started, async () => {
    await cluster.list('/api/v1/namespaces', {}, AbortSignal.timeout(5_000));
    await cluster.get('/api/v1/namespaces/default', AbortSignal.timeout(5_000));
  });
}

/** Every 100 ms for a minute. */
async function again<T>({ child, log }: Started, attempt: () => Promise<T>): Promise<T> {
  for (let left = 600; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left > 0 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      const text = readFileSync(log, 'utf8').slice(-2_000);
      throw new Error(`the API server did not start: ${String(error)}\n${text}`);
    }
  }
}

async function withNamespace(cluster: Cluster, name: string): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await cluster.create('/api/v1/namespaces', object, signal).catch((error: unknown) => {
    if (Object(error).code !== 'conflict') throw error;
  });
}

function kubeconfigText(server: URL, ca: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'test',
        cluster: { server: server.origin, 'certificate-authority-data': Buffer.from(ca).toString('base64') },
      },
    ],
    users: [{ name: 'tester', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'tester', namespace: 'orders' } }],
    'current-context': 'test',
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3_000).unref();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
