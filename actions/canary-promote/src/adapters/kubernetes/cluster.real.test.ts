/** The edge itself on a real API server: its kubeconfig, its refusals, its conflicts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Calls, usualLimits } from '../calls.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { applyCustomResources } from '../testing/custom-resources.fixture.ts';
import type { Cluster } from './cluster.ts';
import { openCluster } from './open-cluster.ts';

const signal = AbortSignal.timeout(300_000);
const maps = (cluster: Cluster) => `/api/v1/namespaces/${cluster.namespace}/configmaps`;
const calls = () => new Calls({ ...usualLimits, timeout: 30_000 });

describe.skipIf(!hasControlPlane())('a cluster of a real API server', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
    await applyCustomResources(plane, ['gateway-api']);
  }, 180_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await plane?.stop();
  });

  const made = async (namespace: string) => {
    const cluster = await plane.cluster(namespace);
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' }, data: { a: '1' } };
    return { cluster, path: `${maps(cluster)}/one`, object: await cluster.create(maps(cluster), object, signal) };
  };

  it('patches when the test of the patch holds, and is in conflict when not', async () => {
    const { cluster, path } = await made('patch');
    const to = (from: string, value: string) =>
      cluster.patch(
        path,
        [
          { op: 'test', path: '/data/a', value: from },
          { op: 'replace', path: '/data/a', value },
        ],
        signal,
      );
    expect(await to('1', '2')).toMatchObject({ data: { a: '2' } });
    await expect(to('1', '3')).rejects.toMatchObject({ code: 'conflict' });
    expect(await cluster.get(path, signal)).toMatchObject({ data: { a: '2' } });
  });

  it('is in conflict over an older version, over what exists, and misses what does not', async () => {
    const { cluster, path, object } = await made('conflict');
    await cluster.replace(path, { ...object, data: { a: '2' } }, signal);
    const old = cluster.replace(path, { ...object, data: { a: '3' } }, signal);
    await expect(old).rejects.toMatchObject({ code: 'conflict' });
    const { resourceVersion: _, uid: _u, ...metadata } = object.metadata ?? {};
    const again = cluster.create(maps(cluster), { ...object, metadata }, signal);
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    await expect(cluster.get(`${path}-more`, signal)).rejects.toMatchObject({ code: 'missing' });
  });

  it('lists by label', async () => {
    const { cluster, path } = await made('list');
    await cluster.patch(path, [{ op: 'add', path: '/metadata/labels', value: { app: 'orders' } }], signal);
    const names = async (app: string) =>
      (await cluster.list(maps(cluster), { labelSelector: `app=${app}` }, signal)).map(
        ({ metadata }) => metadata?.name,
      );
    expect(await names('orders')).toEqual(['one']);
    expect(await names('others')).toEqual([]);
  });

  it('is refused by validation of a definition, even when the value speaks of a failed test', async () => {
    const cluster = await plane.cluster('validation');
    const folder = '/apis/gateway.networking.k8s.io/v1/namespaces/validation/httproutes';
    const object = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'one' },
      spec: { hostnames: ['orders.example.com'] },
    };
    await cluster.create(folder, object, signal);
    const patch = cluster.patch(
      `${folder}/one`,
      [{ op: 'replace', path: '/spec/hostnames/0', value: 'test failed: missing value' }],
      signal,
    );
    const error = Object(await patch.catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: 'refused' });
    expect(error.message).toContain('spec.hostnames[0]');
    expect(error.message.length).toBeLessThan(400);
  });

  it('is opened by a kubeconfig, and by a program that gives a token', async () => {
    await plane.cluster('orders');
    vi.stubEnv('KUBECONFIG', plane.kubeconfig);
    const cluster = await openCluster({ context: 'test', namespace: undefined }, calls());
    expect(cluster).toMatchObject({ description: 'context test', namespace: 'orders' });
    expect(await cluster.list(maps(cluster), {}, signal)).toEqual([]);

    const config = JSON.parse(readFileSync(plane.kubeconfig, 'utf8'));
    const { token } = config.users[0].user;
    const credential = { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status: { token } };
    const args = ['-e', `process.stdout.write(${JSON.stringify(JSON.stringify(credential))})`];
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args,
      interactiveMode: 'Never',
    };
    const file = `${plane.kubeconfig}-exec`;
    writeFileSync(file, JSON.stringify({ ...config, users: [{ name: 'tester', user: { exec } }] }));
    vi.stubEnv('KUBECONFIG', file);
    const second = await openCluster({ context: undefined, namespace: 'orders' }, calls());
    expect(await second.list(maps(second), {}, signal)).toEqual([]);
  });

  it('refuses a wrong token, and a certificate that nobody vouches for', async () => {
    const config = JSON.parse(readFileSync(plane.kubeconfig, 'utf8'));
    const open = async (name: string, change: object) => {
      const file = `${plane.kubeconfig}-${name}`;
      writeFileSync(file, JSON.stringify({ ...config, ...change }));
      vi.stubEnv('KUBECONFIG', file);
      const cluster = await openCluster({ context: undefined, namespace: 'orders' }, calls());
      return cluster.list(maps(cluster), {}, signal);
    };
    const wrong = open('wrong', { users: [{ name: 'tester', user: { token: 'wrong-token' } }] });
    await expect(wrong).rejects.toMatchObject({ code: 'refused', message: expect.not.stringContaining('wrong-token') });
    const { server } = config.clusters[0].cluster;
    const stranger = open('stranger', { clusters: [{ name: 'test', cluster: { server } }] });
    await expect(stranger).rejects.toMatchObject({ code: 'refused' });
  });
});
