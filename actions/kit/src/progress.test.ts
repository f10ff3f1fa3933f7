import { describe, expect, it } from 'vitest';
import { colourIsOn } from './colour.ts';
import { displayWidth, wrapWords } from './columns.ts';
import type { ProgressOutput } from './progress.ts';
import { lineProgress } from './progress.ts';
import { commandsIn } from './runner-rules.fixture.ts';

function recorded(given: Partial<ProgressOutput> = {}) {
  const written: string[] = [];
  let time = 0;
  const output = {
    interactive: false,
    color: false,
    columns: 80,
    write: (text: string) => void written.push(text),
    now: () => time,
    ...given,
  };
  const progress = lineProgress('migrate-gate 1.0.0', output);
  const pass = (ms: number) => {
    time += ms;
  };
  return { progress, text: () => written.join(''), pass };
}

describe('progress in a log', () => {
  it('is one line per finished stage, as in the design', () => {
    const { progress, text, pass } = recorded();
    progress.heading('order-service', 'head 9b41c7e', 'base 4c02d1a');
    progress.stage('find', 'looking for migrations', '..');
    pass(100);
    progress.stage('find', '3 new of 16 migrations (golang-migrate)', 'ok');
    pass(800);
    progress.stage('schema', '1 of 214 objects differs', 'FAIL');
    expect(text().split('\n')).toEqual([
      'migrate-gate 1.0.0  order-service  head 9b41c7e  base 4c02d1a',
      '  ok    find       3 new of 16 migrations (golang-migrate)            0.1 s',
      '  FAIL  schema     1 of 214 objects differs                           0.8 s',
      '',
    ]);
  });

  it('tells how long a stage took by its own count, when several ran side by side', () => {
    const { progress, text, pass } = recorded();
    progress.stage('secrets', 'scans', '..');
    pass(5000);
    progress.stage('secrets', 'clean', 'ok', 400);
    expect(text()).toMatch(/secrets {4}clean {2,}0\.4 s\n$/);
  });

  it('begins with the name of the gate also when nobody gives facts', () => {
    const { progress, text } = recorded();
    progress.end();
    expect(text()).toBe('migrate-gate 1.0.0\n');
  });

  it('wraps what is too long and stays within 80 columns', () => {
    const { progress, text } = recorded();
    progress.stage('a long name of a stage', 'word '.repeat(40), '??');
    progress.note('more '.repeat(40));
    expect(
      text()
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
    expect(text().match(/word/g)).toHaveLength(40);
  });

  it('shows hostile text and executes none of it', () => {
    const { progress, text } = recorded();
    progress.heading('::add-mask::x', '\u001b[2J');
    progress.stage('find', '\n::add-mask::x ##[error]y \u202e', 'ok');
    progress.note('::error::x');
    expect(commandsIn(text())).toEqual([]);
    expect(text()).toContain('\\n::add-mask::x \\x23#[error]y \\u{202e}');
  });
});

describe('progress on a terminal', () => {
  it('overwrites the running line', () => {
    const { progress, text } = recorded({ interactive: true, color: true });
    progress.heading();
    progress.stage('engine', 'starting PostgreSQL 18', '..');
    progress.stage('engine', 'PostgreSQL 18 embedded', 'ok');
    progress.stage('up', 'running', '..');
    progress.end();
    expect(text()).toBe(
      '\u001b[1mmigrate-gate 1.0.0\u001b[0m\n' +
        '  ..    engine     starting PostgreSQL 18' +
        `\r\u001b[2K  \u001b[32mok\u001b[0m    engine     PostgreSQL 18 embedded                             0.0 s\n` +
        '  ..    up         running\r\u001b[2K',
    );
  });
});

describe('colour', () => {
  it.each([
    [{}, { flag: true, terminal: true, github: false }, true],
    [{}, { flag: true, terminal: false, github: false }, false],
    [{}, { flag: true, terminal: false, github: true }, true],
    [{ NO_COLOR: '1' }, { flag: true, terminal: true, github: true }, false],
    [{ FORCE_COLOR: '1' }, { flag: true, terminal: false, github: false }, true],
    [{ FORCE_COLOR: '0' }, { flag: true, terminal: true, github: false }, false],
    [{ FORCE_COLOR: '1' }, { flag: false, terminal: true, github: true }, false],
    [{ TERM: 'dumb' }, { flag: true, terminal: true, github: false }, false],
  ])('with %j and %j is %s', (env, given, on) => {
    expect(colourIsOn(env, given)).toBe(on);
  });
});

describe('columns', () => {
  it('count what a terminal shows', () => {
    expect(['abc', 'Все', '漢字', 'e\u0301', '😀'].map(displayWidth)).toEqual([3, 3, 4, 1, 2]);
  });

  it('break at spaces, and within a word only when it is longer than a line', () => {
    expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapWords('漢字漢字', 5)).toEqual(['漢字', '漢字']);
    expect(wrapWords('', 5)).toEqual(['']);
    expect(wrapWords('a ::error::b', 10)).toEqual(['a', '\\x3a:error::b']);
  });
});
