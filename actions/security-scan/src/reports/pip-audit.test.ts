import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportRead } from '../finding.ts';
import { indexLock } from '../lockfile/index-lock.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { readPipAudit } from './pip-audit.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));

function lockOf(path: string, text: string): Lockfile {
  const lock = indexLock(path, Buffer.from(text));
  if (lock === undefined || 'fault' in lock) throw new Error('no lock');
  return lock;
}

function read(json: unknown, locks: readonly Lockfile[] = [], files: readonly string[] = []): ReportRead {
  const bytes = Buffer.isBuffer(json) ? json : Buffer.from(JSON.stringify(json));
  return readPipAudit(bytes, { file: 'pip.json', root: '/checkout', has: (path) => files.includes(path), locks });
}

const vulnerable = {
  name: 'order-export',
  version: '1.4.0',
  vulns: [
    {
      id: 'PYSEC-2026-9001',
      fix_versions: ['2.0', '1.4.1', '1.3.9'],
      aliases: ['cve-2026-19001'],
      description: 'It runs formulas. More.',
    },
  ],
};

describe('a report of pip-audit', () => {
  it('is one finding for each vulnerability and file that pins, without a severity', () => {
    const locks = [
      lockOf('requirements.txt', 'a==1\nOrder_Export==1.4.0\n'),
      lockOf('jobs/uv.lock', 'version = 1\n\n[[package]]\nname = "order-export"\nversion = "1.4"\n'),
    ];
    expect(read(sample('pip-audit-2.10.json'), locks)).toEqual({
      findings: [
        {
          category: 'dependency',
          rule: 'PYSEC-2026-9001',
          title: 'order-export runs formulas of a customer',
          severity: null,
          message:
            'order-export 1.4.0: order-export runs formulas of a customer. Cells that begin with = are kept.; mended in 1.4.1',
          location: { path: 'requirements.txt', line: 2, column: 1, endLine: 2, endColumn: 13 },
          package: {
            purl: 'pkg:pypi/order-export@1.4.0',
            name: 'order-export',
            version: '1.4.0',
            range: null,
            fixed: '1.4.1',
            via: [],
          },
          // Of pip-audit's aliases the order is another one in each run.
          advisories: expect.arrayContaining(['PYSEC-2026-9001', 'GHSA-6x7p-9q2v-m4jh', 'CVE-2026-19001']),
          helpUri: 'https://osv.dev/vulnerability/PYSEC-2026-9001',
        },
        expect.objectContaining({
          location: { path: 'jobs/uv.lock', line: 4, column: 1, endLine: 4, endColumn: 22 },
          fix: 'cd ./jobs && uv lock --upgrade-package order-export==1.4.1',
        }),
      ],
      secrets: [],
      version: null,
      seen: '2 packages',
    });
  });

  it.each([[[vulnerable]], [{ dependencies: [vulnerable], fixes: [] }]])('has two shapes', (json) => {
    expect(read(json, [], ['requirements.txt'])).toMatchObject({
      findings: [
        {
          advisories: ['PYSEC-2026-9001', 'CVE-2026-19001'],
          package: { fixed: '1.4.1' },
          location: { path: 'requirements.txt' },
        },
      ],
      seen: '1 package',
    });
  });

  it('is clean when every package was looked at', () => {
    expect(read([{ name: 'a', version: '1', vulns: [] }])).toEqual({
      findings: [],
      secrets: [],
      version: null,
      seen: '1 package',
    });
  });

  it('is no answer over packages that were passed over, though pip-audit exits 0', () => {
    expect(read(sample('pip-audit-2.10-skipped.json'))).toMatchObject({
      trouble: {
        expected: 'an answer for every package',
        got: expect.stringMatching(/^jinja2 and 1 more of 2 not looked at: /),
      },
      found: { findings: [], seen: '0 packages' },
    });
  });

  it('keeps what it found beside packages that were passed over', () => {
    expect(read([vulnerable, { name: 'ours', skip_reason: 'not found' }])).toMatchObject({
      trouble: { got: 'ours of 2 not looked at: not found' },
      found: { findings: [{ rule: 'PYSEC-2026-9001' }], seen: '1 package' },
    });
  });

  it('asks no answer for the project itself', () => {
    const own = { name: 'order-service', skip_reason: 'distribution marked as editable' };
    expect(read([vulnerable, own])).toMatchObject({ findings: [{}], seen: '1 package' });
  });

  it.each([
    ['JSON of another shape', {}],
    ['JSON of another shape', null],
    ['JSON of another shape', { dependencies: {} }],
    ['a report over 0 packages', []],
    ['entry 2 with no name', [vulnerable, { version: '1', vulns: [] }]],
    ['entry 1 with neither "vulns" nor "skip_reason"', [{ name: 'a', version: '1' }]],
    ['entry 1 with a vulnerability without an id', [{ name: 'a', version: '1', vulns: [{}] }]],
  ])('is none when it is not whole: %s', (got, json) => {
    expect(read(json)).toMatchObject({ trouble: { got, place: { file: 'pip.json' } } });
  });
});
