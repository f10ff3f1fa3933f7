import { describe, expect, it } from 'vitest';
import { scannerFacts, vulnerablePackage } from '../decide.fixture.ts';
import { compareInputs } from './compared.ts';
import { nothingFound, type ScannerRun } from './scan.ts';

const scanner = {
  name: 'npm-audit',
  detect: async () => ({ kind: 'nothing', why: '' }) as const,
  scan: async () => nothingFound,
};
const head = { root: '/app', files: [], read: async () => Buffer.alloc(0) };

async function told(folder: string, fix: string, ran = true) {
  const finding = vulnerablePackage({ fix, location: { path: 'package-lock.json', line: 3 } });
  const run: ScannerRun = {
    facts: scannerFacts(),
    content: { ...nothingFound, findings: [finding] },
    scanner: ran ? scanner : undefined,
  };
  const [one] = await compareInputs([run], [{ kind: 'no-need' }], {
    head,
    base: undefined,
    folder,
    baseline: undefined,
  });
  const [found] = one?.head.findings ?? [];
  return [found?.location?.path, found?.fix];
}

describe('what was found in a folder', () => {
  it('is told from the top, with a command that begins there', async () => {
    expect(await told('services/b', 'npm update forms')).toEqual([
      'services/b/package-lock.json',
      'cd services/b && npm update forms',
    ]);
    expect(await told('services/b', 'cd web && npm update forms')).toEqual([
      'services/b/package-lock.json',
      'cd services/b && cd web && npm update forms',
    ]);
    expect((await told("it's here", 'npm update forms'))[1]).toBe("cd './it'\\''s here' && npm update forms");
  });

  it('stays as it is at the top, and in a saved report', async () => {
    expect(await told('', 'npm update forms')).toEqual(['package-lock.json', 'npm update forms']);
    expect(await told('services/b', 'npm update forms', false)).toEqual(['package-lock.json', 'npm update forms']);
  });
});
