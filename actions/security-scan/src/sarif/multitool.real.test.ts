/** Our SARIF before an independent judge, Microsoft's SARIF Multitool, with the rules of the standard and of GitHub. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '@shipgate/kit/command';
import { wholeText } from '@shipgate/kit/report/view';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { scannerFacts, trouble } from '../decide.fixture.ts';
import type { DecidedFinding } from '../decided.ts';
import { isTrouble } from '../finding.ts';
import { lineHashes } from '../identity/line-hash.ts';
import type { ReportReader } from '../ports.ts';
import { readBandit } from '../reports/bandit.ts';
import { readBuf } from '../reports/buf.ts';
import { readGitleaks } from '../reports/gitleaks.ts';
import { readNpmAudit } from '../reports/npm-audit.ts';
import { readOasdiff } from '../reports/oasdiff.ts';
import { readOpenapiDiff } from '../reports/openapi-diff.ts';
import { readPipAudit } from '../reports/pip-audit.ts';
import { readSarif } from '../reports/sarif.ts';
import { sampleOrigin, sarifSample, sarifSampleNames } from '../reports/sarif-samples.fixture.ts';
import { readTrufflehog } from '../reports/trufflehog.ts';
import { isPlaced } from './result.ts';
import { anyDecided, decidedFinding, logOf, sarifInput } from './sarif.fixture.ts';
import { writeSarif } from './write.ts';

const multitool = realTool('sarif-multitool');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'multitool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readers: Readonly<Record<string, ReportReader>> = {
  bandit: readBandit,
  buf: readBuf,
  gitleaks: readGitleaks,
  'npm-audit': readNpmAudit,
  oasdiff: readOasdiff,
  'openapi-diff': readOpenapiDiff,
  'pip-audit': readPipAudit,
  trufflehog: readTrufflehog,
};

/** What each reader makes of each sample that it reads. */
function ofSamples(): ReadonlyMap<string, readonly DecidedFinding[]> {
  const samples = new URL('../reports/samples/', import.meta.url);
  const all = readdirSync(samples).flatMap((file) =>
    Object.entries(readers)
      .filter(([name]) => file.startsWith(name))
      .map(([name, reader]) => [`${name} ${file}`, reader, readFileSync(new URL(file, samples))] as const),
  );
  const sarif = sarifSampleNames().map((file) => [`sarif ${file}`, readSarif, sarifSample(file)] as const);
  return new Map(
    [...all, ...sarif].map(([name, reader, bytes]) => {
      const read = reader(bytes, sampleOrigin);
      const findings = isTrouble(read) ? (read.found?.findings ?? []) : read.findings;
      return [name, findings.map((raw) => decidedFinding(raw, { scanner: name.split(' ')[0] ?? '' }))];
    }),
  );
}

/** Messages of the judge by level. `level`: `Error`, or with `;Warning` also those. */
async function judge(texts: ReadonlyMap<string, string>, kinds: string, level = 'Error'): Promise<readonly string[]> {
  const paths = [...texts].map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const output = join(folder, 'judged.sarif.json');
  await tool('validate', ...paths, '--rule-kind', kinds, '--level', level, '-o', output, '--log', 'ForceOverwrite');
  const log = JSON.parse(readFileSync(output, 'utf8'));
  const invocations: readonly { toolExecutionNotifications?: readonly object[] }[] = log.runs[0].invocations;
  expect(invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications)).toEqual([]);
  const results: readonly { ruleId: string; message: { arguments?: readonly string[] } }[] = log.runs[0].results;
  return results.map(({ ruleId, message }) => `${ruleId} ${(message.arguments ?? []).join(' ')}`);
}

async function tool(...args: readonly string[]): Promise<void> {
  const { exitCode, stdout } = await runCommand({
    argv: [multitool ?? '', ...args],
    cwd: folder,
    // Debian has no ICU where nothing else needs it.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    timeoutMs: 120_000,
    maxOutputBytes: 1e6,
  });
  if (exitCode !== 0) throw new Error(stdout.toString());
}

const wholeFiles = (...args: Parameters<typeof sarifInput>) =>
  writeSarif(sarifInput(...args)).files.map(({ name, text }) => ({ name, text: wholeText(text) }));

const filesOf = (findings: readonly DecidedFinding[], ...more: readonly Parameters<typeof scannerFacts>[0][]) => {
  const names = [...new Set(findings.map(({ scanner }) => scanner))];
  const scanners = [...names.map((name) => ({ name, outcome: 'findings' as const })), ...more].map((each) =>
    scannerFacts(each),
  );
  return wholeFiles(findings, scanners);
};

