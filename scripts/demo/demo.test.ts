import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationEvidence, MigrationStatus, Reason, RunOutcome, Verdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { ansiToHtml, withoutColour } from './ansi.ts';
import { atMost } from './at-most.ts';
import type { Ended, Expected } from './expectation.ts';
import { disagreements, failsWithoutAnError, parseBadCases } from './expectation.ts';
import type { GateRun } from './gate-run.ts';
import { indexPage } from './index-page.ts';
import { documentToHtml, markdownToHtml, page } from './page.ts';
import { writePages } from './pages.ts';
import { runPage } from './run-page.ts';
import { badHeading, badLines, conclusion, goodLines, item, proved } from './words.ts';

const drift: Reason = {
  code: 'drift',
  severity: 'error',
  blocks: 'fail',
  title: '`down` leaves type `order_state` behind',
  seen: 'after up and down, type `order_state` is new.',
  hurts: 'h',
  mend: 'm',
  docs: 'docs/reasons/migrate-gate/drift.md',
  location: { file: 'a/0002_b.down.sql', line: 2 },
  evidence: {},
};

function migration(version: string, status: MigrationStatus, outcome: RunOutcome = 'ok'): MigrationEvidence {
  const run = { outcome };
  return { version, name: 'b', file: 'a.sql', status, batch: false, up: run, down: run, reup: run, schema: [] };
}

function verdict(outcome: Verdict['outcome'], reasons: Reason[], migrations: MigrationEvidence[]): Verdict {
  return {
    ...{ version: 1, gate: 'migrate-gate', outcome, headline: 'h', subject: {}, reasons },
    proofs: [
      { name: 'schema', required: true, outcome: outcome === 'pass' ? 'pass' : 'fail', seen: '3 of 3 objects same' },
    ],
    evidence: { scope: 'all', migrations, total: migrations.length, timings: {} },
    ...{ tool: { name: 'migrate-gate', version: '0.1.0' }, startedAt: '2026-01-01T00:00:00Z' },
    finishedAt: '2026-01-01T00:00:01Z',
  } as Verdict;
}

const bad = verdict('fail', [drift], [migration('0001', 'clean'), migration('0002', 'drift')]);
const good = verdict('pass', [], [migration('0001', 'clean'), migration('0002', 'noise')]);
const expected: Expected = {
  outcome: 'fail',
  status: { version: '0002', is: 'drift' },
  reason: { code: 'drift', object: 'order_state' },
};

function run(name: string, of: Verdict | undefined, wanted: Expected, wrong: readonly string[] = []): GateRun {
  const trial = { name, flags: ['--path', 'a'], folder: '/r', expected: wanted, files: [] };
  return {
    trial,
    exitCode: of?.outcome === 'pass' ? 0 : 1,
    seconds: 1.94,
    log: 'log',
    summary: '## s',
    verdict: of,
    wrong,
  };
}
const badRun = run('bad/enum-stays', bad, expected);
const goodRun = run('good/history', good, { outcome: 'pass', proven: 2 });

