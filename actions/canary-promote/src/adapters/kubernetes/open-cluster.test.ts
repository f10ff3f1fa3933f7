import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Calls } from '../calls.ts';
import { openCluster } from './open-cluster.ts';

const config = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'one', cluster: { server: 'https://127.0.0.1:1' } }],
  users: [{ name: 'tester', user: { token: 'a-secret-token' } }],
  contexts: [
    { name: 'staging', context: { cluster: 'one', user: 'tester' } },
    { name: 'production', context: { cluster: 'one', user: 'tester', namespace: 'orders' } },
  ],
  'current-context': 'staging',
});

describe('the cluster of a plan', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shipgate-kubeconfig-'));
    vi.stubEnv('HOME', folder);
    vi.stubEnv('KUBECONFIG', '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const open = (place: { readonly context?: string; readonly namespace?: string } = {}) =>
    openCluster({ context: place.context, namespace: place.namespace }, new Calls());
  const write = (text: string) => {
    const file = join(folder, 'kubeconfig');
    writeFileSync(file, text);
    vi.stubEnv('KUBECONFIG', file);
  };

  it('is that of the current context, in the namespace "default" when nobody names one', async () => {
    write(config);
    expect(await open()).toMatchObject({ description: 'context staging', namespace: 'default' });
  });

  it('is that of the context that the plan names, in the namespace of the plan or else of the context', async () => {
    write(config);
    expect(await open({ context: 'production' })).toMatchObject({ namespace: 'orders' });
    expect(await open({ context: 'production', namespace: 'blue' })).toMatchObject({ namespace: 'blue' });
  });

  it('is a fault of the configuration when the context is unknown: the known ones are named, and no secret', async () => {
    write(config);
    const error = await open({ context: 'prod' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    const text = JSON.stringify(error) + String(error);
    expect(text).toContain('staging, production');
    expect(text).not.toContain('a-secret-token');
  });

  it.each([
    ['there is no kubeconfig at all', () => undefined],
    ['KUBECONFIG names no file', () => vi.stubEnv('KUBECONFIG', join(folder, 'absent'))],
    ['the kubeconfig is no YAML', () => write('a: [')],
    ['the kubeconfig has no context', () => write('{}')],
  ])('is a fault of the configuration when %s', async (_, arrange) => {
    arrange();
    await expect(open()).rejects.toBeInstanceOf(ConfigurationError);
  });
});
