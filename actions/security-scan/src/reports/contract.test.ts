import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble, type ReportContent } from '../finding.ts';
import type { ReportReader } from '../ports.ts';
import { readBuf } from './buf.ts';
import { readOasdiff } from './oasdiff.ts';
import { readOpenapiDiff } from './openapi-diff.ts';
import { cutsOf, originWith } from './secret-samples.fixture.ts';

const here = originWith('head.yaml', 'head/proto/a/orders.proto');
const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));

function read(reader: ReportReader, report: Buffer | string): ReportContent {
  const content = reader(Buffer.from(report), here);
  if (isTrouble(content)) throw new Error(content.trouble.got);
  return content;
}

function got(reader: ReportReader, report: string): string | undefined {
  const content = reader(Buffer.from(report), here);
  return isTrouble(content) ? content.trouble.got : undefined;
}

describe('readBuf', () => {
  it('reads changes as JSON lines and as text', () => {
    const { findings } = read(readBuf, sample('buf-1.75-breaking.jsonl'));
    expect(findings.map(({ rule, severity, location }) => [rule, severity, location?.line])).toEqual([
      ['MESSAGE_NO_DELETE', 'high', 1],
      ['FIELD_NO_DELETE', 'high', 5],
      ['RPC_NO_DELETE', 'high', 10],
    ]);
    expect(findings[0]).toMatchObject({
      category: 'contract',
      title: 'Previously present message "Gone" was deleted from file',
      message: 'Previously present message "Gone" was deleted from file.',
      location: { path: 'head/proto/a/orders.proto', line: 1 },
    });
    const text = read(readBuf, sample('buf-1.75-breaking.txt')).findings;
    expect(text.map(({ location, title }) => [location, title])).toEqual(
      findings.map(({ location, title }) => [location, title]),
    );
  });

  it('reads a file that is gone, which has no path', () => {
    const gone = 'Previously present file "orders.proto" was deleted.';
    expect(
      read(readBuf, `{"start_line":1,"type":"FILE_NO_DELETE","message":${JSON.stringify(gone)}}`).findings,
    ).toMatchObject([{ rule: 'FILE_NO_DELETE', location: null }]);
    expect(read(readBuf, `<input>:1:1:${gone}`).findings).toMatchObject([{ location: null }]);
  });

  it('gives no answer for what buf could not compare', () => {
    expect(got(readBuf, '')).toBe('an empty file');
    expect(got(readBuf, '{"path":"a.proto","start_line":1,"type":"COMPILE","message":"unexpected end"}')).toBe(
      'a file that is not compiled: unexpected end',
    );
    expect(got(readBuf, 'Failure: Module "path: "nope"" had no .proto files')).toMatch(/^a line that is no change/);
    expect(got(readBuf, '{"path":"a.proto"}')).toBe('an object that is no change');
    expect(got(readBuf, 'null')).toBe('a line that is no change: null');
  });
});

describe('readOasdiff', () => {
  it('reads what breaks and what it warns of, at the line of the new contract', () => {
    const { findings, seen } = read(readOasdiff, sample('oasdiff-1.37-changelog.json'));
    expect(seen).toBe('8 changes');
    expect(findings.map(({ rule, severity, location }) => [rule, severity, location])).toEqual([
      ['api-path-removed-without-deprecation', 'high', null],
      ['request-parameter-became-required', 'high', { path: 'head.yaml', line: 8 }],
      ['response-property-became-optional', 'high', null],
      ['response-property-enum-value-added', 'high', { path: 'head.yaml', line: 16 }],
      ['response-property-type-changed', 'high', { path: 'head.yaml', line: 16 }],
      ['request-parameter-removed', 'medium', null],
    ]);
    expect(findings[1]).toMatchObject({
      message: 'GET /orders: the `query` request parameter `limit` became required.',
      fingerprints: { oasdiff: 'fa4f3da66363' },
    });
  });

  it('reads the older form, which has one source and no line', () => {
    const old = {
      id: 'api-removed',
      text: 'api removed',
      level: 3,
      operation: 'GET',
      path: '/a',
      source: './head.yaml',
    };
    expect(read(readOasdiff, JSON.stringify([old])).findings).toMatchObject([
      { rule: 'api-removed', location: { path: 'head.yaml' }, message: 'GET /a: api removed.' },
    ]);
  });

  it('is clean for an empty list, and no answer for everything else', () => {
    expect(read(readOasdiff, '[]')).toMatchObject({ findings: [], seen: '0 changes' });
    expect(read(readOasdiff, '[{"id":"endpoint-added","text":"endpoint added","level":1}]').findings).toEqual([]);
    expect(got(readOasdiff, '')).toBe('an empty file');
    expect(got(readOasdiff, 'null')).toBe('null');
    expect(got(readOasdiff, '{}')).toBe('no list of changes');
    expect(got(readOasdiff, '[{"id":"a","text":"b","level":4}]')).toBe('change 1 with no level from 1 to 3');
    expect(got(readOasdiff, '[{"id":"a","text":"b","level":"3"}]')).toBe('change 1 with no level from 1 to 3');
    expect(got(readOasdiff, '[{"level":3}]')).toBe('change 1 with no id');
    expect(got(readOasdiff, 'Error: failed to load base spec')).toMatch(/^broken JSON/);
  });
});

