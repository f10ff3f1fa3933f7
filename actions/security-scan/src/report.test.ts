import { Buffer } from 'node:buffer';
import { commandsIn } from '@shipgate/kit/runner-rules.fixture';
import { validateVerdict } from '@shipgate/schemas';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { allowEntry, factsOf, identified, scannerFacts } from './decide.fixture.ts';
import type { Facts } from './facts.ts';
import type { RawFinding } from './finding.ts';
import { codeFinding } from './reasons.fixture.ts';
import {
  annotationsOf,
  githubHost,
  greenFacts,
  pageOf,
  redFacts,
  terminalOf,
  told,
  unknownFacts,
} from './report.fixture.ts';

const examples = [
  ['red', redFacts],
  ['green', greenFacts],
  ['unknown', unknownFacts],
] as const;

describe('the examples', () => {
  it.each(examples)('are verdicts that the schema takes: %s', (name, facts) => {
    const { verdict } = told(facts);
    expect(validateVerdict(verdict)).toMatchObject({ ok: true });
    expect(verdict.outcome).toBe({ red: 'fail', green: 'pass', unknown: 'unknown' }[name]);
  });

  it.each(examples)('have the page that people see: %s', async (name, facts) => {
    await expect(pageOf(told(facts))).toMatchFileSnapshot(`golden/summary-${name}.md`);
  });

  it.each(examples)('end in a terminal within 80 columns: %s', async (name, facts) => {
    const text = terminalOf(told(facts));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/terminal-${name}.txt`);
  });
});

describe('the reasons of a verdict', () => {
  it('come worst first, whatever their files and codes are', () => {
    const at = (severity: RawFinding['severity'], path: string) =>
      codeFinding({ severity, location: { path, line: 1 } }, { fingerprint: path });
    const findings = [at('high', 'a.py'), at('critical', 'z.py'), at('medium', 'b.py'), at('low', 'c.py')];
    const { reasons } = told(factsOf({ findings })).verdict;
    expect(reasons.map(({ location }) => location?.file)).toEqual(['z.py', 'a.py', 'b.py', 'c.py']);
  });

  it('fail rather than leave it unknown, and both are told', () => {
    const broken = scannerFacts({ outcome: 'error', findings: null });
    const { verdict } = told(factsOf({ scanners: [broken, scannerFacts()], findings: [codeFinding()] }));
    expect(verdict.outcome).toBe('fail');
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['code-weakness', 'scanner-error']);
    expect(verdict.headline).toBe('1 new weakness, 1 of 2 scanners gave no answer');
  });

  it('of ten thousand findings fit on a page', () => {
    const findings = Array.from({ length: 10_000 }, (_, index) => codeFinding({}, { fingerprint: `${index}` }));
    const made = told(factsOf({ findings }));
    expect(made.verdict.reasons).toHaveLength(201);
    expect(made.verdict.reasons.at(-1)).toMatchObject({ code: 'more-findings', title: '9,800 more findings block' });
    expect(Buffer.byteLength(pageOf(made))).toBeLessThan(1024 * 1024);
    expect(annotationsOf(made)).toHaveLength(10);
  });
});

describe('text from outside', () => {
  const pieces = [
    ...['\n::add-mask::x', '##[error]y', '\u001b[2J', '\u202e', '\u200b', '|', '`', '``', '<img src=x>', '</details>'],
    ...['@team', '#12', '\r', 'x ', '](https://evil.example)', '**', '\n\n# h', '<!--', '.', ' '],
  ];
  const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

  /** In every place where a scanner, a report or a policy of others may have a say. */
  function withHostile(text: string): Facts {
    const raw: RawFinding = {
      category: 'dependency',
      rule: text,
      title: text,
      severity: 'high',
      message: text,
      location: { path: text, line: 1, column: 2 },
      package: { purl: `pkg:npm/${text}`, name: text, version: text, range: text, fixed: text, via: [text, text] },
      advisories: [text, text],
      fix: text,
      helpUri: text,
    };
    const code: RawFinding = { ...raw, category: 'code', advisories: [] };
    const trouble = { expected: text, got: text, mend: text, place: { file: text, line: 1 } };
    const { package: _, advisory: __, ...bare } = allowEntry({ reason: text });
    return factsOf({
      policy: { allow: [{ ...bare, rule: text }] },
      findings: [
        ...(['secret', 'dependency', 'code', 'manifest', 'contract'] as const).map((category) =>
          identified({ ...raw, category, rule: `other ${text}` }, { scanner: text, alsoBy: [text] }),
        ),
        identified(raw, { isKnown: true }),
        identified(code),
      ],
      scanners: [
        scannerFacts({ name: text, version: text, seen: text, notCompared: text }),
        scannerFacts({ name: text, outcome: 'error', trouble, seen: null }),
        scannerFacts({ name: text, outcome: 'not-run', trouble, seen: null }),
      ],
      found: [
        { code: 'kev-unreadable', place: { file: text }, expected: text, got: text },
        { code: 'base-unreachable', expected: text, got: text, mend: text },
        { code: 'policy-changed', place: { file: text }, keys: [text] },
      ],
      today: '2027-01-20',
    });
  }

  it('is never a command of the runner, nor one of a terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = told(withHostile(text));
        const printed = terminalOf(made, githubHost);
        expect(commandsIn(printed)).toEqual([]);
        expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(new Set(commandsIn(annotationsOf(made).join('\n')).map(({ name }) => name))).toEqual(
          new Set(['error', 'warning']),
        );
      }),
    );
  });

  it('makes no element of a page but our own, and no link out of it', () => {
    const renderer = markdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(hostile, (text) => {
        const page = pageOf(told(withHostile(text)));
        const rendered = renderer.render(page);
        expect(rendered).not.toMatch(
          /<(?!\/?(?:h2|p|strong|ul|li|pre|code|wbr|details|summary|table|thead|tbody|tr|th|td|a)[\s>])/,
        );
        expect(rendered.match(/<details>/g)?.length).toBe(rendered.match(/<\/details>/g)?.length);
        const links = Array.from(rendered.matchAll(/href="([^"]*)"/g), ([, url]) => url ?? '');
        expect(links.filter((url) => !url.startsWith('https://github.com/'))).toEqual([]);
        expect(page).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }),
    );
  });

  it('keeps every table as wide as its head', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = pageOf(told(withHostile(text))).replace(/^(`{3,}).*?^\1$/gms, '');
        const rows = page.split('\n').filter((line) => line.startsWith('|'));
        const widths = new Set(rows.map((row) => row.split('|').length));
        expect([...widths].every((width) => [4, 6, 8].includes(width))).toBe(true);
      }),
    );
  });
});
