import { describe, expect, test } from 'vitest';
import { only, read } from './read.fixture.ts';

describe('not applicable', () => {
  const declared = (text: string) => {
    const { items, troubles } = read(text);
    return {
      said: items.map((item) => item.notApplicable),
      troubles: troubles.map(({ code, line, column }) => ({ code, line, column })),
    };
  };

  test.each([
    ['- [ ] Mesh (если применимо) — N/A: no mesh (owner: @boris-ops)', 'no mesh', 'boris-ops'],
    ['- [ ] Mesh, if applicable. n/a - no mesh, owner: boris-ops', 'no mesh', 'boris-ops'],
    ['- [ ] Mesh если применимо. Н/П — нет mesh (владелец: @boris-ops)', 'нет mesh', 'boris-ops'],
    ['- [ ] Mesh (если применимо)\n  не применимо: нет mesh', 'нет mesh', undefined],
    ['- [ ] Mesh where applicable (N/A: no (real) mesh)', 'no (real) mesh', undefined],
    ['- [ ] Балансировщик при наличии\n\n  N/A – нет его', 'нет его', undefined],
    ['- [ ] Mesh if applicable\n\n  About it.\n\n  > Not applicable: no mesh\n', 'no mesh', undefined],
  ])('%j', (text, reason, owner) => {
    const { said, troubles } = declared(text);
    expect(said).toEqual([{ reason, owner, line: expect.any(Number) }]);
    expect(troubles).toEqual([]);
  });

  test('has the line where it stands', () => {
    expect(declared('- [ ] Mesh if applicable\n\n  About\n  it. N/A: none\n').said[0]?.line).toBe(4);
    expect(declared('- [ ] Mesh if applicable\n  N/A: none\n').said[0]?.line).toBe(2);
  });

  test('may be said inside of an item that is if applicable', () => {
    const { said, troubles } = declared(
      '- [ ] GDPR (если применимо)\n  - [ ] Cookies\n    - [ ] Banner — N/A: no cookies\n',
    );
    expect(said[2]).toEqual({ reason: 'no cookies', owner: undefined, line: 3 });
    expect(troubles).toEqual([]);
  });

  test('is refused elsewhere, and its own reason is no permission', () => {
    for (const text of [
      '- [ ] Tests — N/A: too slow',
      '- [ ] Tests — N/A: too slow, if applicable',
      '- [ ] N/A: if applicable',
    ]) {
      const { troubles } = declared(text);
      expect(troubles).toEqual([{ code: 'not-applicable-refused', line: 1, column: text.indexOf('N/A') + 1 }]);
    }
  });

  test('needs a reason', () => {
    for (const text of [
      '- [ ] Mesh if applicable — N/A',
      '- [ ] Mesh if applicable (N/A)',
      '- [ ] Mesh if applicable N/A: (owner: @boris-ops)',
    ]) {
      const { troubles } = declared(text);
      expect(troubles).toEqual([{ code: 'not-applicable-without-reason', line: 1, column: text.indexOf('N/A') + 1 }]);
    }
  });

  test.each([
    '- [ ] Handles N/A values',
    '- [ ] N/A-values are shown',
    '- [ ] Write N/A: and why, where it does not apply',
    '- [ ] Укажите причину, если не применимо: шаблон',
    '- [ ] `N/A: x` is refused',
    '- [ ] DNA: checked',
  ])('is not said by %j', (text) => expect(declared(text)).toEqual({ said: [undefined], troubles: [] }));

  test('"if applicable" is a phrase and not a part of a word', () => {
    expect(only('- [ ] Backups if applicable').ifApplicable).toBe(true);
    expect(only('- [ ] Настройки, если применима').ifApplicable).toBe(true);
    expect(only('- [ ] Applicable laws').ifApplicable).toBe(false);
    expect(only('- [ ] `if applicable`').ifApplicable).toBe(false);
  });
});
