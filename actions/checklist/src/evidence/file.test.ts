import { describe, expect, it } from 'vitest';
import type { FileEntry } from './entry.ts';
import { FileReader } from './file.ts';
import { type HeldFile, heldFiles } from './held-files.fixture.ts';
import { type Circumstances, questionOf } from './question.fixture.ts';

type Keys = Partial<FileEntry>;

function look(files: Readonly<Record<string, string | HeldFile>>, keys: Keys, circumstances: Circumstances = {}) {
  const entry: FileEntry = { kind: 'file', items: ['x'], file: Object.keys(files)[0] ?? 'a.md', ...keys };
  return new FileReader(heldFiles(files)).look(questionOf(entry, circumstances));
}
const outcome = async (...parameters: Parameters<typeof look>) => (await look(...parameters)).outcome;

describe('a file of the repository', () => {
  it('proves nothing by being there', async () => {
    expect(await look({ 'docs/dr.md': 'x'.repeat(10_000) }, {})).toMatchObject({
      outcome: 'unknown',
      seen: 'nobody said what docs/dr.md must hold',
    });
  });

  it.each(['LICENSE', 'LICENSE-APACHE-2.0', 'docs/NOTICE.txt', 'THIRD_PARTY_NOTICES.md'])(
    'named %s must have a text',
    async (path) => {
      expect([
        await outcome({ [path]: 'word '.repeat(101) }, {}),
        await outcome({ [path]: `short${' '.repeat(900)}` }, {}),
      ]).toEqual(['pass', 'fail']);
      expect([await outcome({ [path]: 'x'.repeat(500) }, {}), await outcome({ [path]: 'x'.repeat(499) }, {})]).toEqual([
        'pass',
        'fail',
      ]);
    },
  );

  it.each(['license-check.json', 'LICENSE.json', 'docs/LICENSES/a.md', 'notices'])(
    'named %s is like any other',
    async (path) => {
      expect(await outcome({ [path]: 'word '.repeat(101) }, {})).toBe('unknown');
    },
  );

  it('is missing, cannot be used, or is no text', async () => {
    expect(await look({}, { file: 'a.md', matches: ['x'] })).toMatchObject({
      outcome: 'fail',
      seen: 'a.md is missing',
    });
    expect(await outcome({}, { file: 'docs/*.md', matches: ['x'] })).toBe('fail');
    expect(await look({ 'a.md': { content: '', refused: 'it is a folder' } }, { matches: ['x'] })).toMatchObject({
      outcome: 'unknown',
      seen: 'a.md cannot be used: it is a folder',
    });
    expect(await outcome({ 'a.md': { content: Buffer.from([0xff, 0xff]) } }, { matches: ['.*'] })).toBe('unknown');
  });

  it('that differs from the commit is stale, whatever it holds', async () => {
    expect(await look({ 'a.md': { content: 'x', state: 'changed' } }, { matches: ['x'] })).toMatchObject({
      outcome: 'stale',
      seen: 'a.md differs from the commit',
    });
    expect([
      await outcome({ 'a.md': { content: 'x', state: 'made' } }, { matches: ['x'] }),
      await outcome({ 'a.md': { content: 'x', state: null } }, { matches: ['x'] }),
    ]).toEqual(['pass', 'pass']);
  });

  it('is unknown when the repository does not answer', async () => {
    const broken = { read: () => Promise.reject(new Error('hunter2')), match: async () => ['a.md'] };
    const result = await new FileReader(broken).look(
      questionOf({ kind: 'file', items: [], file: 'a.md', matches: ['x'] }),
    );
    expect(result.outcome).toBe('unknown');
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('matches each expression, line by line', async () => {
    const files = { 'redis.conf': 'appendonly yes\nappendfsync everysec\n' };
    expect(await look(files, { matches: ['^appendonly yes$', '^appendfsync (always|everysec)$'] })).toMatchObject({
      outcome: 'pass',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      source: 'redis.conf',
    });
    expect(await look(files, { matches: ['^appendonly yes$', '^save '] })).toMatchObject({
      outcome: 'fail',
      location: { file: 'redis.conf' },
    });
    expect(await outcome(files, { matches: ['('] })).toBe('unknown');
  });

  it('has nothing of what must be nowhere in it', async () => {
    expect([
      await outcome({ 'a.py': 'x = 1' }, { 'matches-not': ['DEBUG = True'] }),
      await outcome({ 'a.py': 'DEBUG = True' }, { 'matches-not': ['DEBUG = True'] }),
      await outcome({ 'a.py': '' }, { 'matches-not': ['('] }),
    ]).toEqual(['pass', 'fail', 'unknown']);
  });

  it('has an entry for the version', async () => {
    const keys = { 'has-version': true };
    expect(await outcome({ 'CHANGELOG.md': '## 2.4.0\n\n- Refunds.\n' }, keys)).toBe('pass');
    expect(await look({ 'CHANGELOG.md': '## 2.3.0\n\n- Refunds.\n' }, keys)).toMatchObject({
      outcome: 'fail',
      seen: 'CHANGELOG.md has no entry for 2.4.0',
    });
    expect(await look({ 'CHANGELOG.md': '# Log\n\n## 2.4.0\n\n## 2.3.0\n- Refunds.\n' }, keys)).toMatchObject({
      outcome: 'fail',
      location: { file: 'CHANGELOG.md', line: 3 },
    });
    expect(await outcome({ 'CHANGELOG.md': '## 2.4.0\n\n- Refunds.\n' }, keys, { subject: {} })).toBe('unknown');
    expect(await outcome({ 'CHANGELOG.md': '' }, { 'has-version': false })).toBe('unknown');
    expect(await outcome({ 'CHANGELOG.md': `## 2.4.0\n\n${'x'.repeat(5 * 1024 * 1024)}` }, keys)).toBe('unknown');
  });

  it('has a date that is new enough: the newest counts', async () => {
    const keys = { dated: '^Drill: (.*)$', freshness: '90d' };
    const drill = (...dates: string[]) => ({ 'docs/dr.md': dates.map((date) => `Drill: ${date}`).join('\n') });
    expect(await look(drill('2026-01-01', '2026-10-01', '2025-01-01'), keys)).toMatchObject({
      outcome: 'pass',
      value: '50\u00a0days old',
      threshold: '<= 90\u00a0days',
      at: '2026-10-01T00:00:00.000Z',
    });
    expect(await look(drill('2026-08-01'), keys)).toMatchObject({
      outcome: 'stale',
      seen: 'the newest date in docs/dr.md is 2026-08-01, 111\u00a0days ago, wanted <= 90\u00a0days',
    });
    expect([
      await outcome(drill('2026-10-01'), { ...keys, freshness: '30d' }),
      await outcome(drill('2026-10-01'), { dated: keys.dated }),
    ]).toEqual(['stale', 'stale']);
    for (const wrong of ['2027-01-01', '2026-13-01', '2026-02-30', 'soon', ''])
      expect(await outcome(drill(wrong), keys)).toBe('unknown');
    expect([
      await outcome(drill('2026-10-01'), { dated: 'Drill', freshness: '90d' }),
      await outcome(drill('2026-10-01'), { dated: '(a)(b)', freshness: '90d' }),
    ]).toEqual(['unknown', 'unknown']);
  });

  it('was changed not too long ago, where the entry itself asks for it', async () => {
    const file = (at: string, ageIsKnown = true) => ({ 'docs/oncall.md': { content: 'x', at, ageIsKnown } });
    const keys = { freshness: '30d' };
    expect([
      await outcome(file('2026-11-01T00:00:00Z'), keys),
      await outcome(file('2026-10-01T00:00:00Z'), keys),
    ]).toEqual(['pass', 'stale']);
    expect(await look(file('2026-11-01T00:00:00Z', false), keys)).toMatchObject({
      outcome: 'unknown',
      mend: 'Check out with `fetch-depth: 0`',
    });
    expect(await outcome(file('2026-10-01T00:00:00Z', false), keys)).toBe('stale');
    expect(await outcome(file('2020-01-01T00:00:00Z'), { matches: ['x'] })).toBe('pass');
    expect(await outcome(file('2026-11-01T00:00:00Z'), { freshness: 'new' })).toBe('unknown');
  });
});

describe('the data of a file', () => {
  const plan = { 'plan.yaml': 'retention: 30\nrto: 4h\nsampling: 0.05\nrunbooks: [docs/a.md]\n' };

  it('holds a condition', async () => {
    expect([
      await outcome(plan, { holds: 'document.retention >= 30' }),
      await outcome(plan, { holds: 'document.retention > 30' }),
    ]).toEqual(['pass', 'fail']);
    for (const holds of ['document.missing > 1', 'document.retention', '(', 'documents.exists(d, d.x)'])
      expect(await outcome(plan, { holds })).toBe('unknown');
    expect(
      await outcome({ 'a.yaml': 'a: 1\n---\na: 2\n' }, { holds: 'size(documents) == 2 && documents.all(d, d.a > 0)' }),
    ).toBe('pass');
    expect(
      await outcome({ 'dashboard.json': '{"panels":[{"title":"p95"}]}' }, { holds: 'document.panels.size() > 0' }),
    ).toBe('pass');
    for (const [path, text] of [
      ['a.json', '{'],
      ['a.yaml', 'a: ['],
      ['a.yaml', ''],
    ] as const)
      expect(await outcome({ [path]: text }, { holds: 'true' })).toBe('unknown');
  });

  it('has a value within the limit', async () => {
    const value = "string(document.retention) + 'd'";
    expect(await look(plan, { value }, { limits: ['>= 30d'] })).toMatchObject({
      outcome: 'pass',
      value: '30\u00a0days',
      threshold: '>= 30\u00a0days',
    });
    expect(await look(plan, { value }, { limits: ['> 30d'] })).toMatchObject({
      outcome: 'fail',
      seen: 'the value in plan.yaml is 30\u00a0days, wanted > 30\u00a0days',
    });
    expect([
      await outcome(plan, { value: 'document.rto' }, { limits: ['< 4h', '> 80%'] }),
      await outcome(plan, { value: 'document.rto', threshold: '<= 4h' }),
    ]).toEqual(['fail', 'pass']);
    expect([
      await outcome(plan, { value: 'document.retention' }, { limits: ['>= 30'] }),
      await outcome(plan, { value: 'document.retention' }, { limits: ['>= 31'] }),
    ]).toEqual(['pass', 'fail']);
    expect(await outcome(plan, { value: "string(document.sampling * 100.0) + '%'" }, { limits: ['1-10%'] })).toBe(
      'pass',
    );
  });

  it('has no value without a unit where the limit has one, and none that is no number', async () => {
    for (const limits of [['>= 30d'], ['< 80%'], ['< 1GiB'], []])
      expect(await outcome(plan, { value: 'document.retention' }, { limits })).toBe('unknown');
    for (const value of ['document.runbooks', 'document.missing', "'much'", 'true'])
      expect(await outcome(plan, { value }, { limits: ['> 1'] })).toBe('unknown');
  });

  it('must have all that is asked, in whatever order', async () => {
    const keys = { value: 'document.rto', threshold: '<= 4h' };
    expect(await look(plan, { ...keys, matches: ['^rto: '] })).toMatchObject({
      outcome: 'pass',
      value: '4\u00a0h',
      seen: 'plan.yaml matches `^rto: `, the value in plan.yaml is 4\u00a0h, wanted <= 4\u00a0h',
    });
    expect(await outcome(plan, { ...keys, matches: ['^rpo: '] })).toBe('fail');
    expect(await outcome(plan, { ...keys, holds: 'document.missing' })).toBe('unknown');
  });

  it('names files that are in the repository', async () => {
    const names = 'document.runbooks';
    expect(await outcome({ ...plan, 'docs/a.md': 'x' }, { file: 'plan.yaml', names })).toBe('pass');
    expect(await look({ ...plan }, { names })).toMatchObject({
      outcome: 'fail',
      seen: 'plan.yaml names docs/a.md, which is not in the repository',
    });
    expect(await outcome({ ...plan, 'docs/a.md': { content: 'x', state: 'made' } }, { names })).toBe('fail');
    expect(
      await outcome({ ...plan, 'docs/a.md': { content: 'x', refused: 'it leads out of the repository' } }, { names }),
    ).toBe('unknown');
    for (const odd of ['[]', '[1]', "'docs/a.md'", 'document.missing'])
      expect(await outcome(plan, { names: odd })).toBe('unknown');
  });
});

describe('several files', () => {
  it('fail when one that the commit has was taken away', async () => {
    const gone = { ...heldFiles({ 'docs/a.md': 'x' }), match: async () => ['docs/a.md', 'docs/gone.md'] };
    const result = await new FileReader(gone).look(
      questionOf({ kind: 'file', items: [], file: 'docs/*.md', matches: ['x'] }),
    );
    expect(result).toMatchObject({ outcome: 'fail', seen: 'docs/gone.md is missing' });
  });

  it('must all hold, and the worst is told', async () => {
    const files = { 'docs/a.md': 'owner: x', 'docs/b.md': 'owner: y' };
    expect(await look(files, { file: 'docs/*.md', matches: ['^owner: '] })).toMatchObject({
      outcome: 'pass',
      seen: 'all 2 files of docs/*.md are as wanted',
      source: 'docs/*.md',
    });
    expect(await look({ ...files, 'docs/c.md': 'nobody' }, { file: 'docs/*.md', matches: ['^owner: '] })).toMatchObject(
      { outcome: 'fail', source: 'docs/c.md' },
    );
    expect(
      await outcome(
        { ...files, 'docs/c.md': { content: '', refused: 'it is a folder' } },
        { file: 'docs/*.md', matches: ['^owner: '] },
      ),
    ).toBe('unknown');
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`docs/${n}.md`, 'x']));
    expect(await outcome(many, { file: 'docs/*.md', matches: ['x'] })).toBe('unknown');
  });
});
