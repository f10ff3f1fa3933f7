import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import { chance } from './chance.fixture.ts';
import { contexts } from './contexts.fixture.ts';
import { made, madeKinds } from './kinds.fixture.ts';
import { scanned } from './tree.fixture.ts';

const gitleaks = realTool('gitleaks');
const LEAST = 0.95;

/** Each kind in each sort of file. */
function planted(): Map<string, { readonly kind: string; readonly text: string }> {
  const files = new Map<string, { readonly kind: string; readonly text: string }>();
  const c = chance(20_261_128);
  for (const kind of madeKinds) {
    for (const context of contexts)
      files.set(`${kind}/${context.path}`, { kind, text: context.around(made(kind, c), c) });
  }
  return files;
}

/** Paths in which gitleaks found something, by its own rules and no configuration of ours. */
function foundByGitleaks(tool: string, files: ReadonlyMap<string, { readonly text: string }>): Set<string> {
  const root = mkdtempSync(join(tmpdir(), 'shipgate-recall-'));
  try {
    for (const [path, { text }] of files) {
      mkdirSync(dirname(join(root, 'tree', path)), { recursive: true });
      writeFileSync(join(root, 'tree', path), text);
    }
    const report = join(root, 'report.json');
    execFileSync(
      tool,
      ['dir', '--no-banner', '--exit-code', '0', '--report-format', 'json', '--report-path', report, '.'],
      {
        cwd: join(root, 'tree'),
        stdio: 'ignore',
      },
    );
    const leaks: readonly { readonly File: string }[] = JSON.parse(readFileSync(report, 'utf8'));
    return new Set(leaks.map(({ File }) => File));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function recall(files: ReadonlyMap<string, { readonly kind: string }>, found: ReadonlySet<string>): number {
  return [...files.keys()].filter((path) => found.has(path)).length / files.size;
}

describe.skipIf(gitleaks === null)('beside the real gitleaks, on the same files', () => {
  it('at least 95 of 100 planted secrets are found, and no fewer than gitleaks finds', async () => {
    const files = planted();
    const { findings } = await scanned(Object.fromEntries([...files].map(([path, { text }]) => [path, text])));
    const ours = new Set(findings.map(({ location }) => location?.path ?? ''));
    const theirs = foundByGitleaks(gitleaks ?? '', files);
    const rates = { ours: recall(files, ours), gitleaks: recall(files, theirs) };
    console.log(`${files.size} files of ${madeKinds.length} kinds: ${JSON.stringify(rates)}`);
    expect(theirs.size).toBeGreaterThan(0);
    expect(rates.ours).toBeGreaterThanOrEqual(LEAST);
    expect(rates.ours).toBeGreaterThanOrEqual(rates.gitleaks);
  });
});
