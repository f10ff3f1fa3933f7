import type { Reason } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { commandsIn } from '../runner-rules.fixture.ts';
import { annotationText, reportAnnotations } from './annotations.ts';
import { githubHost, green, proof, reason, red, terminalHost, unknown, verdictOf } from './migrations.fixture.ts';
import { fitPage } from './page.ts';
import { reporters } from './reporters.ts';
import { sarifOf } from './sarif.ts';
import { reportSummary } from './summary.ts';
import { reportToTerminal } from './terminal.ts';
import { type Effect, type ReportOptions, type ReportView, wholeText } from './view.ts';

const options: ReportOptions = { color: false, json: false, outputDirectory: '/temp/out', shownDirectory: 'out' };
const view: ReportView = { lead: 'A lead.' };
const examples = [
  ['red', red],
  ['green', green],
  ['unknown', unknown],
] as const;

function textOf(effects: readonly Effect[]): string {
  return effects.flatMap((effect) => (effect.kind === 'print' ? effect.lines : [])).join('\n');
}

function summaryOf(reasons: readonly Reason[], host = githubHost): string {
  const page = reportSummary(verdictOf({ reasons }), view, host, options).find(({ kind }) => kind === 'file');
  return page?.kind === 'file' ? wholeText(page.text) : '';
}

