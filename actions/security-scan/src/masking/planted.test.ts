/** Secrets in everything that the gate reads, and none of them in anything that it writes. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Checkout, type Ran } from '../run.fixture.ts';
import { chance } from '../secrets/chance.fixture.ts';
import { made, madeKinds } from '../secrets/kinds.fixture.ts';
import { secretKinds } from '../secrets/kinds.ts';
import { WINDOW } from './redactor.ts';

const checkouts: Checkout[] = [];
afterAll(() => {
  for (const checkout of checkouts) checkout.close();
});
const checkoutOf = (...files: ConstructorParameters<typeof Checkout>) => {
  const checkout = new Checkout(...files);
  checkouts.push(checkout);
  return checkout;
};

interface Planted {
  readonly kind: string;
  readonly value: string;
  /** The value, with the words around it by which it is known. */
  readonly line: string;
}

const planted: readonly Planted[] = madeKinds.map((kind, index) => {
  const one = made(kind, chance(index + 11));
  return typeof one === 'string' ? { kind, value: one, line: `token = "${one}"` } : { kind, ...one };
});

/** Parts of a secret that must not be seen: of a key its body, not the words of its armour. */
function windowsOf({ value }: Planted): readonly string[] {
  const lines = value.split('\n').filter((line) => !line.startsWith('-----'));
  return lines.flatMap((line) =>
    Array.from({ length: Math.max(0, line.length - WINDOW + 1) }, (_, at) => line.slice(at, at + WINDOW)),
  );
}

/** Hashes of ours: six hexadecimal digits of one of them may be those of a secret by chance. */
function hashesIn({ written, verdict }: Ran): readonly string[] {
  const hashes = /"[\w/]+":\s*"([0-9a-f]{16,64}(?::[0-9]+)?)"/g;
  const { commit = '', base = '' } = verdict.subject;
  return [commit, base, ...[...(written.get('full.sarif') ?? '').matchAll(hashes)].map(([, hash = '']) => hash)];
}

/** What of which secret stands in anything that was printed or written, over the words that stand there anyway. */
function leaksIn(ran: Ran, ownWords: string, secrets = planted): readonly string[] {
  const hashes = hashesIn(ran).filter((hash) => !secrets.some(({ value }) => value.includes(hash)));
  const without = (text: string) => hashes.reduce((rest, hash) => rest.replaceAll(hash, ''), text);
  const all = [['printed', ran.printed] as const, ...ran.written].map(([name, text]) => [name, without(text)] as const);
  return secrets.flatMap((secret) => {
    const windows = windowsOf(secret).filter((window) => !ownWords.includes(window));
    return all.flatMap(([name, text]) =>
      windows.filter((each) => text.includes(each)).map((each) => `${secret.kind}: ${around(text, each)} in ${name}`),
    );
  });
}

/** For the message of a test that fails: what was written around it. */
function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 30), at + part.length + 30);
}

/** Our own words, which a secret may repeat: all that a run says of a secret unlike the others, and of each kind. */
async function wordsOfRun(): Promise<string> {
  const ran = await checkoutOf()
    .change({ 'a.txt': `x\n${KNOWN}\n` })
    .run({ github, flags: ['--scanners', 'secrets'] });
  return [ran.printed, ...ran.written.values(), ...secretKinds.map((kind) => JSON.stringify(kind))].join('\n');
}

const KNOWN = `xoxb-${'1234567890'.repeat(2)}-${'aB3'.repeat(8)}`;

const github = true;
const source = Object.fromEntries(planted.map(({ line }, index) => [`src/file-${index}.txt`, `a = 1\n${line}\n`]));

