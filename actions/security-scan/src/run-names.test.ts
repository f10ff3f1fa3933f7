import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Checkout } from './run.fixture.ts';
import { tokenOf } from './secrets/kinds.fixture.ts';

let checkout: Checkout | undefined;
afterEach(() => checkout?.close());

/** A file whose name is of these bytes, in the checkout. */
function write(below: Checkout, name: string, content: string): Buffer {
  const path = Buffer.concat([Buffer.from(`${below.repository.folder}/`), Buffer.from(name, 'latin1')]);
  mkdirSync(path.subarray(0, path.lastIndexOf('/')), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('a file whose name is not UTF-8', () => {
  it.each([
    ['in the commit', true],
    ['beside it, where git does not ignore it', false],
  ])('is told by its name, %s, and nothing passes', async (_, isCommitted) => {
    checkout = new Checkout();
    write(checkout, 'src/\xff.txt', tokenOf('github-pat'));
    if (isCommitted) checkout.change({});
    const { codes, exitCode, verdict, printed } = await checkout.run({ flags: ['--scanners', 'secrets'] });
    expect([exitCode, codes]).toEqual([2, ['configuration']]);
    expect(verdict).toMatchObject({
      outcome: 'unknown',
      reasons: [{ title: expect.stringContaining('cannot be named') }],
    });
    expect(printed).toContain('the name of a file is not UTF-8: src/\\xff.txt');
  });

  it('of the base alone is told too: what it trusts cannot be read', async () => {
    checkout = new Checkout();
    const path = write(checkout, '\xff.txt', 'text');
    checkout.change({});
    checkout.repository.git('branch', '--force', 'base');
    rmSync(path);
    checkout.change({ 'a.txt': `${tokenOf('github-pat')}\n` });
    const { codes, exitCode, printed } = await checkout.run({ flags: ['--scanners', 'secrets'] });
    expect(exitCode).toBe(2);
    expect(codes).toEqual(['scanner-error']);
    expect(printed).toContain('the name of a file is not UTF-8: \\xff.txt');
  });

  it('is found with its secret where the name is UTF-8 of any letters', async () => {
    checkout = new Checkout();
    checkout.change({ 'ключ 鍵\n\u{1f511}.txt': tokenOf('github-pat') });
    const { evidence } = await checkout.run({ flags: ['--scanners', 'secrets'] });
    expect(evidence.findings).toMatchObject([{ location: { path: 'ключ 鍵\n\u{1f511}.txt' } }]);
  });
});
