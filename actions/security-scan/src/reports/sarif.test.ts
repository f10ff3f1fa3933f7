import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble } from '../finding.ts';
import { readSarif, readSarifRuns } from './sarif.ts';
import {
  contentOf,
  originWith,
  plantedValue,
  resultsOf,
  sampleOrigin,
  sarifSample,
  sarifSampleNames,
  sarifWith,
} from './sarif-samples.fixture.ts';

const names = sarifSampleNames();
const gotOf = (bytes: Buffer) => {
  const read = readSarif(bytes, sampleOrigin);
  return isTrouble(read) ? read.trouble.got : `${read.findings.length} findings`;
};

describe('reports of real tools', () => {
  it.each([
    ['ansible-lint-findings', 'ansible-lint', '26.10.1', 'play.yml'],
    ['bandit-findings', 'Bandit', '1.9.4', 'my dir/é hash.py'],
    ['cfn-lint-findings', 'cfn-lint', '1.58.0', 'stack.yaml'],
    ['checkov-findings', 'Checkov', '3.3.30', 'stack.yaml'],
    ['eslint-findings', 'ESLint', '9.39.5', 'app.js'],
    ['gitleaks-findings', 'gitleaks', 'v8.0.0', 'src/app.py'],
    ['ruff-findings', 'ruff', '0.17.6', 'my dir/é hash.py'],
    ['semgrep-findings', 'Semgrep OSS', '1.185.0', 'src/app.py'],
  ])('%s has findings, each in a file of the checkout', (name, tool, version, first) => {
    const content = contentOf(readSarif(sarifSample(`${name}.sarif`), sampleOrigin));
    expect(content).toMatchObject({ tool, version });
    expect(content.findings[0]?.location?.path).toBe(first);
    expect(content.findings.every(({ location }) => location !== null && sampleOrigin.has(location.path))).toBe(true);
    expect(content.findings.every(({ title, message, rule }) => title !== '' && message !== '' && rule !== '')).toBe(
      true,
    );
  });

  it.each(names.filter((name) => name.includes('clean')))('%s is clean', (name) => {
    expect(contentOf(readSarif(sarifSample(name), sampleOrigin)).findings).toEqual([]);
  });

  it.each([
    ['bandit-broken', 'Bandit: 1 error of its own in notifications'],
    ['eslint-broken', 'ESLint: executionSuccessful is false'],
    ['njsscan-broken', 'nodejsscan: executionSuccessful is false'],
    ['semgrep-broken', 'Semgrep OSS: 1 place that it could not read, in notifications'],
  ])('%s is no answer', (name, got) => {
    expect(gotOf(sarifSample(`${name}.sarif`))).toBe(got);
  });

  it('ruff-broken has what could not be parsed as findings', () => {
    const { findings } = contentOf(readSarif(sarifSample('ruff-broken.sarif'), originWith(['b.py'])));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(Array(3).fill(['invalid-syntax', 'high']));
  });

  it.each(names)('%s tells a secret to the redactor and to nobody else', (name) => {
    const read = readSarif(sarifSample(name), sampleOrigin);
    const content = isTrouble(read) ? read.found : read;
    expect(
      content?.findings.filter(({ category }) => category === 'secret').some(({ snippet }) => snippet !== undefined),
    ).toBe(false);
    expect(JSON.stringify(content?.findings)).not.toContain(plantedValue);
    if (/(?:bandit|gitleaks|semgrep)-findings/.test(name)) expect(content?.secrets).toEqual([plantedValue]);
  });

  it.each(names)('%s is clean at no byte at which it may be cut off', (name) => {
    const whole = sarifSample(name);
    const text = whole.toString().trimEnd();
    const end = Buffer.byteLength(text);
    const step = Math.max(1, Math.floor(end / 800));
    const cuts = Array.from({ length: Math.ceil(end / step) }, (_, index) => Math.min(end - 1, index * step));
    expect(cuts.filter((cut) => !isTrouble(readSarif(whole.subarray(0, cut), sampleOrigin)))).toEqual([]);
  });

  it.each(names)('%s may have any byte changed, and is read or refused', (name) => {
    const whole = sarifSample(name);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        expect(gotOf(changed)).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

/** The same document with one of its values replaced by another kind of value. */
const mutated = (name: string) =>
  fc
    .tuple(fc.nat(400), fc.constantFrom<unknown>(null, 0, -1, 1.5, '', 'x', [], {}, [null], { a: null }, true))
    .map(([target, value]) => {
      let count = 0;
      return JSON.stringify(JSON.parse(sarifSample(name).toString()), (_key, each: unknown) => {
        count += 1;
        return count === target + 2 ? value : each;
      });
    });

describe('SARIF of any shape', () => {
  it.each(names)('%s with a value of another type is read or refused', (name) => {
    fc.assert(
      fc.property(mutated(name), (text) => {
        expect(gotOf(Buffer.from(text))).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });

  it('is never clean for random JSON or bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)),
      fc.json({ maxDepth: 4 }).map((each) => Buffer.from(each)),
    );
    fc.assert(
      fc.property(bytes, (each) => isTrouble(readSarif(each, sampleOrigin))),
      { numRuns: 500 },
    );
  });

  it.each([
    ['', 'an empty file'],
    ['null', 'null'],
    ['[]', 'JSON that is no object'],
    ['{}', 'JSON of another version: none is named'],
    ['{"version": "1.0.0", "runs": []}', 'JSON of another version: 1.0.0'],
    ['{"version": "2.0.0", "runs": []}', 'JSON of another version: 2.0.0'],
    ['{"version": 2.1, "runs": []}', 'JSON of another version: none is named'],
    ['{"version": "2.1.0"}', 'JSON without runs'],
    ['{"version": "2.1.0", "runs": []}', 'no run: no tool has looked at anything'],
    ['{"version": "2.1.0", "runs": [null]}', 'a run without a tool'],
    ['{"version": "2.1.0", "runs": [{"results": []}]}', 'a run without a tool'],
    ['{"__proto__": {"version": "2.1.0", "runs": []}}', 'JSON of another version: none is named'],
  ])('is no answer as %j', (text, got) => {
    expect(gotOf(Buffer.from(text))).toBe(got);
  });

  it.each([
    ['no results', { results: undefined }, 'a run of tool without results: it has looked for nothing'],
    ['results null', { results: null }, 'a run of tool without results: it has looked for nothing'],
    ['a result that is none', { results: [null] }, 'a run of tool with a result that is no object'],
    [
      'results elsewhere',
      { externalPropertyFileReferences: { results: [{}] } },
      'a run of tool with results in other files',
    ],
    ['a failure', { invocations: [{ executionSuccessful: false }] }, 'tool: executionSuccessful is false'],
    ['a signal', { invocations: [{ exitSignalName: 'SIGKILL' }] }, 'tool: ended by a signal'],
    [
      'an error of the tool',
      { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error' }] }] },
      'tool: 1 error of its own in notifications',
    ],
  ])('is no answer with %s', (_what, run, got) => {
    expect(gotOf(sarifWith(run))).toBe(got);
  });

  it('is read with warnings of the tool, of a draft of 2.1.0, without a version, with a byte order mark and in UTF-16', () => {
    const clean = sarifWith({ invocations: [{ toolExecutionNotifications: [{ level: 'warning' }] }] }).toString();
    const texts = [clean, clean.replace('2.1.0', '2.1.0-rtm.5'), `\ufeff${clean}`];
    const schema = clean.replace('"version":"2.1.0"', '"$schema":"https://json.schemastore.org/sarif-2.1.0.json"');
    const wide = Buffer.from(`\ufeff${clean}`, 'utf16le');
    expect([...[...texts, schema].map((text) => Buffer.from(text)), wide].map(gotOf)).toEqual(
      Array(5).fill('0 findings'),
    );
  });

  it('keeps what was found when the tool did not get to its end', () => {
    const read = readSarif(
      resultsOf([{ ruleId: 'a', message: { text: 'm' } }], [], { invocations: [{ executionSuccessful: false }] }),
      sampleOrigin,
    );
    expect(isTrouble(read) ? read.found?.findings.length : 'none').toBe(1);
  });

  it('is no answer when a complaint is an error by its descriptor alone', () => {
    const notifications = [{ id: 'N1' }, { id: 'N2', defaultConfiguration: { level: 'error' } }];
    const withDescriptor = (descriptor: object) => {
      const invocations = [{ executionSuccessful: true, toolExecutionNotifications: [{ descriptor }] }];
      return gotOf(sarifWith({ invocations }, { notifications }));
    };
    const error = 'tool: 1 error of its own in notifications';
    expect([{ id: 'N2' }, { index: 1 }, { id: 'N1' }, { id: 'none' }].map(withDescriptor)).toEqual([
      error,
      error,
      '0 findings',
      '0 findings',
    ]);
  });

  it('does not tell what the tool complains of, since that quotes the source', () => {
    const complaint = { level: 'error', message: { text: `cannot parse ${plantedValue}` } };
    const read = readSarif(sarifWith({ invocations: [{ toolExecutionNotifications: [complaint] }] }), sampleOrigin);
    expect(JSON.stringify(read)).not.toContain(plantedValue);
  });
});

describe('several runs', () => {
  const run = (name: string, version: string, count: number, more: object = {}) => ({
    tool: { driver: { name, version } },
    results: Array(count).fill({ ruleId: 'r', message: { text: 'm' } }),
    ...more,
  });
  const fileOf = (...runs: readonly object[]) => Buffer.from(JSON.stringify({ version: '2.1.0', runs }));

  it('are one report, with the names of all tools', () => {
    const content = contentOf(
      readSarif(fileOf(run('one', '1', 2), run('two', '2', 1), run('one', '1', 1)), sampleOrigin),
    );
    expect(content).toMatchObject({ tool: 'one, two', version: null });
    expect(content.findings).toHaveLength(4);
  });

  it('are a report for each tool, when they are asked for', () => {
    const runs = readSarifRuns(fileOf(run('one', '1', 2), run('two', '2', 1), run('one', '1', 1)), sampleOrigin);
    if ('trouble' in runs) throw new Error(runs.trouble.got);
    expect(runs.map(({ tool, read }) => [tool, contentOf(read).version, contentOf(read).findings.length])).toEqual([
      ['one', '1', 3],
      ['two', '2', 1],
    ]);
  });

  it('are no answer when one of them is none, and the findings of the others stay', () => {
    const read = readSarif(fileOf(run('one', '1', 2), run('two', '2', 0, { results: null })), sampleOrigin);
    expect(isTrouble(read) ? [read.trouble.got, read.found?.findings.length] : []).toEqual([
      'a run of two without results: it has looked for nothing',
      2,
    ]);
  });
});

describe('hostile SARIF', () => {
  const long = 200_000;
  it.each([
    ['brackets', { message: { text: '['.repeat(long) } }],
    ['braces', { message: { text: '{0}'.repeat(long), arguments: ['x'.repeat(long)] } }],
    ['parts of an id', { ruleId: 'a/'.repeat(long) }],
    ['advisories', { ruleId: 'GHSA-2222-'.repeat(long) }],
    ['quotes', { ruleId: 'hardcoded-password', locations: snippet("\\'".repeat(long)) }],
    ['folders', { locations: [{ physicalLocation: { artifactLocation: { uri: '/a'.repeat(long / 100) } } }] }],
  ])('with long %s is read within a second of work', (_what, result) => {
    const started = process.threadCpuUsage();
    expect(gotOf(resultsOf([{ message: { text: 'm' }, ...result }]))).toBe('1 findings');
    expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});

function snippet(text: string) {
  return [{ physicalLocation: { artifactLocation: { uri: 'a' }, region: { snippet: { text } } } }];
}
