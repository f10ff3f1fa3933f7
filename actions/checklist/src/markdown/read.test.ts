import { describe, expect, test } from 'vitest';
import type { Item } from './model.ts';
import { only, read } from './read.fixture.ts';
import { readChecklist } from './read.ts';

const ids = (text: string) => read(text).items.map((item) => item.id);

describe('text', () => {
  test.each([
    ['- [ ] **Bold** and *soft*', 'Bold and soft'],
    ['- [ ] `code` and words', 'code and words'],
    ['- [ ] `` a`b `` <b>tag</b> <!-- note -->end', 'a`b tag end'],
    ['- [ ] [link](https://example.test) ![image](a.png)', 'link image'],
    ['- [ ] [link][a]\n\n[a]: /b', 'link'],
    ['- [ ] <https://example.test>', 'https://example.test'],
    ['- [ ] two\n      lines\n', 'two lines'],
    ['- [ ] &lt;200ms \\*', '<200ms *'],
    ['- [ ] ~~gone~~ a_b_c 2 * 3', 'gone a_b_c 2 * 3'],
    ['- [ ] **a **b', '**a **b'],
    ['- [ ] ::add-mask::x \u202e \u0007', '::add-mask::x \u202e \u0007'],
  ])('%j', (text, plain) => expect(only(text).text).toBe(plain));
});

describe('ids', () => {
  test('are made of the headings below the title and the text', () => {
    expect(ids('# Title\n\n## 🚀 Фаза 1: Код\n\n### Sub-part\n\n- [ ] **Все тесты** (100 %)\n')).toEqual([
      '-фаза-1-код/sub-part/все-тесты-100-',
    ]);
  });

  test('have the first heading in them when it is no title', () => {
    expect(ids('# One\n- [ ] a\n# Two\n- [ ] a\n')).toEqual(['one/a', 'two/a']);
    expect(ids('## One\n- [ ] a\n# Two\n- [ ] a\n')).toEqual(['one/a', 'two/a']);
  });

  test('drop emoji wholly, invisible parts too', () =>
    expect(ids('## ⚠️ Risk 1️⃣\n- [ ] ✅\n')).toEqual(['-risk-1/item']));

  test('keep letters of any script', () => expect(ids('- [ ] 確認 Ünïcode हिन्दी')).toEqual(['確認-ünïcode-हिन्दी']));

  test('are numbered when repeated, around those that are there already', () => {
    expect(ids('- [ ] a\n- [ ] a-1\n- [ ] a\n- [ ] a\n')).toEqual(['a', 'a-1', 'a-2', 'a-3']);
  });

  test('can be given, and then others give way', () => {
    const { items } = read('- [ ] tests\n- [ ] All pass <!-- id: tests -->\n- [ ] x <!--id:Фаза/1.a_b-c-->\n');
    expect(items.map(({ id, explicitId }) => [id, explicitId])).toEqual([
      ['tests-1', false],
      ['tests', true],
      ['Фаза/1.a_b-c', true],
    ]);
  });

  test('are given by comments only, with a name that is one', () => {
    expect(ids('- [ ] a `<!-- id: b -->`\n- [ ] c <!-- id: d e -->\n- [ ] f <!-- ID g -->\n')).toEqual([
      'a----id-b---',
      'c',
      'f',
    ]);
  });

  test('given twice are a trouble with both lines', () => {
    expect(read('- [ ] a <!-- id: x -->\n\n  - [ ] b <!-- id: x -->\n').troubles).toEqual([
      {
        code: 'duplicate-id',
        line: 3,
        column: 3,
        expected: 'an id that no other item of the file has',
        got: 'x, which the item of line 1 has already',
      },
    ]);
  });

  test('may be names that objects have', () => {
    expect(ids('- [ ] a <!-- id: __proto__ -->\n- [ ] constructor\n- [ ] \\_\\_proto\\_\\_\n')).toEqual([
      '__proto__',
      'constructor',
      '__proto__-1',
    ]);
  });

  test('stay when a signature is given or an item is declared not applicable', () => {
    const signed = '## Sign-offs\n- [ ] **DevOps:** someone Date: 2026-11-20\n';
    expect(ids(signed)).toEqual(ids('## Sign-offs\n- [ ] **DevOps:** ____ Date: ____\n'));
    expect(ids('- [ ] Mesh (if applicable) — N/A: none here')).toEqual(ids('- [ ] Mesh (if applicable)'));
  });
});

