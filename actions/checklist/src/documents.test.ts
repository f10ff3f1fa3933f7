import { describe, expect, it } from 'vitest';
import { judgeDocument, withSignaturesOf } from './documents.ts';
import { readChecklist } from './markdown/read.ts';

const read = (text: string) => readChecklist(`# C\n\n## Phase 1\n\n${text}`, 'c.md');
const codes = (head: string, base: string) => judgeDocument(read(head), read(base)).findings.map(({ code }) => code);

describe('a change of the checklist', () => {
  it('that only ticks is no finding', () => {
    expect(codes('- [x] a\n- [x] b\n', '- [ ] a\n- [ ] b\n')).toEqual([]);
  });

  it('that takes an item away is told, and one that adds is not', () => {
    expect(codes('- [x] a\n', '- [ ] a\n- [ ] b\n')).toEqual(['item-removed']);
    expect(codes('- [x] a\n- [x] b\n', '- [ ] a\n')).toEqual([]);
  });

  it('that moves an item to another phase takes it away from where it gated', () => {
    const moved = readChecklist('# C\n\n## Later\n\n- [ ] a\n', 'c.md');
    expect(judgeDocument(moved, read('- [ ] a\n')).findings).toMatchObject([
      { code: 'item-removed', item: { text: 'a' }, line: 5 },
    ]);
  });

  it('that lowers a threshold is judged by the old one', () => {
    const { document, findings } = judgeDocument(
      read('- [x] Coverage <!-- id: coverage -->\n\n  ```sh\n  # must be >60%\n  ```\n'),
      read('- [ ] Coverage <!-- id: coverage -->\n\n  ```sh\n  # must be >80%\n  ```\n'),
    );
    expect(findings).toMatchObject([{ code: 'item-weakened', what: 'the base wants >80%, this change >60%' }]);
    expect(document.items[0]).toMatchObject({ tick: 'ticked', thresholds: [{ operator: '>', value: 0.8 }] });
  });

  it('that makes an item optional is told, and the item stays one that has to be done', () => {
    const { document, findings } = judgeDocument(
      read('- [ ] mesh if applicable <!-- id: mesh -->\n'),
      read('- [ ] mesh <!-- id: mesh -->\n'),
    );
    expect(findings.map(({ code }) => code)).toEqual(['item-removed']);
    expect(document.items[0]?.ifApplicable).toBe(false);
  });

  it('that moves an item with an id of its own to another phase leaves it where it gated', () => {
    const text = (heading: string) => `# C\n\n## ${heading}\n\n- [x] a <!-- id: a -->\n`;
    const { document, findings } = judgeDocument(
      readChecklist(text('Later'), 'c.md'),
      readChecklist(text('Phase 1'), 'c.md'),
    );
    expect(findings).toMatchObject([{ code: 'item-weakened', what: 'this change moves it to another phase' }]);
    expect(document.items[0]?.phase?.number).toBe(1);
  });

  it('that moves an item among the signatures takes it away', () => {
    const text = (heading: string) => `# C\n\n## ${heading}\n\n- [x] **a:** b <!-- id: a -->\n`;
    const judged = judgeDocument(readChecklist(text('Sign-offs'), 'c.md'), readChecklist(text('Phase 1'), 'c.md'));
    expect(judged.findings.map(({ code }) => code)).toEqual(['item-removed']);
  });

  it('keeps lines below a heading of signatures as items when no role has their label', () => {
    const document = read('- [ ] a\n\n## Approvals\n\n- [ ] **Backups:** daily\n- [ ] **DevOps lead:** ___\n');
    const { items } = withSignaturesOf(document, ['devops lead']);
    expect(items.map(({ signoff }) => signoff?.label)).toEqual([undefined, undefined, 'DevOps lead']);
  });

  it('that gives an item parts does not relieve it of its own demand', () => {
    const { document } = judgeDocument(read('- [ ] backups\n  - [x] done by somebody\n'), read('- [ ] backups\n'));
    expect(document.items.map(({ parent }) => parent)).toEqual([undefined, undefined]);
  });

  it('that moves an item into one that does not apply does not get rid of it', () => {
    const { document, findings } = judgeDocument(
      read('- [ ] mesh if applicable — N/A: none (owner: @a)\n  - [ ] backups\n'),
      read('- [ ] mesh if applicable\n- [ ] backups\n'),
    );
    expect(findings).toMatchObject([{ code: 'item-weakened', item: { text: 'backups' } }]);
    expect(document.items.map(({ parent }) => parent)).toEqual([undefined, undefined]);
  });

  it('that says something else under the same id is told, and is what the base says', () => {
    const { document, findings } = judgeDocument(
      read('- [x] tea is ready <!-- id: tests -->\n'),
      read('- [ ] tests pass <!-- id: tests -->\n'),
    );
    expect(findings).toMatchObject([{ code: 'item-removed', item: { text: 'tests pass' } }]);
    expect(document.items[0]?.text).toBe('tests pass');
  });

  it('has its own troubles told', () => {
    expect(codes('no list\n', '- [ ] a\n')).toEqual(['no-items', 'item-removed']);
  });
});
