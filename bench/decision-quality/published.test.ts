import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromLines, toLines } from './results.ts';
import { scenarios } from './scenarios.ts';
import { markdown } from './table.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const results = fromLines(read('results.jsonl'));

describe('what is published', () => {
  test('has every scenario as it is now', () => {
    expect(results.scenarios.map(({ name, title, kind }) => ({ name, title, kind }))).toEqual(
      scenarios.map(({ name, title, kind }) => ({ name, title, kind })),
    );
    expect(toLines(results)).toBe(read('results.jsonl'));
  });

  test('is the table of these results', () => {
    expect(read('table.md')).toBe(markdown(results));
  });

  test('is what the README says of each scenario', () => {
    const section =
      read('../README.md')
        .split('\n## ')
        .find((part) => part.startsWith('Decision quality')) ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('|') && line.split('|').length === 10);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !row.startsWith('| :') && !read('table.md').includes(row))).toEqual([]);
  });
});
