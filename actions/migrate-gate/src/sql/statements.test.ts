import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statements } from './statements.ts';

const cut = (sql: string) => statements(sql).map(({ start, end }) => sql.slice(start, end));

describe('statements', () => {
  it('are cut at semicolons, without comments around them', () => {
    expect(cut('-- why\nSELECT 1 ; /* x; */ SELECT 2;;\n-- end')).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it('keep semicolons in strings, dollar quotes, quoted names and comments', () => {
    const sql = `SELECT ';', $$a;b$$, $x$;$x$, "a;b" /* ; */ -- ;\n, 1; SELECT 2`;
    expect(cut(sql)).toHaveLength(2);
  });

  it('keep the statements of a BEGIN ATOMIC body and of a rule together', () => {
    const body =
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END';
    const rule = 'CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2))';
    expect(cut(`${body}; ${rule}; SELECT 3`)).toEqual([body, rule, 'SELECT 3']);
  });

  it('know BEGIN as a statement of its own', () => {
    expect(cut('BEGIN; SELECT 1; END;')).toEqual(['BEGIN', 'SELECT 1', 'END']);
  });

  it('lose no word of any text', () => {
    fc.assert(
      fc.property(fc.string(), (sql) => {
        const found = statements(sql);
        found.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });
});
