import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absenceFolder, absenceLine, absentTools, realTool } from './real-tools.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tool(place: string, mode = 0o755): string {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, 'act'), '#!/bin/sh\n', { mode });
  return join(folder, place, 'act');
}

const env = (more: Readonly<Record<string, string>> = {}) => ({
  XDG_CACHE_HOME: join(folder, 'cache'),
  PATH: join(folder, 'path'),
  ...more,
});

describe('a real tool', () => {
  it('is taken from what .ci/real installed before the PATH', () => {
    const onPath = tool('path');
    expect(realTool('act', env())).toBe(onPath);
    const installed = tool('cache/shipgate/bin');
    expect(realTool('act', env())).toBe(installed);
  });

  it('that cannot be executed is none', () => {
    tool('path', 0o644);
    expect(realTool('act', env())).toBe(null);
  });

  it('that is absent is noted once for the closing lines', () => {
    mkdirSync(join(folder, 'absent'));
    const noting = env({ [absenceFolder]: join(folder, 'absent') });
    expect([realTool('psql', noting), realTool('act', noting), realTool('act', noting)]).toEqual([null, null, null]);
    expect(absentTools(join(folder, 'absent'))).toEqual(['act', 'psql']);
    expect(absenceLine('act')).toBe('skip  act: not found (npm test uses it when present; .ci/real installs it)');
  });

  it('that takes minutes is used by .ci/real only, and the closing lines say so', () => {
    const apps = join(folder, 'cache/shipgate/bin/backstage-apps');
    mkdirSync(apps, { recursive: true });
    mkdirSync(join(folder, 'absent'));
    expect(realTool('backstage-apps', env({ [absenceFolder]: join(folder, 'absent') }))).toBe(null);
    expect(absentTools(join(folder, 'absent')).map(absenceLine)).toEqual([
      'skip  backstage-apps: takes minutes (.ci/real installs it and uses it)',
    ]);
    expect(realTool('backstage-apps', env({ SHIPGATE_REAL: '1' }))).toBe(apps);
  });

  it('that is absent is an error with SHIPGATE_REAL=1', () => {
    expect(() => realTool('act', env({ SHIPGATE_REAL: '1' }))).toThrow(
      /^expected: act, .*\ngot: none\ndo: run \.ci\/real/,
    );
  });
});
