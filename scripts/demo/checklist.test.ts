import { join } from 'node:path';
import { readChecklistPolicy } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import { checklistFiles } from './checklist.ts';
import { shifted } from './checklist-dates.ts';

describe('dates of the example', () => {
  it.each([
    ['done on 2026-11-27', 10, 'done on 2026-12-07'],
    ['at 2026-11-27T18:20:00Z', 40, 'at 2027-01-06T18:20:00Z'],
    ['timestamp="1764267600000"', 1, 'timestamp="1764354000000"'],
    ['timestamp="1764267600"', -1, 'timestamp="1764181200"'],
    ['version 2.4.0, port 8080, 2026-13-01, 12026-11-01', 5, 'version 2.4.0, port 8080, 2026-13-01, 12026-11-01'],
  ])('%s, %d days later', (text, days, later) => expect(shifted(text, days)).toBe(later));
});

describe('the checklist of the demo', () => {
  const origin = 'http://127.0.0.1:4711';
  const files = checklistFiles(root, Date.UTC(2027, 2, 1), origin);

  it('has a policy that is open at any time and asks the service of the demo', () => {
    const text = files.committed['.github/checklist.yml'] ?? '';
    const { value, faults } = readChecklistPolicy(text, { file: 'checklist.yml' });
    expect(faults).toEqual([]);
    expect([value?.checklist?.freeze, value?.checklist?.gates?.['production']?.windows]).toEqual([
      undefined,
      undefined,
    ]);
    expect([text.includes(origin), text.includes(':8080')]).toEqual([true, false]);
  });

  it('commits what a repository holds, and leaves the reports to the job', () => {
    expect(Object.keys(files.committed)).toContain(join('docs', 'production-checklist.ru.md'));
    expect(Object.keys(files.committed).filter((path) => path.startsWith('reports/'))).toEqual([]);
    expect(Object.keys(files.made)).toContain('reports/coverage.xml');
  });
});