describe('the examples of migrate-gate', () => {
  it.each(examples)('are verdicts that the schema takes: %s', (_, { verdict }) => {
    expect(validateVerdict(verdict)).toMatchObject({ ok: true });
  });

  it.each(examples)('have the job summary of the design: %s', async (name, example) => {
    const [, page] = reportSummary(example.verdict, example.view, githubHost, options);
    const markdown = page?.kind === 'summary' ? page.markdown : '';
    await expect(markdown).toMatchFileSnapshot(`golden/summary-${name}.md`);
  });

  it.each(examples)('end in a terminal as designed, within 80 columns: %s', async (name, example) => {
    const text = textOf(reportToTerminal(example.verdict, example.view, terminalHost, options));
    expect(text.split('\n').filter((line) => line.length > 80 && !line.includes('actions/checkout@'))).toEqual([]);
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/terminal-${name}.txt`);
  });

  it('say the same with colour', () => {
    const colored = textOf(reportToTerminal(red.verdict, red.view, terminalHost, { ...options, color: true }));
    expect(colored).toContain('\u001b[31mFAIL\u001b[0m  \u001b[1mdown loses a trigger\u001b[0m');
    const plain = textOf(reportToTerminal(red.verdict, red.view, terminalHost, options));
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it.each([
    [{}, 'migrate-gate/'],
    [{ service: 'orders', path: 'db/m' }, 'migrate-gate/orders/db%2Fm/'],
    [{ environment: 'production' }, 'migrate-gate/production/'],
  ])('give SARIF on %j a category of its own', (subject, id) => {
    const sarif = sarifOf({ ...red.verdict, subject }, 'https://github.com');
    expect(sarif).toMatchObject({ runs: [{ automationDetails: { id } }] });
  });

  it('give one SARIF result for each reason with a place', () => {
    const sarif = JSON.parse(JSON.stringify(sarifOf(red.verdict, 'https://github.com')));
    const [run] = sarif.runs;
    expect(sarif.version).toBe('2.1.0');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'drift',
      'index-not-concurrent',
      'lock-timeout-missing',
    ]);
    expect(run.results.map(({ ruleIndex, level }: { ruleIndex: number; level: string }) => [ruleIndex, level])).toEqual(
      [
        [0, 'error'],
        [1, 'error'],
        [2, 'warning'],
      ],
    );
    expect(run.results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'migrations/0015_orders_status_index.up.sql', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 1, endColumn: 13 },
    });
  });
});

describe('the job summary', () => {
  it('opens three faults and folds the others with their count', () => {
    const page = summaryOf(
      Array.from({ length: 6 }, (_, index) => reason({ code: 'drift', title: `fault ${index + 1}` })),
    );
    expect(page.slice(0, page.indexOf('<details>')).match(/^\*\*\d\. /gm)).toHaveLength(3);
    expect(page).toContain('<details><summary>3 more faults, the first: fault 4</summary>');
    expect(page).toContain('**6. fault 6**');
  });

  it('keeps what is allowed in sight, with reason and end', () => {
    const allowance = { by: 'comment', reason: 'enum value stays, ORD-940', expires: '2027-02-28' } as const;
    const page = summaryOf([reason({ code: 'drift', blocks: 'no', allowance })]);
    expect(page).toContain('1 allowed fault');
    expect(page).toContain('Allowed by comment, until 2027-02-28: enum value stays, ORD-940.');
  });

  it('folds the table of proofs when the tables of the gate say it already', () => {
    const verdict = verdictOf({ proofs: [proof('secrets', true, 'pass', '12 files')] });
    const page = (foldsProofs: boolean) => {
      const [file] = reportSummary(verdict, { ...view, foldsProofs }, githubHost, options);
      return file?.kind === 'file' ? file.text : '';
    };
    expect(page(false)).not.toContain('<details>');
    expect(page(true)).toContain('<details><summary>What was proven, what was not</summary>\n\n| Proof |');
  });

  it('says that unknown blocks when the gate says nothing about it', () => {
    expect(summaryOf([reason({ code: 'base-unreachable', blocks: 'unknown' })])).toContain(
      'The job fails all the same (exit code 2).',
    );
  });

  it('links code at the head commit, Markdown as its source, and names no link without a repository', () => {
    const location = { file: 'docs/a b.md', line: 7 };
    expect(summaryOf([reason({ code: 'drift', location })])).toContain(
      '[docs/a b.md:7](https://github.com/acme/order-service/blob/9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70/docs/a%20b.md?plain=1#L7)',
    );
    expect(summaryOf([reason({ code: 'drift', location })], terminalHost)).toContain('· docs/a b.md:7 ·');
  });

  it('stays below 1 MiB and says what was left out', () => {
    const blocks = [
      { weight: 0, markdown: '## heading' },
      ...Array.from({ length: 30 }, (_, index) => ({ weight: 4, markdown: `${index} ${'x'.repeat(50_000)}` })),
      { weight: 0, markdown: 'footer' },
    ];
    const page = fitPage(blocks);
    expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024);
    expect(page).toMatch(/^## heading\n\n0 x/);
    expect(page).toMatch(/10 sections left out: this page holds 1 MiB.*\n\nfooter\n$/);
  });
});

describe('annotations', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      reason({ code: 'drift', location: { file: 'a.sql', line: index + 1 } }),
    );

  it('are at most ten of a kind, the tenth says how many more there are', () => {
    const commands = reportAnnotations(verdictOf({ reasons: many(23) }), view, githubHost, options);
    const lines = commands.map((effect) => (effect.kind === 'command' ? effect.line : ''));
    expect(lines).toHaveLength(10);
    expect(lines[8]).toContain('line=9,');
    expect(lines[9]).toBe('::error title=14 more errors::All 23 are in the job summary.');
  });

  it('are all there when there are ten', () => {
    expect(reportAnnotations(verdictOf({ reasons: many(10) }), view, githubHost, options)).toHaveLength(10);
  });

  it('are as in the design', () => {
    const lines = reportAnnotations(red.verdict, red.view, githubHost, options).map((effect) =>
      effect.kind === 'command' ? effect.line : '',
    );
    expect(lines[0]).toBe(
      '::error file=migrations/0016_order_events_set_updated.down.sql,line=1,col=1,title=migrate-gate%3A down loses a trigger (drift)::' +
        'After up and down, trigger order_events_touch on order_events is gone. Every command exited 0. Give the trigger back in down.',
    );
    expect(commandsIn(lines.join('\n')).map(({ name }) => name)).toEqual(['error', 'error', 'warning']);
  });

  it('hold at most 200 characters, title and message together, in one line', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(text, text, text, (title, seen, mend) => {
        const made = annotationText('migrate-gate', reason({ code: 'index-not-concurrent', title, seen, mend }));
        expect(made.title.length + made.message.length).toBeLessThanOrEqual(200);
        expect(`${made.title}${made.message}`).not.toMatch(/[\n\r\p{Cs}]/u);
        expect(made.title.endsWith(' (index-not-concurrent)')).toBe(true);
        expect(made.message.length).toBeGreaterThan(0);
      }),
    );
  });

  it('are none outside of GitHub', () => {
    expect(reportAnnotations(red.verdict, red.view, terminalHost, options)).toEqual([]);
  });
});

describe('SARIF', () => {
  it('tells reasons without a place as notifications and allowances as suppressions', () => {
    const allowance = { by: 'baseline', reason: 'old debt' } as const;
    const verdict = verdictOf({
      reasons: [
        reason({ code: 'no-down' }),
        reason({ code: 'drift', blocks: 'no', allowance, location: { file: 'a [x]#.sql' } }),
      ],
    });
    const [run] = JSON.parse(JSON.stringify(sarifOf(verdict, 'https://github.com'))).runs;
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { level: 'error', associatedRule: { id: 'no-down' } },
    ]);
    expect(run.results).toHaveLength(1);
    expect(run.results[0].suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'old debt' }]);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20%5Bx%5D%23.sql');
  });

  it('keeps the fingerprint of a fault when its line moves, and tells twins apart', () => {
    const at = (line: number) => reason({ code: 'drift', location: { file: 'a.sql', line }, excerpt: 'DROP TABLE a;' });
    const prints = (...reasons: Reason[]) =>
      JSON.parse(JSON.stringify(sarifOf(verdictOf({ reasons }), 'https://github.com'))).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
          partialFingerprints['shipgateReason/v1'],
      );
    expect(prints(at(1))).toEqual(prints(at(40)));
    expect(new Set(prints(at(1), at(2))).size).toBe(2);
  });
});

describe('hostile text in a verdict', () => {
  const pieces = [
    '\n::add-mask::x',
    '##[error]y',
    '\u001b[2J',
    '\u202e',
    '\u200b',
    '|',
    '`',
    '``',
    '<img src=x>',
    '</details>',
    '@team',
    '\r',
    'x ',
  ];
  const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const withHostile = (text: string) => {
    const given = {
      title: text,
      seen: text,
      hurts: text,
      mend: text,
      excerpt: text,
      repair: { language: 'sql', text } as const,
    };
    const location = { file: text, line: 1, column: 2 };
    const reasons = ['fail', 'no', 'fail', 'fail', 'fail'].map((blocks) =>
      reason({ code: 'drift', ...given, location, blocks: blocks as Reason['blocks'] }),
    );
    const lead = {
      lead: text,
      tables: [],
      folded: [{ title: text, body: text }],
      footer: [text],
      terminal: { notes: [text], conclusion: text },
    };
    return { verdict: verdictOf({ reasons, proofs: [proof(text, true, 'not-proven', text)] }), view: lead };
  };

  it('is never a command in a log', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = withHostile(text);
        const printed = textOf(reportToTerminal(made.verdict, made.view, githubHost, options));
        expect(commandsIn(printed)).toEqual([]);
        expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it('makes no element of a page but our own', () => {
    const renderer = markdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(hostile, (text) => {
        const made = withHostile(text);
        const [page] = reportSummary(made.verdict, made.view, githubHost, options);
        const rendered = renderer.render(page?.kind === 'file' ? wholeText(page.text) : '');
        expect(rendered).not.toMatch(
          /<(?!\/?(?:h2|p|strong|ul|li|pre|code|wbr|details|summary|table|thead|tbody|tr|th|td|a|hr)[\s>])/,
        );
        expect(rendered.match(/<details>/g)).toHaveLength(4);
        expect(rendered.match(/<\/details>/g)).toHaveLength(4);
        expect(
          Array.from(rendered.matchAll(/href="([^"]*)"/g)).every(([, url]) => url?.startsWith('https://github.com/')),
        ).toBe(true);
      }),
    );
  });

  it('makes only the annotations that were meant', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = withHostile(text);
        const effects = Object.values(reporters).flatMap((reporter) =>
          reporter(made.verdict, made.view, githubHost, { ...options, json: true }),
        );
        const lines = effects.flatMap((effect) => {
          if (effect.kind === 'print') return effect.lines;
          if (effect.kind === 'command') return [effect.line];
          return effect.kind === 'stdout' || (effect.kind === 'file' && effect.name.includes('json'))
            ? [wholeText(effect.text)]
            : [];
        });
        expect(commandsIn(lines.join('\n')).map(({ name }) => name)).toEqual([
          'error',
          'error',
          'error',
          'error',
          'warning',
        ]);
      }),
    );
  });
});
