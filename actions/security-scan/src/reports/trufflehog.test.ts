import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrouble } from '../finding.ts';
import { cutsOf, leaks, originWith, secretSample, secretSamples } from './secret-samples.fixture.ts';
import { readTrufflehog } from './trufflehog.ts';

const here = originWith('src/app.txt', 'src/server.pem');
const read = (text: string | Buffer) => readTrufflehog(Buffer.from(text), here);
const git = secretSample('trufflehog-git.jsonl');
const filesystem = secretSample('trufflehog-filesystem.jsonl');
const finished =
  '{"level":"info-0","msg":"finished scanning","chunks":7,"bytes":99,"verified_secrets":0,"unverified_secrets":0}';

describe('readTrufflehog', () => {
  it('reads results of the history: one that works is critical', () => {
    expect(read(git)).toMatchObject({
      findings: [
        { rule: 'AWS', title: 'AWS secret', severity: 'critical', location: { path: 'src/app.txt', line: 4 } },
        {
          rule: 'Github',
          severity: 'high',
          location: { path: 'src/removed.txt' },
          commit: expect.stringMatching(/^1a1b/),
        },
      ],
      version: '3.90.5',
      seen: '12 chunks, 20,480 bytes',
    });
  });

  it('reads results of files', () => {
    expect(read(filesystem)).toMatchObject({
      findings: [
        { rule: 'PrivateKey', location: { path: 'src/server.pem', line: 1 } },
        { rule: 'CustomRegex', title: 'secret, by the rule order key', location: { path: 'src/app.txt', line: 2 } },
      ],
      secrets: [secretSamples.pem, secretSamples.api],
    });
  });

  it('lets nothing of a value, an address or an answer of the service into a text', () => {
    for (const sample of [git, filesystem]) {
      const content = read(sample);
      const text = JSON.stringify(isTrouble(content) ? content.trouble : content.findings);
      expect([leaks(text), /example\.invalid|api\.github|123456789012/.test(text)]).toEqual([false, false]);
    }
    expect(read(git)).toMatchObject({
      secrets: expect.arrayContaining([`${secretSamples.aws}:${secretSamples.awsSecret}`]),
    });
  });

  it('is clean only when the log says that the scan came to its end, and what it looked at', () => {
    expect(read(finished)).toMatchObject({ findings: [], seen: '7 chunks, 99 bytes' });
    const plain =
      '2026-03-02T10:00:00Z\tinfo-0\ttrufflehog\tfinished scanning\t{"chunks": 2, "bytes": 9, "verified_secrets": 0}';
    expect(read(`🐷🔑🐷  TruffleHog. Unearth your secrets. 🐷🔑🐷\n\n${plain}\n`)).toMatchObject({ findings: [] });
    for (const text of [
      '',
      '\n',
      '🐷🔑🐷  TruffleHog. Unearth your secrets. 🐷🔑🐷\n',
      '{"level":"info-0","msg":"running source"}',
      finished.replace('"chunks":7', '"chunks":0'),
      finished.replace('"unverified_secrets":0', '"unverified_secrets":1'),
      `{"level":"error","msg":"encountered errors during scan"}\n${finished}`,
      `2026-03-02T10:00:00Z\terror\ttrufflehog\tencountered errors during scan\n${plain}`,
      'null',
      '[]',
      '{}',
      `${finished}\n{"branch":"main","commitHash":"a","reason":"AWS","stringsFound":["x"]}`,
    ]) {
      expect([text, isTrouble(read(text))]).toEqual([text, true]);
    }
  });

  it('keeps what a scan found before it broke', () => {
    const broken = `${git}{"level":"error","ts":"x","msg":"encountered errors during scan","error":"unknown revision"}\n`;
    expect(read(broken)).toMatchObject({
      trouble: { got: 'an error in its log: encountered errors during scan' },
      found: { findings: [{ rule: 'AWS' }, { rule: 'Github' }] },
    });
  });

  it('reads results without a log, as standard output alone has them', () => {
    const results = git.split('\n').filter((line) => line.includes('DetectorName'));
    expect(read(Buffer.from(`\ufeff${results.join('\r\n')}`, 'utf16le'))).toMatchObject({ version: null, seen: null });
  });

  it('says where a line is broken', () => {
    expect(read(`${finished}\n{"SourceMetadata":{"Data":`)).toMatchObject({
      trouble: { place: { file: 'reports/scan.json', line: 2, column: 27 } },
    });
  });

  it('reads no beginning of a report as clean', () => {
    for (const sample of [git, filesystem]) {
      const bytes = Buffer.from(sample);
      for (const end of cutsOf(bytes)) {
        const content = read(bytes.subarray(0, end));
        expect([end, isTrouble(content) || content.findings.length > 0]).toEqual([end, true]);
      }
    }
  });

  it('never throws', () => {
    const bytes = Buffer.from(git);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 20 }), fc.nat(30), (from, put, drop) => {
        expect(read(Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]))).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isTrouble(read(JSON.stringify({ DetectorName: value })))).toBe(true);
      }),
    );
  });
});
