import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flywayScript } from './flyway-statements.ts';

const FILE = 'db/V1__a.sql';
const run = (text: string, conf?: string): ReturnType<typeof flywayScript> =>
  flywayScript(FILE, text, conf === undefined ? null : { file: `${FILE}.conf`, text: conf });
const sent = (text: string): string[] => run(text).chunks.map(({ sql }) => sql);

describe('flywayScript', () => {
  it('sends each statement by itself, without its semicolon', () => {
    expect(sent("SELECT ';'; -- c;\nSELECT $$;$$\n;;\n/* ; */\n")).toEqual(["SELECT ';'", '-- c;\nSELECT $$;$$']);
  });

  it('keeps parentheses and BEGIN ATOMIC bodies whole', () => {
    const body = 'CREATE FUNCTION f() RETURNS int LANGUAGE sql\nBEGIN ATOMIC SELECT 1; SELECT 2; END';
    expect(sent(`${body};\nSELECT 3;`)).toEqual([body, 'SELECT 3']);
    expect(sent('CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);')).toHaveLength(1);
    expect(() => run('CREATE FUNCTION f()\nBEGIN ATOMIC SELECT 1;')).toThrow('END after BEGIN ATOMIC');
  });

  it('gives each statement its place in the file, also behind placeholders', () => {
    const text = 'SET search_path = ${flyway:defaultSchema};\n\nSELECT 1;\n';
    const [first, second] = run(text).chunks;
    expect(first).toEqual({ sql: 'SET search_path = public', offset: 0 });
    expect(second).toEqual({ sql: 'SELECT 1', offset: text.indexOf('SELECT') });
  });

  it('splits printed statements back and names their places', () => {
    const word = fc.constantFrom('SELECT', "'a;b'", '"c;"', '$x$;--$x$', '/* ; */ d', '(1; 2)', 'e', '42', '-- ;\n f');
    const statement = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `g ${words.join(' ')}`);
    fc.assert(
      fc.property(fc.array(statement), fc.constantFrom(';', ';\n\n', '\n;\n'), (statements, gap) => {
        const text = statements.map((sql) => sql + gap).join('');
        expect(sent(text)).toEqual(statements);
        for (const { sql, offset } of run(text).chunks) expect(text.slice(offset, offset + sql.length)).toBe(sql);
      }),
    );
  });

  it.each([
    ["CREATE TABLE a (b int); ALTER TYPE c ADD VALUE 'd';", 'wrapped'],
    ['create unique index concurrently a on b (c);', 'none'],
    ['DROP INDEX /* now */ CONCURRENTLY a;', 'none'],
    ['VACUUM FULL a;', 'none'],
    ['REINDEX (VERBOSE) DATABASE a;', 'none'],
    ['REINDEX INDEX CONCURRENTLY a;', 'wrapped'],
    ["COMMENT ON TABLE a IS 'VACUUM';", 'wrapped'],
    ['', 'wrapped'],
  ])('runs %j %s', (text, transaction) => {
    expect(run(text).transaction).toBe(transaction);
  });

  it('refuses both kinds in one file, unless the configuration decides', () => {
    const text = 'CREATE TABLE a (b int);\n  CREATE INDEX CONCURRENTLY ON a (b);';
    expect(() => run(text)).toThrow(expect.objectContaining({ line: 2, column: 3 }));
    expect(run(text, 'executeInTransaction=false').transaction).toBe('none');
    expect(run(text, '# c\n executeInTransaction = TRUE\n').transaction).toBe('wrapped');
  });

  it('refuses a configuration that Flyway refuses, at its line', () => {
    const at = (line: number): unknown => expect.objectContaining({ file: `${FILE}.conf`, line });
    expect(() => run('SELECT 1;', '\nshouldExecute=false')).toThrow(at(2));
    expect(() => run('SELECT 1;', 'executeInTransaction=maybe')).toThrow(at(1));
  });

  it('refuses COPY data', () => {
    expect(() => run('COPY a (b) FROM STDIN;\n1\n\\.\n')).toThrow('COPY … FROM STDIN');
  });
});

describe('placeholders', () => {
  it('are replaced everywhere, without regard to case', () => {
    expect(sent("SELECT '${FLYWAY:table}', '${flyway:filename}' -- ${flyway:environment}\n;")).toEqual([
      "SELECT 'flyway_schema_history', 'V1__a.sql' -- default",
    ]);
  });

  it('without a value are refused at their place', () => {
    const error = {
      line: 2,
      column: 8,
      got: '${name}',
      expected: expect.stringContaining('no placeholder without a value'),
    };
    expect(() => run("\nGRANT '${name}';")).toThrow(expect.objectContaining(error));
    expect(() => run('SELECT ${flyway:user};')).toThrow(expect.objectContaining({ got: '${flyway:user}' }));
    expect(() => run('SELECT ${open;')).toThrow(expect.objectContaining({ got: '${open;' }));
  });

  it('stay as they are behind a second dollar sign or when the configuration says so', () => {
    expect(sent('SELECT $${x}$$;')).toEqual(['SELECT $${x}$$']);
    expect(run('SELECT 1 -- ${x}\n;', 'placeholderReplacement=false').chunks[0]?.sql).toBe('SELECT 1 -- ${x}');
  });
});
