/** Client certificates, as many kubeconfigs have them, against a server that asks for one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { realTool } from '../../../../../scripts/real-tools.ts';
import { Calls } from '../calls.ts';
import { openCluster } from './open-cluster.ts';

const openssl = realTool('openssl');
const signal = AbortSignal.timeout(60_000);

describe.skipIf(openssl === null)('a server that asks for a certificate', () => {
  let folder: string;
  let server: Server;
  let key: Buffer;
  let certificate: Buffer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shipgate-certificates-'));
    const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=tester'];
    const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', file];
    execFileSync(openssl ?? 'openssl', [...made, ...names], { stdio: 'ignore' });
    [key, certificate] = [readFileSync(keyFile), readFileSync(file)];
    const options = { key, cert: certificate, ca: certificate, requestCert: true, rejectUnauthorized: true };
    server = createServer(options, (_, response) => response.end('{"kind":"Lease"}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    server?.close();
    server?.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (user: object) => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const authority = { 'certificate-authority-data': certificate.toString('base64') };
    const config = {
      clusters: [{ name: 'one', cluster: { server: `https://127.0.0.1:${port}`, ...authority } }],
      users: [{ name: 'tester', user }],
      contexts: [{ name: 'one', context: { cluster: 'one', user: 'tester' } }],
      'current-context': 'one',
    };
    const file = join(folder, 'kubeconfig');
    writeFileSync(file, JSON.stringify(config));
    vi.stubEnv('KUBECONFIG', file);
    const cluster = await openCluster({ context: undefined, namespace: undefined }, new Calls());
    return await cluster.get('/one', signal);
  };

  it('gets the one of the kubeconfig', async () => {
    const base64 = (text: Buffer) => text.toString('base64');
    const user = { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) };
    expect(await ask(user)).toEqual({ kind: 'Lease' });
  });

  it('refuses a user without one', async () => {
    await expect(ask({ token: 'a-token' })).rejects.toMatchObject({ code: 'refused' });
  });
});