describe('fifty kinds of secrets', () => {
  let words = '';
  beforeAll(async () => {
    words = await wordsOfRun();
  });

  it('are fifty at least', () => {
    expect(planted.length).toBeGreaterThanOrEqual(50);
  });

  it('in source are found, and none of them is seen', async () => {
    const ran = await checkoutOf()
      .change(source)
      .run({ github, flags: ['--scanners', 'secrets'] });
    expect(ran.exitCode).toBe(1);
    expect(ran.counts[0]).toBeGreaterThanOrEqual(planted.length * 0.95);
    expect(leaksIn(ran, words)).toEqual([]);
  });

  it('in names of files are not seen', async () => {
    const named = planted.filter(({ value }) => /^[\w.=:+-]{6,200}$/.test(value));
    const files = Object.fromEntries(named.flatMap(({ value, line }) => [[`keys/${value}/config.txt`, `${line}\n`]]));
    const ran = await checkoutOf()
      .change(files)
      .run({ github, flags: ['--scanners', 'secrets'] });
    expect([named.length > 25, ran.exitCode]).toEqual([true, 1]);
    expect(leaksIn(ran, words)).toEqual([]);
  });

  it('in reports of scanners are not seen, whichever field they are in', async () => {
    const checkout = checkoutOf({ '.gitignore': 'reports/\n' }).change(source);
    checkout.repository.write(reportsWith(planted));
    const flags = ['--scanners', 'secrets', ...reportNames.flatMap((name) => ['--reports', name])];
    const ran = await checkout.run({ github, flags });
    expect(ran.evidence.scanners?.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'secrets findings',
      'talker findings',
      'gitleaks findings',
      'bandit findings',
      'pip-audit error',
      'npm-audit error',
      'trufflehog error',
    ]);
    expect(leaksIn(ran, words)).toEqual([]);
  });

  it('in reports alone are not seen either, where their form is known', async () => {
    const checkout = checkoutOf({ '.gitignore': 'reports/\n' });
    checkout.repository.write(reportsWith(planted));
    const ran = await checkout.run({
      github,
      flags: ['--scanners', 'none', ...reportNames.flatMap((name) => ['--reports', name])],
    });
    expect(leaksIn(ran, words)).toEqual([]);
  });

  it('that a broken tool prints are not seen', async () => {
    const checkout = checkoutOf().change({ ...source, 'a.py': 'print(1)\n' });
    const folder = checkout.beside('tool');
    const words = planted.map(({ line }) => line.replaceAll('\n', ' ')).join('\n');
    writeFileSync(join(folder, 'words'), words);
    writeFileSync(
      join(folder, 'bandit'),
      `#!/bin/sh\n[ "$1" = --version ] && echo bandit 1.7.9 && exit 0\ncat ${folder}/words >&2\ncat ${folder}/words\nexit 2\n`,
    );
    chmodSync(join(folder, 'bandit'), 0o755);
    const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
    const ran = await checkout.run({ github, flags: ['--scanners', 'secrets', '--scanners', 'bandit'], env: { PATH } });
    expect(ran.evidence.scanners).toMatchObject([{ name: 'secrets' }, { name: 'bandit', outcome: 'error' }]);
    expect(leaksIn(ran, words)).toEqual([]);
  });

  it('in a policy, its faults and the name of a branch are not seen', async () => {
    for (const secret of planted.filter(({ value }) => !value.includes('\n')).slice(0, 12)) {
      const line = secret.line.replaceAll("'", '"');
      const broken = `version: 1\nsecurity:\n  scanners: [secrets]\n  kev-file: |\n    ${line}\n  ${JSON.stringify(line)}: 1\n`;
      const fault = await checkoutOf({ '.github/shipgate.yml': broken }).run({ github });
      expect([fault.exitCode, fault.codes]).toEqual([2, ['configuration']]);
      const allow = `    - advisory: CVE-2026-12345\n      reason: ${JSON.stringify(line)}\n      expires: 2026-12-01\n`;
      const policy = `version: 1\nsecurity:\n  scanners: [secrets]\n  allow:\n${allow}`;
      const ref = `refs/heads/${secret.value.replace(/[^\w.+=/-]/g, '-')}`;
      const checkout = checkoutOf({ '.github/shipgate.yml': policy });
      const ran = await checkout.run({ github, env: { GITHUB_REF: ref, GITHUB_REPOSITORY: 'acme/app' } });
      expect([...leaksIn(fault, words, [secret]), ...leaksIn(ran, words, [secret])]).toEqual([]);
    }
  });
});

const reportNames = [
  'sarif=reports/talker.sarif',
  'gitleaks=reports/gitleaks.json',
  'bandit=reports/bandit.json',
  'pip-audit=reports/pip-audit.json',
  'npm-audit=reports/npm-audit.json',
  'trufflehog=reports/trufflehog.json',
];

/** Each secret in every text of every report; two of the reports are broken in the midst of one. */
function reportsWith(secrets: readonly Planted[]): Readonly<Record<string, string>> {
  const sarif = {
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Talker',
            rules: secrets.map(({ line }, index) => ({
              id: `r${index}`,
              shortDescription: { text: line },
              helpUri: `https://rules.invalid/?${encodeURIComponent(line)}`,
            })),
          },
        },
        results: secrets.map(({ line }, index) => ({
          ruleId: index % 2 === 0 ? `r${index}` : line,
          message: { text: `see ${line} there` },
          partialFingerprints: { own: line },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `src/file-${index}.txt` },
                region: { startLine: 2, snippet: { text: line } },
              },
            },
          ],
        })),
      },
    ],
  };
  const leaks = secrets.map(({ kind, value, line }, index) => ({
    ...{ RuleID: kind, Description: `found ${line}`, StartLine: 2, EndLine: 2, StartColumn: 1, EndColumn: 9 },
    ...{
      Match: line,
      Secret: value,
      File: `src/file-${index}.txt`,
      Commit: '',
      Message: line,
      Author: line,
      Email: line,
    },
    ...{ Date: '', Tags: [line], Entropy: 4, SymlinkFile: '', Fingerprint: `src/${value}:x:2` },
  }));
  const weaknesses = secrets.map(({ line }, index) => ({
    ...{ filename: `src/file-${index}.txt`, line_number: 2, line_range: [2], col_offset: 0, code: `2 ${line}\n` },
    ...{ issue_text: `possible password ${line}`, issue_severity: 'LOW', issue_confidence: 'MEDIUM' },
    ...{
      issue_cwe: { id: 259, link: 'https://cwe.mitre.org/data/definitions/259.html' },
      test_id: 'B105',
      test_name: line,
      more_info: line,
    },
  }));
  const bandit = {
    errors: [],
    generated_at: '2026-11-28T00:00:00Z',
    metrics: { _totals: { loc: 1 } },
    results: weaknesses,
  };
  const packages = secrets.map(({ line }) => ({
    name: line,
    version: line,
    vulns: [{ id: line, fix_versions: [line], aliases: [line], description: line }],
  }));
  return {
    'reports/talker.sarif': JSON.stringify(sarif),
    'reports/gitleaks.json': JSON.stringify(leaks),
    'reports/bandit.json': JSON.stringify(bandit),
    'reports/pip-audit.json': `${JSON.stringify({ dependencies: packages }).slice(0, -40)}`,
    'reports/npm-audit.json': JSON.stringify({
      error: { code: secrets[0]?.line, summary: secrets.map(({ line }) => line).join(' '), detail: '' },
    }),
    'reports/trufflehog.json': secrets.map(({ line }) => line).join('\n'),
  };
}
