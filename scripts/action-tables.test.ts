import { describe, expect, it } from 'vitest';
import { actionTables, readYaml, withTables } from './action-tables.ts';

const readme = [
  '# Gate',
  '<!-- inputs:start -->stale text<!-- inputs:end -->',
  '<!-- outputs:start -->',
  '<!-- outputs:end -->',
  'between',
  '<!-- permissions:start -->',
  '<!-- permissions:end -->',
  'last',
].join('\n');

describe('the tables of an action', () => {
  it('tell name, default and meaning of every input, in the order of action.yml', () => {
    const inputs = {
      path: { description: 'Folder of\n  the migrations, a | b.', required: true },
      scope: { description: 'What to look at.', default: 'new' },
      seeds: { description: 'SQL file.', default: '' },
      old: { description: 'Was used once.', deprecationMessage: 'use `path`.' },
    };
    expect(actionTables({ inputs }, {}).get('inputs')).toBe(
      [
        '| Input | Default | What it is |',
        '| --- | --- | --- |',
        '| `path` | **required** | Folder of the migrations, a \\| b. |',
        '| `scope` | `new` | What to look at. |',
        '| `seeds` |  | SQL file. |',
        '| `old` |  | **Deprecated:** use `path`. Was used once. |',
      ].join('\n'),
    );
  });

  it('tell outputs and permissions, or that there are none', () => {
    const outputs = { outcome: { description: 'pass, fail or unknown' } };
    const tables = actionTables({ outputs }, { contents: { access: 'read', why: 'reads the base commit' } });
    expect(tables.get('outputs')).toContain('| `outcome` | pass, fail or unknown |');
    expect(tables.get('permissions')).toContain('| `contents` | `read` | reads the base commit |');
    expect([...actionTables({}, {}).values()]).toEqual(['None.', 'None.', 'None.']);
  });

  it('fence a default that holds backticks', () => {
    const tables = actionTables({ inputs: { a: { description: 'A.', default: 'x`y' } } }, {});
    expect(tables.get('inputs')).toContain('| `a` | `` x`y `` | A. |');
  });

  it('refuse an input or output without a description', () => {
    expect(() => actionTables({ inputs: { path: null } }, {})).toThrow('input path has no description');
    expect(() => actionTables({ outputs: { verdict: {} } }, {})).toThrow('output verdict has no description');
  });
});

describe('a README', () => {
  const tables = actionTables({ inputs: { path: { description: 'Folder.' } } }, {});

  it('gets the tables between its markers and keeps everything else', () => {
    const text = withTables(readme, tables);
    expect(text).toContain('<!-- inputs:start -->\n| Input | Default | What it is |');
    expect(text).toContain('<!-- outputs:start -->\nNone.\n<!-- outputs:end -->\nbetween\n');
    expect(text).not.toContain('stale text');
    expect(text.endsWith('last')).toBe(true);
  });

  it('is not changed by doing it again', () => {
    const once = withTables(readme, tables);
    expect(withTables(once, tables)).toBe(once);
  });

  it.each([
    ['lacks a marker', readme.replace('<!-- outputs:end -->', '')],
    ['has a marker twice', `${readme}<!-- inputs:start -->`],
    ['has its markers the wrong way round', readme.replace('inputs:start', 'x').replace('inputs:end', 'inputs:start')],
  ])('that %s is refused, naming the markers', (_, text) => {
    expect(() => withTables(text, tables)).toThrow(
      /^expected <!-- \w+:start --> and then <!-- \w+:end -->, each once$/,
    );
  });
});

describe('YAML of ours', () => {
  it('is read as data', () => {
    expect(readYaml('action.yml', 'name: gate')).toEqual({ name: 'gate' });
  });

  it('that does not parse is told with its path and place', () => {
    expect(() => readYaml('action.yml', 'a: [1')).toThrow(/^action\.yml: .* at line 1, column 6/s);
  });
});
