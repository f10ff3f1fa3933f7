import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShipgateFile } from './document.ts';
import type { Fault } from './fault.ts';
import { formatClosing, formatFault, formatWarning } from './fault-text.ts';
import { displayWidth } from './printable.ts';

const unknownKey: Fault = {
  title: 'unknown key "at-maximum" in canary',
  expected: 'a key of canary',
  got: 'at-maximum',
  do: 'did you mean "at-max"? All keys: docs/configuration.md#canary',
  location: { file: '.github/shipgate.yml', line: 54, column: 3, endColumn: 13 },
  excerpt: [
    { line: 53, text: '  on-cancel: rollback' },
    { line: 54, text: '  at-maximum: hold' },
  ],
};

const nobody: Fault = {
  title: 'role "security" has nobody who may sign',
  expected: 'at least one of users, teams, codeowners',
  got: 'none',
  related: '69:51',
  do: 'name a person or a team; production wants this role (line 65)',
  location: { file: '.github/shipgate.yml', line: 69, column: 5, endColumn: 13 },
  excerpt: [{ line: 69, text: '    security: { label: Руководитель безопасности, team: [acme/security-leads] }' }],
};

const weights: Fault = {
  title: 'weights must rise',
  expected: 'a weight above 25 (line 30) and at most 100',
  got: '20',
  do: 'give 50, or put the steps in rising order',
  location: { file: '.github/shipgate.yml', line: 31, column: 17, endColumn: 19 },
  excerpt: [
    { line: 30, text: '    - { weight: 25, hold: 5m, max: 30m }' },
    { line: 31, text: '    - { weight: 20, hold: 5m, max: 30m, manual: true }' },
  ],
};

describe('text of a fault', () => {
  it('has place, excerpt with caret, expected, got and do', () => {
    expect(formatFault(unknownKey)).toBe(
      [
        'FAULT .github/shipgate.yml:54:3  unknown key "at-maximum" in canary',
        '   53 |   on-cancel: rollback',
        '   54 |   at-maximum: hold',
        '      |   ^^^^^^^^^^',
        '  expected  a key of canary',
        '  got       at-maximum',
        '  do        did you mean "at-max"? All keys: docs/configuration.md#canary',
      ].join('\n'),
    );
  });

  it('marks a value inside a line', () => {
    expect(formatFault(weights).split('\n')[3]).toBe('      |                 ^^');
  });

  it('cuts a long line and names the related place', () => {
    expect(formatFault(nobody).split('\n')).toEqual([
      'FAULT .github/shipgate.yml:69:5  role "security" has nobody who may sign',
      '   69 |     security: { label: Руководитель безопасности, team: [acme/secur...',
      '      |     ^^^^^^^^',
      '  expected  at least one of users, teams, codeowners',
      '  got       none (see 69:51)',
      '  do        name a person or a team; production wants this role (line 65)',
    ]);
  });

  it('shifts a long line so that the marked part is seen', () => {
    const text = `${'x'.repeat(200)}HERE${'y'.repeat(200)}`;
    const location = { file: 'a.yml', line: 1, column: 201, endColumn: 205 };
    const [, line = '', caret = ''] = formatFault({ ...unknownKey, location, excerpt: [{ line: 1, text }] }).split(
      '\n',
    );
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('keeps the caret in place behind wide and escaped characters', () => {
    const text = '\t名前: \u001bx';
    const location = { file: 'a.yml', line: 1, column: text.indexOf('x') + 1 };
    const [, line = '', caret = ''] = formatFault({ ...unknownKey, location, excerpt: [{ line: 1, text }] }).split(
      '\n',
    );
    expect(line).toContain('\\t名前: \\x1bx');
    expect(caret.length).toBe(displayWidth(line));
  });

  it('repeats the words in colour when asked', () => {
    expect(formatFault(unknownKey, { color: true })).toContain('\u001b[31mFAULT\u001b[0m');
    expect(stripVTControlCharacters(formatFault(weights, { color: true }))).toBe(formatFault(weights));
  });

  it('never breaks out of 80 columns, nor prints a control character or a workflow command', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const hostile = fc.constantFrom(
      '\n::add-mask::x',
      '\u001b[2J',
      '##[add-mask]x',
      '\u202e',
      `${'a '.repeat(39)}::error::x`,
    );
    const any = fc.array(fc.oneof(text, hostile), { maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(any, any, any, fc.nat(400), (title, got, line, column) => {
        const location = { file: 'a.yml', line: 1, column: column + 1 };
        const fault = { title, expected: got, got, do: title, location, excerpt: [{ line: 1, text: line }] };
        const printed = [formatFault(fault), formatWarning(fault)].join('\n').split('\n');
        for (const each of printed) {
          expect(displayWidth(each)).toBeLessThanOrEqual(80);
          expect(each).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(each).not.toMatch(/^\s*::|##\[/);
        }
      }),
    );
  });
});

describe('text of a warning and of the end', () => {
  it('wraps a warning below its word', () => {
    const warning: Fault = {
      ...unknownKey,
      title: 'unknown key "on-eror" in security',
      do: 'not read by canary-promote, so only a warning; did you mean "on-error"?',
      location: { file: '.github/shipgate.yml', line: 88, column: 3 },
    };
    expect(formatWarning(warning)).toBe(
      [
        'warn  .github/shipgate.yml:88:3  unknown key "on-eror" in security: not read by',
        '      canary-promote, so only a warning; did you mean "on-error"?',
      ].join('\n'),
    );
  });

  it('puts the exit code on its own line when there is no room', () => {
    const text = 'canary-promote: 2 faults in .github/shipgate.yml, nothing was done';
    expect(formatClosing({ word: 'FAULT', text, exitCode: 2 })).toBe(`FAULT ${text}\n      (exit code 2)`);
    expect(formatClosing({ word: 'PASS', text: 'validate: all good', exitCode: 0 })).toBe(
      'PASS  validate: all good  (exit code 0)',
    );
  });
});

describe('excerpt of a real file', () => {
  it('hides the password of an address and keeps the columns', () => {
    const file = join(import.meta.dirname, '../examples/reject/bad-url.shipgate.yml');
    const printed = readShipgateFile(readFileSync(file), { file: 'x.yml' }).faults.map((fault) => formatFault(fault));
    expect(printed.join('\n')).not.toContain('hunter2');
    expect(printed.join('\n')).toContain(`url: ${'*'.repeat('"ftp://robot:hunter2@orders.example.com"'.length)} }`);
  });
});
