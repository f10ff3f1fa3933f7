import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Checkout } from './run.fixture.ts';
import { startAdvisoryServer } from './scanners/advisory-server.fixture.ts';
import { shop } from './scanners/shop.fixture.ts';

let checkout: Checkout | undefined;
afterEach(() => checkout?.close());

const manifest = JSON.stringify({ name: 'orders', dependencies: { 'old-queue': '1.8.0' } });
const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { name: 'orders', dependencies: { 'old-queue': '1.8.0' } },
    'node_modules/old-queue': { version: '1.8.0' },
  },
});

function linked(path: string, target: string): Checkout {
  checkout = new Checkout();
  checkout.change({ 'site/package.json': manifest, 'locks/site.json': lock });
  symlinkSync(target, join(checkout.repository.folder, path));
  checkout.repository.git('add', path);
  return checkout.change({});
}

describe('a lock file that is a link', () => {
  it('is audited where it stands', async () => {
    const server = await startAdvisoryServer(shop);
    try {
      const { evidence } = await linked('site/package-lock.json', '../locks/site.json').run({
        flags: ['--scanners', 'npm-audit'],
        env: { NPM_CONFIG_REGISTRY: server.url },
      });
      expect(evidence.scanners).toMatchObject([{ name: 'npm-audit', outcome: 'findings', seen: '1 package' }]);
      expect(evidence.findings).toMatchObject([{ location: { path: 'site/package-lock.json' }, state: 'new' }]);
    } finally {
      await server.close();
    }
  });

  it('is an error when it leads out of the repository, though nobody named the scanner', async () => {
    const { exitCode, codes, printed } = await linked('package-lock.json', '../../elsewhere.json').run();
    expect([exitCode, codes]).toEqual([2, ['scanner-error']]);
    expect(printed).toContain('a link that leads to none');
    expect(printed).toContain('package-lock.json');
  });
});

describe('submodules', () => {
  it('are told in the verdict and in the summary with their folders, and stop nobody', async () => {
    checkout = new Checkout({ 'README.md': 'A service.\n', '.gitmodules': '' });
    const sha = checkout.repository.git('rev-parse', 'HEAD');
    for (const path of ['vendor/forms', 'vendor/theme'])
      checkout.repository.git('update-index', '--add', '--cacheinfo', `160000,${sha},${path}`);
    checkout.repository.git('commit', '--quiet', '--message', 'submodules');
    const { exitCode, verdict, written } = await checkout.run({ flags: ['--scanners', 'secrets'], github: true });
    expect(exitCode).toBe(0);
    expect(verdict.reasons).toMatchObject([
      {
        code: 'submodules-unread',
        blocks: 'no',
        title: 'nobody looked into 2 submodules',
        seen: '`vendor/forms`, `vendor/theme`: what is in them belongs to other repositories.',
        location: { file: '.gitmodules' },
        evidence: { folders: ['vendor/forms', 'vendor/theme'] },
      },
    ]);
    expect(written.get('step-summary')).toContain('vendor/theme');
  });
});
