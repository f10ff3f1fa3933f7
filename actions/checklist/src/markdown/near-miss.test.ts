import { describe, expect, it } from 'vitest';
import { readChecklist } from './read.ts';

const missed = (text: string) =>
  readChecklist(`- [x] Tests pass\n\n${text}\n`, 'c.md')
    .troubles.filter(({ code }) => code === 'not-an-item')
    .map(({ line }) => line);

describe('a line that looks like an item and is none', () => {
  it.each([
    '-[ ] Backups',
    '- [] Restore',
    '- [ ]Alerts',
    '- [ x ] Logs',
    '- [✓] Docs',
    '☐ Plan',
    '[ ] Backups',
    '1.[x] a',
  ])('is told: %s', (line) => expect(missed(line)).toEqual([3]));

  it.each([
    '- [ ] Backups',
    '- [a link](https://example.com)',
    '[x]: https://example.com',
    'Tick it: [ ] means open',
    '```md\n-[ ] an example\n```',
    '<!--\n-[ ] later\n-->',
    '- [1] a footnote',
    '- `[ ]` is a box',
  ])('is not: %s', (text) => expect(missed(text)).toEqual([]));
});