const named = (prefix: string, files: ReturnType<typeof filesOf>) =>
  files.map(({ name, text }) => ({ name: `${prefix}${name}`, text }));

describe.skipIf(multitool === null)('the SARIF Multitool', { timeout: 180_000 }, () => {
  it('finds no error in what the samples of all readers become, by the rules of the standard and of GitHub', async () => {
    const samples = ofSamples();
    const findings = [...samples.values()].flat();
    expect(new Set(findings.map(({ scanner }) => scanner))).toEqual(new Set([...Object.keys(readers), 'sarif']));
    const more = [{ name: 'broken', outcome: 'error' as const, findings: null, trouble }, { name: 'clean' }];
    const files = [...filesOf(findings, ...more), ...named('placed-', filesOf(findings.filter(isPlaced), ...more))];
    const texts = new Map(files.map(({ name, text }) => [name, text]));
    const full = texts.get('full.sarif') ?? '';
    texts.delete('full.sarif');
    expect([...texts.keys()]).toEqual(['results.sarif', 'placed-results.sarif', 'placed-full.sarif']);
    expect(await judge(texts, 'Sarif;Ghas')).toEqual([]);
    // Here a result may have no place, which GitHub alone forbids.
    expect(await judge(new Map([['full.sarif', full]]), 'Sarif')).toEqual([]);
  });

  const MANY = runs(80, 20);
  it('finds no error, whatever the findings are', async () => {
    const cases = fc.sample(fc.array(anyDecided, { minLength: MANY, maxLength: MANY }), 2);
    const files = cases.flatMap((findings, index) => named(`${index}-`, wholeFiles(findings)));
    const of = (which: string) =>
      new Map(files.filter(({ name }) => name.endsWith(which)).map(({ name, text }) => [name, text]));
    expect(await judge(of('results.sarif'), 'Sarif;Ghas')).toEqual([]);
    expect(await judge(of('full.sarif'), 'Sarif')).toEqual([]);
  });

  it('finds an error where there is one', async () => {
    const text = filesOf([decidedFinding()])[0]?.text ?? '';
    expect(
      await judge(new Map([['broken.sarif', text.replace('"ruleIndex":0', '"ruleIndex":7')]]), 'Sarif'),
    ).not.toEqual([]);
  });

  it('has a schema that both files fulfil', () => {
    const schema = JSON.parse(readFileSync(join(dirname(realpathSync(multitool ?? '')), 'sarif-2.1.0.json'), 'utf8'));
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    const cases = [...ofSamples().values(), ...fc.sample(fc.array(anyDecided, { maxLength: 12 }), 60)];
    for (const { text } of cases.flatMap((findings) => wholeFiles(findings))) {
      validate(JSON.parse(text));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('computes the hashes of lines that we compute', async () => {
    const line = 'const café = "😀\t" ;  '.repeat(9);
    const texts = {
      crlf: 'one\r\n\ttwo\r\n\r\none\r\nthree',
      ends: ' a\rb\n\rc\r\n\n\td\n',
      repeated: 'Lorem ipsum dolor sit amet.\n'.repeat(30),
      long: `${line}\n${'x'.repeat(70_000)}\n${line}\n`,
      unicode: 'π ≈ 3\n\u2028𝒳\u0000\n\uffff\n',
    };
    const source = join(folder, 'source');
    mkdirSync(source);
    const results = Object.entries(texts).flatMap(([name, text]) => {
      writeFileSync(join(source, name), text);
      const uri = pathToFileURL(join(source, name)).href;
      return lineHashes(text).map((_hash, index) => ({
        ruleId: 'r',
        message: { text: 'm.' },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: index + 1 } } }],
      }));
    });
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, results }] };
    const [from, to] = [join(folder, 'bare.sarif'), join(folder, 'hashed.sarif')];
    writeFileSync(from, JSON.stringify(log));
    await tool('rewrite', from, '-o', to, '--insert', 'RollingHashPartialFingerprints', '--log', 'ForceOverwrite');
    const hashed = logOf([{ name: 'hashed', text: readFileSync(to, 'utf8') }], 'hashed').runs[0]?.results ?? [];
    const theirs = hashed.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);
    expect(theirs).toEqual(Object.values(texts).flatMap((text) => lineHashes(text)));
  });
});