describe('what a run must come to', () => {
  const ended = { exitCode: 1, timedOut: false, verdict: bad };

  it('is met by the exit code, the status and a message with the name', () => {
    expect(disagreements(expected, ended)).toEqual([]);
    expect(disagreements({ outcome: 'pass', proven: 2 }, { ...ended, exitCode: 0, verdict: good })).toEqual([]);
  });

  it.each<[string, Expected, Partial<Ended>, string]>([
    ['another exit code', expected, { exitCode: 0 }, 'expected exit code 1, got 0'],
    ['another outcome', { outcome: 'pass' }, { exitCode: 0 }, 'expected outcome pass, got fail'],
    [
      'another status',
      { ...expected, status: { version: '0002', is: 'no-down' } },
      {},
      'expected 0002 to be no-down, got drift',
    ],
    [
      'no such version',
      { ...expected, status: { version: '9', is: 'drift' } },
      {},
      'expected 9 to be drift, got no such migration',
    ],
    [
      'another reason',
      { ...expected, reason: { code: 'no-down', object: 'x' } },
      {},
      'expected the reason no-down, got drift',
    ],
    [
      'another name',
      { ...expected, reason: { code: 'drift', object: 'x' } },
      {},
      'expected drift to name x, got: `down` leaves type `order_state` behind',
    ],
    ['fewer clean ones', { outcome: 'fail', proven: 2 }, {}, 'expected 2 migrations to be clean, got 1'],
    ['no verdict', expected, { verdict: undefined }, 'expected a verdict.json, got none'],
    [
      'a verdict off its schema',
      expected,
      { verdict: { ...bad, version: 2 } },
      'verdict.json does not fit its schema: version must be 1',
    ],
    ['no end', expected, { timedOut: true }, 'it did not end in time'],
  ])('is missed by %s', (_what, wanted, change, message) => {
    expect(disagreements(wanted, { ...ended, ...change })).toEqual([message]);
  });

  it('is read from the list of bad cases, which must be whole', () => {
    const entry = { case: 'a', exit: 1, migration: '0002', status: 'drift', object: 'o', code: 'drift' };
    expect(parseBadCases(JSON.stringify([entry]))).toEqual([
      {
        name: 'a',
        expected: { outcome: 'fail', status: { version: '0002', is: 'drift' }, reason: { code: 'drift', object: 'o' } },
      },
    ]);
    expect(() => parseBadCases(JSON.stringify([entry, { ...entry, object: undefined }]))).toThrow(
      'case 2 has no "object"',
    );
    expect(() => parseBadCases(JSON.stringify([{ ...entry, exit: 7 }]))).toThrow('no outcome has the exit code 7');
    expect(() => parseBadCases('[]')).toThrow('expected a list of cases');
  });

  it('knows the failures that exit codes do not show', () => {
    expect(failsWithoutAnError(bad)).toBe(true);
    expect(failsWithoutAnError(good)).toBe(false);
    expect(failsWithoutAnError(verdict('fail', [drift], [migration('0002', 'down-fails', 'failed')]))).toBe(false);
    expect(failsWithoutAnError(verdict('fail', [drift], []))).toBe(false);
  });
});

describe('what is printed', () => {
  it('has a line per run, with the columns of the heading', () => {
    const [line = ''] = badLines(badRun);
    expect(line).toBe('  enum-stays               drift       order_state               expected  1.9 s');
    expect(badHeading.indexOf('object')).toBe(line.indexOf('order_state'));
    expect(goodLines(goodRun)[0]).toBe(
      '  history         pass     2 migrations                          expected  1.9 s',
    );
  });

  it('says below the line what is not as expected', () => {
    expect(badLines({ ...badRun, wrong: ['expected exit code 1, got 0'] })).toEqual([
      '  enum-stays               drift                             NOT EXPECTED  1.9 s',
      '    expected exit code 1, got 0',
    ]);
    expect(badLines(run('bad/a', undefined, expected, ['no verdict']))[0]).toContain('none');
  });

  it('ends with what was proven in numbers, and fails when one is off', () => {
    const off = run('bad/off', good, expected, ['expected exit code 1, got 0']);
    const sentences = proved([goodRun], [badRun, off]);
    expect(sentences[0]).toBe('2 of 3 runs end as expected, and 3 of 3 verdicts fit `schemas/verdict.schema.json`.');
    expect(sentences).toContain(
      '1 of 2 bad histories fail with the expected status, and the message names the object.',
    );
    expect(sentences).toContain(
      'In 1 of these 2 every command runs without an error: exit codes alone would pass them.',
    );
    expect(conclusion([goodRun, badRun], 41.6)).toBe('PASS  demo: 2 of 2 runs as expected  42 s  (exit code 0)');
    expect(conclusion([goodRun, off], 3)).toBe('FAIL  demo: not as expected: bad/off  3 s  (exit code 1)');
  });

  it('claims nothing of a good run that did not pass', () => {
    expect(proved([run('good/history', bad, { outcome: 'pass' }, ['x'])], []).join(' ')).not.toContain('good/history');
  });

  it('keeps within 80 columns', () => {
    const lines = item(`one ${'word '.repeat(60)}`).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/^ {2}word/);
  });
});

