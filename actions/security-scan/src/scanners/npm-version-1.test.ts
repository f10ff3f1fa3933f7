import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdvisoryServer, startAdvisoryServer } from './advisory-server.fixture.ts';
import { npmAudit } from './npm-audit.ts';
import { shop } from './shop.fixture.ts';
import { type Ground, groundOf } from './tree.fixture.ts';

let server: AdvisoryServer;
let ground: Ground | undefined;
beforeEach(async () => {
  server = await startAdvisoryServer(shop);
});
afterEach(async () => {
  ground?.remove();
  await server.close();
});

async function scan(asked: object, dependencies: object) {
  const files = {
    'package.json': JSON.stringify({ name: 'orders', version: '1.0.0', dependencies: asked }),
    'package-lock.json': JSON.stringify({ name: 'orders', lockfileVersion: 1, requires: true, dependencies }, null, 2),
  };
  ground = groundOf({ files, env: { NPM_CONFIG_REGISTRY: server.url } });
  return npmAudit.scan(ground.tree, ground.context);
}

const integrity = `sha512-${'a'.repeat(86)}==`;
const resolved = 'https://registry.example.com/old-queue/-/old-queue-1.8.0.tgz';

describe('a lock of version 1', () => {
  it.each([
    ['nothing else', {}],
    ['an address', { resolved }],
    ['a checksum', { integrity }],
    ['both', { resolved, integrity }],
  ])('has its aliases asked about by the package that they install, written with %s', async (_, more) => {
    const scanned = await scan(
      { queue: 'npm:old-queue@^1.8.0' },
      { queue: { version: 'npm:old-queue@1.8.0', ...more } },
    );
    expect(server.asked).toEqual([{ 'old-queue': ['1.8.0'] }]);
    expect(scanned).toMatchObject({
      findings: [{ rule: 'GHSA-9r8w-3hjc-p6gf', package: { version: '1.8.0' }, location: { line: 6 } }],
    });
  });

  it.each([
    ['git+ssh://git@github.com/acme/forms.git#0123456789012345678901234567890123456789', 'acme/forms'],
    ['https://files.example.com/forms.tgz', 'https://files.example.com/forms.tgz'],
    ['file:forms.tgz', 'file:forms.tgz'],
  ])('is an error where npm asks about no version: %s', async (version, spec) => {
    expect(await scan({ forms: spec }, { forms: { version } })).toMatchObject({
      trouble: {
        expected: 'a version for every package',
        got: 'forms without one',
        place: { file: 'package-lock.json', line: 6, column: 5 },
      },
    });
    expect(server.asked).toEqual([]);
  });

  it('has a tarball asked about by the version in its address', async () => {
    const version = 'https://files.example.com/old-queue-1.8.0.tgz';
    expect(await scan({ 'old-queue': version }, { 'old-queue': { version } })).toMatchObject({
      findings: [{ rule: 'GHSA-9r8w-3hjc-p6gf' }],
    });
  });
});
