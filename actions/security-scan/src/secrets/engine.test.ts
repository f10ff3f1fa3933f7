import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance } from './chance.fixture.ts';
import { contexts } from './contexts.fixture.ts';
import { Engine, engineRules } from './engine.ts';
import { Keywords } from './keywords.ts';
import { made, madeKinds } from './kinds.fixture.ts';
import { secretKinds } from './kinds.ts';
import { KindSearch } from './search.ts';

const engine = new Engine();
const keywords = new Keywords(engine.literals);
const legacy = chance(2).uuid();

/** With the search for words before, and without. */
async function both(path: string, text: string): Promise<readonly [unknown, unknown]> {
  const admitted = engine.admitted(text, keywords.inText(text), keywords.words);
  return [await engine.messages(path, text, admitted), await engine.messages(path, text, engine.all)];
}

describe("secretlint's rules", () => {
  it('are all known by the words they need', () => {
    expect(engine.all).toHaveLength(engineRules.length);
    expect(engine.admitted('nothing', [], keywords.words)).toEqual([]);
  });

  it('find the same where they run only on files with their words', async () => {
    const c = chance(11);
    let found = 0;
    for (const [index, kind] of madeKinds.entries()) {
      for (const context of contexts) {
        const [some, all] = await both(`/t/${index}/${context.path}`, context.around(made(kind, c), c));
        expect(some).toEqual(all);
        found += Array.isArray(all) ? all.length : 0;
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it('find the same in real sources', async () => {
    const folder = join(import.meta.dirname, '../../../../node_modules/@secretlint');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    let found = 0;
    for (const file of files.slice(0, 150)) {
      const path = join(file.parentPath, file.name);
      const [some, all] = await both(path, readFileSync(path, 'utf8'));
      expect(some).toEqual(all);
      found += Array.isArray(all) ? all.length : 0;
    }
    expect(found).toBeGreaterThan(0);
  });

  it.each([
    ['postgres', `POSTGRES://app:${'pa55-Word9'}@db.acme.internal/x`, 'pa55-Word9'],
    ['a legacy token', `//registry.acme.internal/:_authToken=${legacy}`, legacy],
  ])('give the value alone of %s', async (_, text, value) => {
    const found = await engine.lint('/t/.npmrc', text, engine.all);
    expect(found[0]?.values).toEqual([value]);
    expect(text.slice(found[0]?.start, found[0]?.end)).toContain(value);
  });
});

describe('our own kinds', () => {
  const own = new KindSearch(secretKinds);

  it('have different names, a page, and words in lower case', () => {
    expect(new Set(secretKinds.map(({ id }) => id)).size).toBe(secretKinds.length);
    for (const { id, page, literals, revoke } of secretKinds) {
      expect({ id, page: URL.canParse(page), words: literals.length > 0, revoke: revoke.length > 5 }).toEqual({
        id,
        page: true,
        words: true,
        revoke: true,
      });
      expect(literals).toEqual(literals.map((literal) => literal.toLowerCase()));
    }
  });

  it('are found with the search for words as they are when tried at every place', () => {
    const c = chance(5);
    const search = new Keywords(own.literals);
    for (const kind of madeKinds) {
      const one = made(kind, c);
      const text = `x ${typeof one === 'string' ? one : one.line}\n`;
      const { found } = own.in(text, search.inText(text), search.words);
      const pattern = secretKinds.find(({ id }) => id === kind);
      const everywhere =
        pattern === undefined
          ? 1
          : [...text.matchAll(new RegExp(pattern.pattern, pattern.anyCase ? 'gi' : 'g'))].length;
      expect({ kind, found: found.some(({ rule }) => rule === kind) }).toEqual({ kind, found: everywhere > 0 });
    }
  });
});