describe('readOpenapiDiff', () => {
  it('reads what breaks, and where in the document', () => {
    const { findings, seen } = read(readOpenapiDiff, sample('openapi-diff-0.24.txt'));
    expect(seen).toBe('4 changes');
    expect(findings.map(({ rule, message, severity }) => [rule, message, severity])).toEqual([
      ['path.remove', 'paths./old: path.remove.', 'high'],
      [
        'response.body.scope.add',
        'paths./orders.get.responses.200.content.application/json.schema: response.body.scope.add.',
        'high',
      ],
    ]);
  });

  it('is clean when nothing breaks and when nothing changed', () => {
    expect(read(readOpenapiDiff, sample('openapi-diff-0.24-harmless.txt'))).toMatchObject({
      findings: [],
      seen: '2 changes',
    });
    expect(read(readOpenapiDiff, 'No changes found between the two specifications\n').findings).toEqual([]);
  });

  it('gives no answer for everything else', () => {
    expect(got(readOpenapiDiff, '')).toBe('an empty file');
    expect(got(readOpenapiDiff, 'No changes found')).toBeDefined();
    expect(got(readOpenapiDiff, '{}')).toBe('an object without breakingDifferencesFound');
    expect(got(readOpenapiDiff, '{"breakingDifferencesFound":false}')).toBe(
      'an object without its three lists of differences',
    );
    const lists = '"nonBreakingDifferences":[],"unclassifiedDifferences":[]';
    expect(got(readOpenapiDiff, `{"breakingDifferencesFound":true,"breakingDifferences":[],${lists}}`)).toBe(
      'an object that contradicts itself',
    );
    expect(got(readOpenapiDiff, `{"breakingDifferencesFound":false,"breakingDifferences":[{}],${lists}}`)).toBe(
      'an object that contradicts itself',
    );
    expect(got(readOpenapiDiff, `{"breakingDifferencesFound":true,"breakingDifferences":[{}],${lists}}`)).toBe(
      'a difference without a code',
    );
    expect(got(readOpenapiDiff, 'null')).toBe('no object');
    expect(got(readOpenapiDiff, 'OpenApiDiffErrorImpl [VError]: Unable to read "head.json"')).toMatch(/^broken JSON/);
  });
});

const cases: readonly (readonly [string, ReportReader])[] = [
  ['buf-1.75-breaking.jsonl', readBuf],
  ['buf-1.75-breaking.txt', readBuf],
  ['oasdiff-1.37-changelog.json', readOasdiff],
  ['openapi-diff-0.24.txt', readOpenapiDiff],
];

describe.each(cases)('a report of %s', (name, reader) => {
  const bytes = sample(name);

  it('reads no beginning of it as clean', () => {
    for (const end of cutsOf(bytes)) {
      const content = reader(bytes.subarray(0, end), here);
      expect([end, isTrouble(content) || content.findings.length > 0]).toEqual([end, true]);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 20 }), fc.nat(30), (from, put, drop) => {
        const mutated = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
        expect(reader(mutated, here)).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(reader(Buffer.from(JSON.stringify([value, { breakingDifferencesFound: value }])), here)).toBeDefined();
      }),
    );
  });
});
