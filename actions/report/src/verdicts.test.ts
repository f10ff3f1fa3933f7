import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { head, red, runId, subject } from './testing/verdicts.ts';
import { readVerdicts } from './verdicts.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'verdicts-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const expected = {
  ...{ repository: 'acme/orders', commit: head, run: { id: runId, attempt: 1 }, event: 'pull_request' },
  ref: 'refs/pull/7/merge',
};

function read(...contents: readonly (string | Uint8Array)[]) {
  const files = contents.map((content, index) => {
    const path = join(top, `${index}.json`);
    writeFileSync(path, content);
    return { path, shown: `v/${index}/verdict.json`, sarif: null };
  });
  return readVerdicts(files, expected);
}

describe('reading verdicts', () => {
  it('gives each as compact JSON, and the same one once', () => {
    const { verdicts, troubles, notices } = read(JSON.stringify(red(), null, 2), JSON.stringify(red()));
    expect(verdicts.map(({ body }) => body)).toEqual([JSON.stringify(red())]);
    expect([troubles, notices.length]).toEqual([[], 1]);
  });

  it.each([
    ['approve', []],
    ['status', []],
    ['reap', []],
    ['resume', [true]],
  ])("takes a verdict of canary-promote's command %s for what it is", (command, sent) => {
    const verdict = {
      ...red(),
      gate: 'canary-promote',
      outcome: 'pass',
      reasons: [],
      proofs: [],
      evidence: { command },
    };
    const { verdicts, troubles, notices } = read(JSON.stringify(verdict));
    expect([verdicts.map(() => true), troubles, notices.length]).toEqual([sent, [], 1 - sent.length]);
  });

  const foreign: readonly (readonly [what: string, change: Subject])[] = [
    ['another repository', { repository: 'acme/other' }],
    ['no repository', { repository: undefined }],
    ['another commit', { commit: 'a'.repeat(40) }],
    ['no commit', { commit: undefined }],
    ['another run', { run: { id: '1', attempt: 1 } }],
    ['a later attempt', { run: { id: runId, attempt: 2 } }],
    ['another event', { event: 'push' }],
    ['another ref', { ref: 'refs/heads/main' }],
  ];
  it.each(foreign)('refuses one on %s', (_what, change) => {
    const { verdicts, troubles } = read(JSON.stringify(red({ subject: { ...subject, ...change } })));
    expect([verdicts, troubles.map(({ title }) => title)]).toEqual([[], ['v/0/verdict.json is about something else']]);
  });

  it.each([
    ['no JSON', 'pass'],
    ['Latin-1', Buffer.from('{"gate":"caf\xe9"}', 'latin1')],
    ['empty', ''],
    ['17 MB', Buffer.alloc(17 * 1024 * 1024, 32)],
    ['100,000 levels deep', '['.repeat(100_000)],
  ])('refuses a file that is %s, and goes on with the next', (_what, content) => {
    const { verdicts, troubles } = read(content, JSON.stringify(red()));
    expect([verdicts.length, troubles.length]).toEqual([1, 1]);
  });

  it('refuses a pass that its reasons do not bear out', () => {
    expect(read(JSON.stringify(red({ outcome: 'pass' }))).verdicts).toEqual([]);
  });

  it('tells three faults of a file, and counts the rest', () => {
    const { troubles } = read(JSON.stringify({ ...red(), reasons: Array(50).fill({}) }));
    expect(troubles).toHaveLength(4);
    expect(troubles.at(-1)?.title).toMatch(/^v\/0\/verdict\.json has \d+ more faults$/);
  });
});
