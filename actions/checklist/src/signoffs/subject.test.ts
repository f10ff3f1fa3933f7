import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from '@shipgate/kit/git';
import { openGit } from '@shipgate/kit/git';
import { GitHubFiles } from '@shipgate/kit/github';
import { GitHubStandIn } from '@shipgate/kit/testing/github-stand-in';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankSignoffs, subjectOf } from './subject.ts';

const file = 'docs/quality/checklist.md';
const text = (devops = '', more = '') =>
  `# C\n\n- [ ] a\n\n## Подписи\n\n- [${devops === '' ? ' ' : 'x'}] **Руководитель DevOps:** ${devops || '\\_\\_\\_'} Дата: ${devops === '' ? '\\_\\_' : '20.11.2026'}\n- [ ] **Product Owner:** \\_\\_ Дата: \\_\\_\n${more}`;

const labels = ['Руководитель DevOps', 'Product Owner'];
const folder = mkdtempSync(join(tmpdir(), 'shipgate-subject-'));
const repository = TestRepository.create(folder);
let git: Git;
let first: string;
beforeAll(async () => {
  first = repository.commit({ [file]: text(), 'src/app.ts': '1\n', 'docs/other.md': 'x\n', 'run.sh': '#!/bin/sh\n' });
  const opened = await openGit(folder, { env: { PATH: process.env['PATH'] ?? '' } });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  git = opened.git;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const after = (files: Record<string, string | null>) => {
  repository.checkout(first, '--detach');
  return repository.commit(files);
};
/** A commit of the index alone. */
const afterIndex = (...command: string[]) => {
  repository.git('checkout', '--quiet', '--force', '--detach', first);
  repository.git('update-index', ...command);
  repository.git('commit', '--quiet', '--no-gpg-sign', '--message', 'index');
  const commit = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '--force', '--detach', first);
  return commit;
};
const of = (commit: string) => subjectOf(git, commit, [file], labels);

describe('the subject of a commit', () => {
  it('stays when somebody signs, and when the signature is taken back', async () => {
    expect(await of(after({ [file]: text('Somebody') }))).toBe(await of(first));
  });

  it('stays when all is squashed into one commit', async () => {
    after({ 'src/app.ts': '2\n' });
    const second = repository.commit({ [file]: text('Somebody') });
    repository.checkout(first, '--detach');
    repository.git('read-tree', '-u', '--reset', second);
    expect(await of(repository.commit())).toBe(await of(second));
  });

  it.each([
    ['a byte of a file', { 'src/app.ts': '1 \n' }],
    ['a file of its own folder', { 'docs/other.md': 'y\n' }],
    ['a new file', { 'src/new.ts': '' }],
    ['a file less', { 'docs/other.md': null }],
    ['an item of the checklist', { [file]: text().replace('[ ] a', '[x] a') }],
    ['the label of a role', { [file]: text().replace('Product Owner', 'Nobody') }],
    ['a line below the signatures', { [file]: text('', '- [ ] **Other:** \\_\\_\n') }],
    ['the heading of the signatures', { [file]: text().replace('## Подписи', '## Списки') }],
    ['line ends', { [file]: text().replaceAll('\n', '\r\n') }],
  ])('is another one after a change of %s', async (_what, files) => {
    expect(await of(after(files))).not.toBe(await of(first));
  });

  it('is another one after a change of mode, of a link, of a submodule', async () => {
    const link = `120000,${repository.git('hash-object', '-w', 'run.sh')},link`;
    const commits = [
      afterIndex('--chmod=+x', 'run.sh'),
      afterIndex('--add', '--cacheinfo', link),
      ...['1', '2'].map((digit) => afterIndex('--add', '--cacheinfo', `160000,${digit.repeat(40)},lib`)),
    ];
    const all = await Promise.all([first, ...commits].map(of));
    expect(new Set(all).size).toBe(all.length);
  });

  it('is the same by the API of GitHub', async () => {
    const standIn = await GitHubStandIn.start({ repositories: [{ name: 'acme/orders', folder }] });
    const remote = new GitHubFiles({ apiUrl: standIn.apiUrl, repository: 'acme/orders' });
    expect(await subjectOf(remote, first, [file], labels)).toBe(await of(first));
    expect(standIn.faults).toEqual([]);
    await standIn.stop();
  });
});

describe('a blanked checklist', () => {
  it('keeps the labels and nothing that was signed', () => {
    const blanked = blankSignoffs(Buffer.from(text('Somebody')), file, labels).toString();
    expect(blanked).toContain('- [ ] Руководитель DevOps:\n- [ ] Product Owner:\n');
    expect(blanked).not.toContain('Somebody');
  });

  it('is the file itself when it has no signatures, or is no text', () => {
    const plain = Buffer.from('# C\n\n- [x] a\n');
    expect(blankSignoffs(plain, file, labels)).toBe(plain);
    const bytes = Buffer.from([0xff, 0xfe, 0x00]);
    expect(blankSignoffs(bytes, file, labels)).toBe(bytes);
  });
});