describe('phases', () => {
  test.each([
    ['## Фаза 3: Код', 3],
    ['## 🚀 Phase 12 - Code', 12],
    ['## Этап №4', 4],
    ['## stage 5', 5],
    ['## Phase 3.1: part', undefined],
    ['## Phases 3', undefined],
    ['## After phase 3', undefined],
    ['## Шаг 1', undefined],
  ])('%s', (heading, number) => expect(only(`${heading}\n- [ ] a`).phase?.number).toBe(number));

  test('are the nearest heading with a number, else the nearest one', () => {
    const { items } = read('- [ ] a\n\n# T\n- [ ] b\n## Phase 1\n### Part\n- [ ] c\n## Other\n- [ ] d\n');
    expect(items.map((item) => item.phase?.title)).toEqual([undefined, 'T', 'Phase 1', 'Other']);
  });

  test('have anchors that are unique in the file, and lines', () => {
    const { phases } = read('## Phase 1\n- [ ] a\n\nPhase 1\n---\n- [ ] b\n\n## Phase 2\n## Notes\n');
    expect(phases).toMatchObject([
      { id: 'phase-1', number: 1, title: 'Phase 1', line: 1 },
      { id: 'phase-1-1', number: 1, title: 'Phase 1', line: 4 },
      { id: 'phase-2', number: 2, title: 'Phase 2', line: 8 },
    ]);
  });

  test('in a quote or an item end with it', () => {
    const { items } = read('## A\n> ## B\n> - [ ] b\n\n- [ ] a\n  ## C\n  - [ ] c\n- [ ] d\n');
    expect(items.map((item) => item.phase?.title)).toEqual(['B', 'A', 'C', 'A']);
  });
});

describe('code blocks', () => {
  test('belong to the innermost item that they are in', () => {
    const text =
      '- [ ] a\n\n  ```sh title\n  one\n  ```\n  - [ ] b\n\n        two\n  - plain\n    ~~~\n    three\n    ~~~\n\n```\nnone\n```\n';
    expect(read(text).items.map((item) => item.codeBlocks)).toEqual([
      [
        { language: 'sh', text: 'one\n', line: 3 },
        { language: '', text: 'three\n', line: 10 },
      ],
      [{ language: '', text: 'two\n', line: 8 }],
    ]);
  });

  test('say thresholds in comments, options and plain text, and nowhere else', () => {
    const block = (language: string, code: string) => only(`- [ ] a\n  \`\`\`${language}\n  ${code}\n  \`\`\`\n`);
    const values = (item: Item) => item.thresholds.map(({ value, line }) => [value, line]);
    expect(values(block('sh', 'run # p95 <200ms'))).toEqual([[0.2, 3]]);
    expect(values(block('js', 'run() // coverage >80%'))).toEqual([[0.8, 3]]);
    expect(values(block('sql', 'select 1 -- 0 errors'))).toEqual([[0, 3]]);
    expect(values(block('text', 'coverage >80%'))).toEqual([[0.8, 3]]);
    expect(values(block('sh', 'pylint --fail-under=8.0'))).toEqual([[8, 3]]);
    expect(values(block('python', 'if coverage > 80: pass'))).toEqual([]);
    expect(values(block('sh', 'curl https://example.test/#>80%'))).toEqual([]);
    expect(values(block('yaml', 'memory: "512Mi"'))).toEqual([]);
  });
});

describe('troubles', () => {
  const codes = (text: string) =>
    read(text).troubles.map(({ code, line, column, got }) => ({ code, line, column, got }));

  test('no items', () =>
    expect(codes('# T\n- a\n')).toEqual([{ code: 'no-items', line: 1, column: 1, got: 'a file without any' }]));

  test('an unreadable threshold, where it stands', () => {
    expect(codes('- [ ] a\n- [ ] **b** >8O%\n  ```sh\n  # p95 <2OOms\n  ```\n')).toEqual([
      { code: 'threshold-unreadable', line: 2, column: 13, got: '>8O%' },
      { code: 'threshold-unreadable', line: 4, column: 9, got: '<2OOms' },
    ]);
  });

  test('bytes that are no text, and then nothing is read', () => {
    expect(codes('- [ ] a\n- [ ] b\0')).toEqual([{ code: 'not-text', line: 2, column: 8, got: 'a NUL byte' }]);
    const broken = new TextDecoder().decode(new Uint8Array([0x2d, 0x20, 0x5b, 0x20, 0x5d, 0x20, 0xff]));
    expect(codes(broken)).toEqual([{ code: 'not-text', line: 1, column: 7, got: 'bytes that are no UTF-8' }]);
    expect(read(broken).items).toEqual([]);
  });

  test('more than 5 MB, and then nothing is read', () => {
    const line = '- [ ] тест\n';
    const text = line.repeat(Math.ceil(5_000_001 / Buffer.byteLength(line)));
    expect(codes(text)).toEqual([{ code: 'too-large', line: 1, column: 1, got: '5.0 MB, so nothing of it was read' }]);
    expect(read(text).items).toEqual([]);
  });

  test('the file is the one that was named', () =>
    expect(readChecklist('- [ ] a', 'docs/b.md').file).toBe('docs/b.md'));
});