describe('the pages', () => {
  it('load nothing and run nothing', () => {
    const html = page('a <b>', '<p>x</p>');
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html).toContain('<title>a &lt;b&gt;</title>');
    expect(html).not.toMatch(/<script|src=|url\(/);
  });

  it('fold what the summary folds, and align its tables', () => {
    const html = markdownToHtml(
      '<details><summary>more</summary>\n\n| a | b |\n| --: | :-: |\n| 1 | 2 |\n\n</details>\n',
    );
    expect(html).toContain('<details><summary>more</summary>');
    expect(html).toContain('<td style="text-align:right">1</td>');
  });

  it('lead relative links of a document back to the repository', () => {
    const html = documentToHtml('[a](other.md) [b](https://example.com/) [c](#d)', '../../docs');
    expect(html).toContain('href="../../docs/other.md"');
    expect(html).toContain('href="https://example.com/"');
    expect(html).toContain('href="#d"');
  });

  it('mark the line that a reason points to, and escape what went in', () => {
    const html = runPage(
      {
        ...{
          name: 'bad/x',
          command: 'node x',
          exitCode: 1,
          outcome: 'fail',
          wrong: [],
          summary: '## no',
          log: 'a <b>',
        },
        files: [{ path: 'a/0002_b.down.sql', text: 'SELECT 1;\nSELECT <2>;\n' }],
        marked: [{ file: 'a/0002_b.down.sql', line: 2 }],
        reasons: [{ code: 'drift', href: '../../reasons/drift.html' }],
      },
      '../../index.html',
    );
    expect(html).toContain('<mark><span class="number">  2  </span>SELECT &lt;2&gt;;</mark>');
    expect(html).toContain('a &lt;b&gt;');
    expect(html).toContain('<a href="../../reasons/drift.html">drift</a>');
    expect(html).toContain('exit code 1, as expected');
  });

  it('list every run with what the gate says of it', () => {
    const listed = { name: 'bad/a', outcome: 'fail', status: 'drift', says: '`x` is gone', isExpected: false } as const;
    const html = indexPage([{ title: 'Bad', runs: [listed] }], ['1 of 1.']);
    expect(html).toContain('<a href="bad/a/index.html">a</a>');
    expect(html).toContain('<code>x</code> is gone');
    expect(html).toContain('<span class="word red">no</span>');
  });

  it('are written for every run, and for a reason that has a page', () => {
    const root = mkdtempSync(join(tmpdir(), 'shipgate-pages-'));
    try {
      mkdirSync(join(root, 'docs/reasons/migrate-gate'), { recursive: true });
      writeFileSync(join(root, 'docs/reasons/migrate-gate/drift.md'), '# drift\n');
      const ground = { root, output: join(root, 'out'), temporary: root };
      const index = writePages([{ title: 'Bad', runs: [badRun] }], [], ground);
      expect(readFileSync(index, 'utf8')).toContain('bad/enum-stays/index.html');
      expect(readFileSync(join(root, 'out/bad/enum-stays/index.html'), 'utf8')).toContain('../../reasons/drift.html');
      expect(readFileSync(join(root, 'out/reasons/drift.html'), 'utf8')).toContain('<h1>drift</h1>');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

describe('colour of a terminal', () => {
  it('becomes spans, or goes', () => {
    const text = 'a \u001b[31mFAIL\u001b[0m \u001b[1m<b>\u001b[0m\n';
    expect(ansiToHtml(text)).toBe('a <span class="red">FAIL</span> <span class="bold">&lt;b&gt;</span>\n');
    expect(withoutColour(text)).toBe('a FAIL <b>\n');
  });
});

describe('at most', () => {
  it('runs no more tasks than that at a time, in order, and goes on after a failure', async () => {
    let running = 0;
    let most = 0;
    const started: number[] = [];
    const start = atMost(2);
    const tasks = [0, 1, 2, 3, 4].map((index) =>
      start(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        if (index === 1) throw new Error('one');
        return index;
      }),
    );
    const results = await Promise.allSettled(tasks);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });
});
