import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { text, writtenIn } from './file-cell.fixture.ts';
import { FileCell } from './file-cell.ts';

const top = mkdtempSync(join(tmpdir(), 'shipgate-cell-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let folder = top;
beforeEach(() => {
  folder = mkdtempSync(join(top, 'cell-'));
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const { signal } = new AbortController();
const stem = 'backend%20web%2Frecord';
const ours = (by: string) => ({ by, text: '' });

function writer(who: string, last: number): ChildProcess & { readonly won: string[] } {
  const program = join(import.meta.dirname, 'file-cell.fixture.ts');
  const child = spawn(process.execPath, [program, folder, who, String(last)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const won: string[] = [];
  createInterface(child.stdout).on('line', (line) => won.push(line));
  return Object.assign(child, { won });
}

describe('a cell in a folder', () => {
  it('has no version before the first write, and makes its folder for its owner only', async () => {
    folder = join(folder, 'deep', 'state');
    const cell = writtenIn(folder);
    expect(await cell.read(signal)).toEqual({ value: undefined, version: undefined });
    expect(await cell.write(ours('a'), undefined, signal)).toBe('1');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await cell.read(signal)).toEqual({ value: ours('a'), version: '1' });
  });

  it('refuses a write over a version that was not seen', async () => {
    const cell = writtenIn(folder);
    await cell.write(ours('a'), undefined, signal);
    await cell.write(ours('b'), '1', signal);
    for (const stale of [undefined, '1', '7', 'x'])
      await expect(cell.write(ours('late'), stale, signal)).rejects.toMatchObject({ code: 'conflict' });
    expect(await cell.read(signal)).toEqual({ value: ours('b'), version: '2' });
  });

  it('keeps a few versions only, and clears away what dead writers left', async () => {
    const cell = writtenIn(folder);
    writeFileSync(join(folder, `${stem}.2.json.0000-dead.tmp`), '{"by":"de');
    writeFileSync(join(folder, 'other.1.json'), 'not ours');
    let version = await cell.write(ours('0'), undefined, signal);
    for (let n = 1; n < 40; n += 1) version = await cell.write(ours(String(n)), version, signal);
    const files = readdirSync(folder);
    expect(files).toHaveLength(16 + 1);
    expect(files).toContain('other.1.json');
    expect((await cell.read(signal)).value).toEqual(ours('39'));
  });

  it('does not take a version that came and went for a new one', async () => {
    const cell = writtenIn(folder);
    let version = await cell.write(ours('0'), undefined, signal);
    for (let n = 1; n < 40; n += 1) version = await cell.write(ours(String(n)), version, signal);
    await expect(cell.write(ours('asleep'), '2', signal)).rejects.toMatchObject({ code: 'conflict' });
    expect(await cell.read(signal)).toEqual({ value: ours('39'), version: '40' });
  });

  it('says of an aborted signal that nothing is known, and writes nothing', async () => {
    const cell = writtenIn(folder);
    await expect(cell.read(AbortSignal.abort())).rejects.toMatchObject({ code: 'unavailable' });
    await expect(cell.write(ours('a'), undefined, AbortSignal.abort())).rejects.toMatchObject({ code: 'unavailable' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that is none of ours', () => {
  const odd: Readonly<Record<string, (path: string) => void>> = {
    torn: (path) => writeFileSync(path, '{"by":"a","te'),
    empty: (path) => writeFileSync(path, ''),
    foreign: (path) => writeFileSync(path, '{"other":1}'),
    'too large': (path) => writeFileSync(path, Buffer.alloc(4 * 1024 * 1024 + 1, 0x20)),
    'a link': (path) => symlinkSync('/dev/zero', path),
    'a folder': (path) => mkdirSync(path),
  };
  it.each(Object.keys(odd))('is an odd record when it is %s', async (kind) => {
    odd[kind]?.(join(folder, `${stem}.3.json`));
    await expect(writtenIn(folder).read(signal)).rejects.toMatchObject({ code: 'odd-record' });
  });

  it('is refused when the folder is a file', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    await expect(writtenIn(path).read(signal)).rejects.toMatchObject({ code: 'refused' });
    await expect(writtenIn(path).write(ours('a'), undefined, signal)).rejects.toMatchObject({ code: 'refused' });
  });

  it('does not keep a name in its folder', async () => {
    const cell = new FileCell({ folder, name: '../../x', parse: String });
    await cell.write('a', undefined, signal);
    expect(readdirSync(folder)).toEqual(['..%2F..%2Fx.1.json']);
  });
});

describe('two processes', () => {
  it('win each version once', async () => {
    const both = [writer('one', 200), writer('two', 200)];
    const ends = await Promise.all(both.map((child) => once(child, 'close')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    const won = both.flatMap((child) => child.won.map(Number)).sort((one, two) => one - two);
    expect(won).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    expect(await writtenIn(folder).read(signal)).toMatchObject({ version: '200', value: { text } });
  });

  it('leave a whole value when they are killed at any moment, and no version that was told is lost', async () => {
    const cell = writtenIn(folder);
    for (let round = 0; round < 12; round += 1) {
      const child = writer(`round ${round}`, Number.MAX_SAFE_INTEGER);
      const ended = once(child, 'close');
      while (child.won.length === 0) await wait(1);
      await wait(round * 0.7);
      child.kill('SIGKILL');
      await ended;
      const { value, version } = await cell.read(signal);
      expect(value).toEqual({ by: `round ${round}`, text });
      expect(Number(version)).toBeGreaterThanOrEqual(Number(child.won.at(-1)));
      expect(await cell.write({ by: 'us', text }, version, signal)).toBe(String(Number(version) + 1));
    }
  });

  it('never win a version that came and went while one of them was asleep', async () => {
    const cell = writtenIn(folder);
    const child = writer('sleeper', Number.MAX_SAFE_INTEGER);
    const ended = once(child, 'close');
    const ourVersions: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      while (!readdirSync(folder).some((file) => file.endsWith('.tmp'))) await wait(0);
      child.kill('SIGSTOP');
      for (let n = 0; n < 40; n += 1) {
        const { version } = await cell.read(signal);
        const won = await cell.write({ by: 'us', text }, version, signal).catch(() => undefined);
        if (won !== undefined) ourVersions.push(won);
      }
      const told = child.won.length;
      child.kill('SIGCONT');
      while (child.won.length === told) await wait(1);
    }
    child.kill('SIGKILL');
    await ended;
    expect(ourVersions.length).toBeGreaterThan(6 * 16);
    expect(child.won.filter((version) => ourVersions.includes(version))).toEqual([]);
    expect(new Set(child.won).size).toBe(child.won.length);
  });

  it('can be dead between the link and the end of its temporary file', async () => {
    const cell = writtenIn(folder);
    await cell.write(ours('a'), undefined, signal);
    const fresh = join(folder, `${stem}.2.json.0000-dead.tmp`);
    writeFileSync(fresh, JSON.stringify(ours('b')));
    expect(await cell.read(signal)).toMatchObject({ version: '1' });
    linkSync(fresh, join(folder, `${stem}.2.json`));
    expect(await cell.read(signal)).toEqual({ value: ours('b'), version: '2' });
    expect(await cell.write(ours('c'), '2', signal)).toBe('3');
  });
});
