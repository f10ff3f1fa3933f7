import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import { type OsvServer, scriptVulnerabilities, startOsvServer } from './osv-server.fixture.ts';
import { pipAudit } from './pip-audit.ts';
import { withProgram } from './program.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

/** The real program before a service of vulnerabilities on this machine, which it asks as it asks OSV. */
const program = realTool('pip-audit');

let ground: Ground | undefined;
let server: OsvServer | undefined;
afterEach(async () => {
  ground?.remove();
  await server?.close();
  server = undefined;
});

const pins = { 'requirements.txt': '--index-url http://127.0.0.1:9/\norder-export==1.4.0\norder-mail==2.0 # mail\n' };

interface Run extends Partial<GroundSetup> {
  readonly mode?: 'answer' | 'hang' | 'fail';
}

async function prepare(files: GroundSetup['files'], { mode, ...more }: Run = {}): Promise<Ground> {
  ground?.remove();
  await server?.close();
  server = await startOsvServer(scriptVulnerabilities, mode);
  const service = { PIP_AUDIT_VULNERABILITY_SERVICE: 'osv', PIP_AUDIT_OSV_URL: server.url, NO_PROXY: '127.0.0.1' };
  const PATH = `${dirname(program ?? '')}:/usr/bin:/bin`;
  ground = groundOf({ files, ...more, env: { PATH, ...service, ...more.env } });
  return ground;
}

async function scan(files: GroundSetup['files'], run: Run = {}) {
  const { tree, context } = await prepare(files, run);
  return pipAudit.scan(tree, context);
}

describe.skipIf(program === null)('the real pip-audit', () => {
  it('is ready, and says its version', async () => {
    const { tree, context } = await prepare(pins);
    expect(await pipAudit.detect(tree, context)).toMatchObject({
      kind: 'ready',
      version: expect.stringMatching(/^2\.\d/),
    });
  });

  it('tells a vulnerability with its ids, at the line of the pin, with what mends it', async () => {
    expect(await scan(pins)).toMatchObject({
      seen: '2 packages',
      findings: [
        {
          rule: 'PYSEC-2026-9001',
          // The others come in any order.
          advisories: expect.arrayContaining(['PYSEC-2026-9001', 'CVE-2026-19001', 'GHSA-6x7p-9q2v-m4jh']),
          location: { path: 'requirements.txt', line: 2, column: 1, endColumn: 13 },
          package: { purl: 'pkg:pypi/order-export@1.4.0', fixed: '1.4.1' },
        },
      ],
    });
    expect(server?.asked).toContainEqual({ name: 'order-mail', version: '2.0' });
  });

  it('is clean when nothing is known', async () => {
    const files = { 'requirements.txt': 'Order_Export==1.4.1 ; python_version < "3"\norder-mail[pdf]==2.0+local\n' };
    expect(await scan(files)).toEqual({ findings: [], secrets: [], version: null, seen: '2 packages' });
    expect(server?.asked).toHaveLength(2);
  });

  it('looks at several versions of a package', async () => {
    const scanned = await scan({ ...pins, 'jobs/requirements.txt': 'order-export==1.5\n' });
    expect(scanned).toMatchObject({ seen: '3 packages', findings: [{ location: { path: 'requirements.txt' } }] });
  });

  it('builds nothing and fetches nothing of the change', async () => {
    const files = {
      'requirements.txt': '-e .\norder-export==1.4.1\n--find-links ./wheels\n',
      'setup.py': 'open("owned", "w")\n',
      'pip.conf': '[global]\nindex-url = http://127.0.0.1:9/\n',
    };
    expect(await scan(files)).toMatchObject({ findings: [], seen: '1 package' });
  });

  it('is an error when the service fails, or cannot be reached', async () => {
    expect(await scan(pins, { mode: 'fail' })).toMatchObject({
      trouble: { got: expect.stringMatching(/^exit code 1: .*ServiceError/), place: { file: 'requirements.txt' } },
    });
    const env = { PIP_AUDIT_OSV_URL: 'http://127.0.0.1:9/' };
    expect(await scan(pins, { env })).toMatchObject({
      trouble: { got: expect.stringMatching(/^exit code 1: .*Connect/) },
    });
  });

  it('is an error without network, before the service that it asks of itself', async () => {
    const dead = 'http://127.0.0.1:9/';
    const env = { HTTPS_PROXY: dead, HTTP_PROXY: dead, https_proxy: dead, http_proxy: dead };
    const scanned = await scan(pins, { env: { ...env, PIP_AUDIT_VULNERABILITY_SERVICE: 'pypi' } });
    expect(scanned).toMatchObject({ trouble: { got: expect.stringMatching(/^exit code 1: /) } });
  });

  it('is an error when its arguments are wrong', async () => {
    const env = { PIP_AUDIT_VULNERABILITY_SERVICE: 'nobody' };
    expect(await scan(pins, { env })).toMatchObject({ trouble: { got: expect.stringMatching(/^exit code [12]: /) } });
  });

  it('is an error when the service hangs, and when the run is stopped', async () => {
    expect(await scan(pins, { mode: 'hang', timeoutMs: 3_000 })).toMatchObject({
      trouble: { got: 'no answer within 3 s', place: { file: 'requirements.txt' } },
    });
    const signal = AbortSignal.timeout(2_000);
    expect(await scan(pins, { mode: 'hang', signal })).toMatchObject({ trouble: { got: 'the run was stopped' } });
  });

  it('is an error when it is killed in its work', async () => {
    const made = await prepare(pins, { mode: 'hang' });
    const killed = withProgram(made, 'pip-audit', `${program} "$@" & sleep 2; kill -9 $!; kill -9 $$`);
    expect(await pipAudit.scan(killed.tree, killed.context)).toMatchObject({
      trouble: { got: 'it was ended by SIGKILL' },
    });
  });
});
