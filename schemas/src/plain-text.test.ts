import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { some } from '../../scripts/vitest/thoroughly.ts';
import { formatFault, readSecurityPolicy, readShipgateFile } from './index.ts';
import { isPlain, withoutOddWords } from './plain-text.ts';

describe('a value of a file', () => {
  it.each([
    ...[
      'hgih',
      'atuo',
      'npm-adit',
      'on-error',
      'table_press',
      'http_request_duration_seconds',
      'npmAudit',
      'PromQL',
      'HAProxy',
      'B101',
      'v2',
      '5m',
      '1h30m',
      'k8s',
      '12',
    ],
    ...[
      '2027-02-30',
      '31.1.2027',
      '2027/01/31',
      '2027-01-31T00:00:00Z',
      '10:30',
      '>=2.0.0 <<3',
      '^1.x',
      'GHSA-7q2p-mm4x-c3vj',
      'CVE-2026-1',
    ],
    ...[
      'in spring',
      'DevOps lead',
      'not reachable from our code',
      'http_requests_total{code=~"5.."}',
      'reports/semgrep.sarif',
      '../outside/report.json',
      'db/migrations/**',
      'pkg:npm/table-press@latest',
      'PATH',
    ],
  ])('may be quoted when it is short and plain: %s', (text) => {
    expect(isPlain(text)).toBe(true);
    expect(withoutOddWords(text)).toBe(text);
  });

  it.each([
    ...[
      'two\nwords',
      'the key is xKqZvWpLmNtRbYcD',
      'p@ssw0rd',
      'Tr0ub4dor',
      'Summer2027!',
      'correct-horse-battery-staple',
      'a1b2-c3d4-e5f6-a7b8',
    ],
    ...[
      'AKIAIOSFODNN7EXAMPLE',
      'xKqZvWpLmNtRbYcD',
      'wqzkxjvbtrpnmdls',
      '3f1c9e0b7a5d4c2e',
      '4111111111111111',
      'x'.repeat(25),
    ],
    ...['https://hooks.example.com/T02/Xk29fjQ8sLw0', 'user:hunter2@db.example.com', 'line\nbreak', '\u001b[31m'],
  ])('may not be quoted when nobody knows what it is: %j', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});

/** Forms of secrets, made up. */
const secrets = [
  `ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`,
  ['AKIA', 'QYLPMN5HFIQR7XYZ'].join(''),
  ['sk', 'live', '51HqLyjWDarjtT1zdp7dcXYZ'].join('_'),
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzKEY',
  '9b2c1f0e-5d4a-4c3b-8a7f-6e5d4c3b2a10',
  '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a4b2c1d0e',
  'Tr0ub4dor&3-Zebra',
  'postgres://shop:Kx8-vRq2mZ@kiosk.invalid/sells',
];

function printed(text: string): string {
  const { faults, warnings } = readShipgateFile(text, { file: 'x.yml', section: 'security' });
  const own = readSecurityPolicy(text, { file: 'x.yml' });
  return [...faults, ...warnings, ...own.faults, ...own.warnings].map((fault) => formatFault(fault)).join('\n');
}

/** Six signs in a row of the secret. */
function leak(shown: string, secret: string): string | undefined {
  const told = /:\/\/\w+:(.*)@/.exec(secret)?.[1] ?? secret;
  const runs = [...told].flatMap((_, at) => (at + 6 <= told.length ? [told.slice(at, at + 6)] : []));
  return runs.find((run) => shown.includes(run));
}

const folder = join(import.meta.dirname, '../examples/accept');
/** The file with the secret in place of each of its scalars, keys too, one after the other. */
function pasted(text: string, secret: string): string[] {
  const count = parsedScalars(text, -1, '').count;
  return Array.from({ length: count }, (_, index) => parsedScalars(text, index, secret).text);
}

function parsedScalars(text: string, wanted: number, secret: string) {
  const document = parseDocument(text);
  let count = 0;
  visit(document, {
    Scalar: (_, node) => {
      if (count === wanted) node.value = secret;
      count += 1;
    },
  });
  return { count, text: document.toString({ lineWidth: 0 }) };
}

describe('a secret in a policy', () => {
  const example = readFileSync(join(folder, 'security.shipgate.yml'), 'utf8');

  it.each(some(secrets))('is not told by a fault, wherever it stands: %s', (secret) => {
    const files = pasted(example, secret);
    expect(files.length).toBeGreaterThan(20);
    const faulty = files.map(printed).filter((shown) => shown !== '');
    expect(faulty.length).toBeGreaterThan(files.length / 3);
    expect(faulty.filter((shown) => leak(shown, secret) !== undefined)).toEqual([]);
  });

  it.each(secrets)('is not told where the text is no YAML: %s', (secret) => {
    const slips = [`key: "${secret}`, `key: *${secret}`, `key: !${secret} x`, `${secret}`, `- ${secret}\nkey: x`];
    const more = [
      `key: [${secret}`,
      `key: @${secret}`,
      `a:\n  b: ${secret}\n c: 1`,
      `${secret}: 1\n${secret}: 2`,
      `\t${secret}`,
    ];
    for (const slip of [...slips, ...more]) {
      const text = `version: 1\nsecurity:\n  on-error: block\n${slip}\n`;
      expect([printed(text)].filter((shown) => leak(shown, secret) !== undefined)).toEqual([]);
    }
  });

  it('is not told when a machine drew it', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 40 });
    const drawn = fc
      .tuple(bytes, fc.constantFrom('base64', 'base64url', 'hex'))
      .map(([held, form]) => Buffer.from(held).toString(form));
    const places = [
      'on-error: ',
      'timeout: ',
      'scanners: ',
      'scanners: [secrets, ',
      'kev: ',
      'fail-on: ',
      'allow-horizon: ',
    ];
    fc.assert(
      fc.property(drawn, fc.constantFrom(...places), (secret, place) => {
        const end = place.includes('[') ? ']' : '';
        expect(leak(printed(`version: 1\nsecurity:\n  ${place}${secret}${end}\n`), secret)).toBeUndefined();
      }),
    );
  });

  it('is told by its kind and length', () => {
    const secret = secrets[0] ?? '';
    const { faults } = readSecurityPolicy(`version: 1\nsecurity:\n  on-error: ${secret}\n  ${secret}: 1\n`, {
      file: 'x',
    });
    expect(faults.map(({ title, got }) => `${title}: ${got}`)).toEqual([
      'security.on-error has a value that is not known: a text of 40 characters',
      'unknown key of 40 characters in security: a text of 40 characters',
    ]);
    expect(faults[0]?.excerpt?.at(-1)?.text).toBe(`  on-error: ${'*'.repeat(40)}`);
  });
});
