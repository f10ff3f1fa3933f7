import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, jsonOf, textOf } from './json.ts';
import { positionAt, scanJson } from './json-scan.ts';

const expected = { what: 'a report', mend: 'Make one' };
const read = (text: string | Uint8Array) => jsonOf(Buffer.from(text as string), { file: 'r.json' }, expected);

function utf16(text: string, big = false): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('jsonOf', () => {
  it('reads UTF-8 with and without a mark, and UTF-16 as PowerShell writes it', () => {
    const text = '{"a": "ä"}\r\n';
    const forms = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16(text),
      utf16(text, true),
      utf16(text).subarray(2),
    ];
    for (const bytes of forms) expect(read(bytes)).toEqual({ json: { a: 'ä' } });
  });

  it.each([
    ['npm warn config optional\n{"a": 1}\n'],
    ['[notice] A new release of pip\n[notice] To update, run\n{"a": 1}'],
    ['{"a": 1}\nFound 2 known vulnerabilities in 1 package\n'],
    ['> audit\n> npm audit --json\n\n{"a":\n  1\n}\n\nnpm error code 1\n'],
  ])('reads over the lines of a tool around the document: %j', (text) => {
    expect(read(text)).toEqual({ json: { a: 1 } });
  });

  it.each([
    ['', 'an empty file', undefined],
    [' \n', 'a file of white space', undefined],
    ['{"a": 1', 'broken JSON: the end of the text in the middle of it', { line: 1, column: 8 }],
    ['{\n  "a": [1,\n  2,]\n}', 'broken JSON: a "]" where a value belongs', { line: 3, column: 5 }],
    ['{"a": "x', 'broken JSON: the end of the text in the middle of a string', { line: 1, column: 9 }],
    ['<!doctype html>', 'broken JSON: a "<" (a page?) where a value belongs', { line: 1, column: 1 }],
    ['{"a": 1}\n{"b": 2}', 'something else behind the JSON document', { line: 2, column: 1 }],
    ['npm warn x\n{"a": tru}', 'broken JSON: a word where a value belongs', { line: 2, column: 7 }],
    ['  "a": {\n    "b": 1\n  }\n}\n', 'something else behind the JSON document', { line: 1, column: 6 }],
  ])('says what is wrong with %j and where', (text, got, place) => {
    expect(read(text)).toEqual({
      trouble: { expected: 'a report', got, mend: 'Make one', place: { file: 'r.json', ...place } },
    });
  });

  it('takes no inner piece of a broken document for the document', () => {
    const pretty = JSON.stringify({ list: [{ a: 1 }, { vulnerabilities: {} }] }, null, 1).replace(/^ +/gm, '');
    for (let start = 1; start < pretty.length; start += 1) expect(read(pretty.slice(start))).toHaveProperty('trouble');
  });

  it('shows nothing of a text that breaks', () => {
    const secret = 'AKIAQ3EGTTXAMPLE7';
    for (const text of [secret, `{"a": ${secret}`, `{"a" ${secret}}`, `{${secret}: 1}`]) {
      expect(JSON.stringify(read(text))).not.toContain(secret.slice(0, 6));
    }
  });
});

describe('scanJson', () => {
  it('ends where a document of JSON.stringify ends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(scanJson(`${text} `)).toEqual({ end: text.length });
      }),
    );
  });

  it('agrees with JSON.parse on what is a document', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e4"',
      '"\\x"',
      '1',
      '-0.5e3',
      '01',
      'null',
      ' ',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const scan = scanJson(text);
        const whole = 'end' in scan && text.slice(scan.end).trim() === '';
        expect(whole).toBe(parses(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('tells each key with its depth and place', () => {
    const seen: unknown[] = [];
    scanJson('{"a": [{"b\\n": 1}]}', 0, (...key) => seen.push(key));
    expect(seen).toEqual([
      ['a', 1, 1, 4],
      ['b\n', 3, 8, 13],
    ]);
  });

  it('is not stopped by a deep nesting', () => {
    expect(scanJson('['.repeat(200_000))).toMatchObject({ at: 200_000 });
    expect(scanJson('['.repeat(200_000) + ']'.repeat(200_000))).toEqual({ end: 400_000 });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('at', () => {
  it('knows own keys only', () => {
    expect(at({}, 'constructor')).toBeUndefined();
    expect(at(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe(1);
  });
});

describe('positionAt', () => {
  it('counts lines and columns from 1', () => {
    expect([0, 2, 3, 5].map((offset) => positionAt('ab\ncd', offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
    ]);
  });
});

describe('textOf', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof textOf(bytes) === 'string'));
  });
});
