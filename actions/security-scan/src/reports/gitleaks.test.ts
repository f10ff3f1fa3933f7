import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble, type ReportContent } from '../finding.ts';
import { readGitleaks } from './gitleaks.ts';
import { cutsOf, leaks, originWith, secretSample, secretSamples } from './secret-samples.fixture.ts';

const here = originWith('src/app.txt', 'src/server.pem', 'docs/тест/ключ №1.env');
const commit = /^[0-9a-f]{40}$/;

function read(text: string | Buffer, origin = here): ReportContent {
  const content = readGitleaks(Buffer.from(text), origin);
  if (isTrouble(content)) throw new Error(`${content.trouble.got}`);
  return content;
}

function troubleOf(text: string) {
  const content = readGitleaks(Buffer.from(text), here);
  return isTrouble(content) ? content.trouble : undefined;
}

const samples = [
  'gitleaks-8.30-git.json',
  'gitleaks-8.30-dir.json',
  'gitleaks-8.30-redacted.json',
  'gitleaks-8.30-half-redacted.json',
  'gitleaks-8.18-detect.json',
  'gitleaks-8.30.sarif.json',
  'gitleaks-7.json',
  'gitleaks-7.sarif.json',
];

describe('readGitleaks', () => {
  it('reads the report of files', () => {
    const { findings, secrets } = read(secretSample('gitleaks-8.30-dir.json'));
    expect(findings.map(({ rule, location }) => [rule, location])).toEqual(
      expect.arrayContaining([
        ['generic-api-key', { path: 'docs/тест/ключ №1.env', line: 1 }],
        ['github-pat', { path: 'src/app.txt', line: 2 }],
        ['aws-access-token', { path: 'src/app.txt', line: 4 }],
        ['private-key', { path: 'src/server.pem', line: 1, endLine: 10 }],
      ]),
    );
    expect(findings.find(({ rule }) => rule === 'generic-api-key')).toMatchObject({
      category: 'secret',
      title: 'Generic API Key',
      severity: null,
      snippet: 'api_key = "***"',
      fingerprints: { gitleaks: 'docs/тест/ключ №1.env:generic-api-key:1' },
    });
    expect(findings.every((finding) => finding.commit === undefined)).toBe(true);
    expect(secrets).toEqual(expect.arrayContaining([secretSamples.token, secretSamples.aws, secretSamples.api]));
  });

  it('keeps the commit of what is in the history, and says no line of a file that is gone', () => {
    const { findings } = read(secretSample('gitleaks-8.30-git.json'));
    const gone = findings.find(({ location }) => location?.path === 'src/removed.txt');
    expect(gone?.location).toEqual({ path: 'src/removed.txt' });
    expect(gone?.message).toMatch(/In commit [0-9a-f]{12}, line 1 there\.$/);
    expect(findings.every((finding) => commit.test(finding.commit ?? ''))).toBe(true);
    expect(findings.find(({ rule }) => rule === 'aws-access-token')?.location).toEqual({
      path: 'src/app.txt',
      line: 4,
    });
  });

  it('takes what gitleaks itself masked for no secret', () => {
    const { findings, secrets } = read(secretSample('gitleaks-8.30-redacted.json'));
    expect([findings.length, secrets]).toEqual([4, []]);
  });

  it('keeps the half that a half redacted report shows', () => {
    const { secrets } = read(secretSample('gitleaks-8.30-half-redacted.json'));
    expect(secrets).toContain(secretSamples.token.slice(0, 20));
  });

  it('keeps the body of a key without its armour', () => {
    const { secrets } = read(secretSample('gitleaks-8.30-dir.json'));
    expect(secrets).toContain(secretSamples.pem);
    expect(secrets.join('\n')).not.toContain('-----');
    const oneLine = `-----BEGIN PRIVATE KEY-----${secretSamples.api}-----END PRIVATE KEY-----`;
    const entry = { RuleID: 'private-key', File: 'a', StartLine: 1, Secret: oneLine, Match: oneLine };
    expect(read(JSON.stringify([entry])).secrets).toEqual([secretSamples.api]);
  });

  it('keeps what was matched where the secret is no part of it', () => {
    const entry = { RuleID: 'own', File: 'a', StartLine: 1, Secret: 'decoded-value', Match: secretSamples.api };
    expect(read(JSON.stringify([entry])).secrets).toEqual(['decoded-value', secretSamples.api]);
  });

  it('reads a rule that looks at names alone', () => {
    const entry = {
      RuleID: 'p12',
      File: 'src/app.txt',
      StartLine: 0,
      EndLine: 0,
      Secret: '',
      Match: 'file detected: src/app.txt',
    };
    const { findings, secrets } = read(JSON.stringify([entry]));
    expect([findings[0]?.location, findings[0]?.title, secrets]).toEqual([{ path: 'src/app.txt' }, 'p12', []]);
  });

  it('reads SARIF of its own', () => {
    const { findings, secrets, version } = read(secretSample('gitleaks-8.30.sarif.json'));
    expect(findings).toHaveLength(5);
    expect(findings.find(({ rule }) => rule === 'github-pat')).toMatchObject({ title: 'GitHub Personal Access Token' });
    expect(secrets).toContain(secretSamples.pem);
    expect(version).toBeNull();
  });

  it('reads reports of gitleaks 7', () => {
    const old = read(secretSample('gitleaks-7.json'));
    expect(old.findings.map(({ rule, location }) => [rule, location])).toEqual([
      ['AWS Access Key', { path: 'src/app.txt', line: 7 }],
      ['Asymmetric Private Key', { path: 'src/server.pem', line: 2 }],
    ]);
    expect(leaks(old.secrets.join('\n'), [secretSamples.pem])).toBe(true);
    const sarif = read(secretSample('gitleaks-7.sarif.json'));
    expect(sarif.findings[0]).toMatchObject({ rule: 'AWS Access Key', location: { path: 'src/app.txt', line: 7 } });
    expect(sarif.secrets).toEqual([secretSamples.aws]);
  });

  it('lets no value, address or message of a commit into a text', () => {
    for (const sample of samples) {
      const { findings } = read(secretSample(sample));
      const text = JSON.stringify(findings);
      expect([sample, leaks(text), /example\.invalid|Example Author|in the words/.test(text)]).toEqual([
        sample,
        false,
        false,
      ]);
    }
  });

  it('reads an empty list as clean, with a byte order mark or in UTF-16 too', () => {
    for (const bytes of [Buffer.from('[]\n'), Buffer.from('\ufeff[]'), Buffer.from('\ufeff[]\r\n', 'utf16le')]) {
      expect(read(bytes).findings).toEqual([]);
    }
  });

  it('gives no answer for what is not a whole report', () => {
    expect(troubleOf('')).toMatchObject({ got: 'an empty file', place: { file: 'reports/scan.json' } });
    expect(troubleOf('null')).toMatchObject({ got: 'null, which no scan to its end writes' });
    expect(troubleOf('{}')).toMatchObject({ got: 'an object that is not SARIF of gitleaks' });
    expect(troubleOf('{"runs":[]}')).toMatchObject({ got: 'an object that is not SARIF of gitleaks' });
    expect(troubleOf('{"runs":[{"tool":{"driver":{"name":"Trivy"}},"results":[]}]}')).toMatchObject({
      got: 'SARIF of Trivy',
    });
    expect(troubleOf('{"runs":[{"tool":{"driver":{"name":"gitleaks"}}}]}')).toMatchObject({
      got: 'run 1 without results',
    });
    expect(troubleOf('[{"RuleID":"a","File":"b","StartLine":1},{}]')).toMatchObject({ got: 'entry 2 with no RuleID' });
    expect(troubleOf('[[]]')).toBeDefined();
    expect(troubleOf('[{"RuleID":"a","File":"b","StartLine":"1"}]')).toMatchObject({
      got: 'entry 1 with no StartLine',
    });
  });

  it('reads no beginning of a report as clean', () => {
    for (const sample of samples) {
      const bytes = Buffer.from(secretSample(sample));
      const whole = read(bytes).findings.length;
      for (const end of cutsOf(bytes)) {
        const content = readGitleaks(bytes.subarray(0, end), here);
        if (!isTrouble(content)) expect([end, content.findings.length]).toEqual([end, whole]);
      }
    }
  });

  it('never throws', () => {
    const bytes = samples.map((sample) => Buffer.from(secretSample(sample)));
    fc.assert(
      fc.property(
        fc.constantFrom(...bytes),
        fc.nat(),
        fc.uint8Array({ maxLength: 20 }),
        fc.nat(30),
        (report, at, put, drop) => {
          const from = at % report.length;
          const mutated = Buffer.concat([report.subarray(0, from), put, report.subarray(from + drop)]);
          expect(readGitleaks(mutated, here)).toBeDefined();
        },
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const content = readGitleaks(Buffer.from(JSON.stringify([value])), here);
        expect(isTrouble(content) || content.findings.length === 1).toBe(true);
      }),
    );
  });
});
