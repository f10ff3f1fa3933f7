import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllowances } from './allowances.ts';

const GOOD = 'shipgate: allow drift object="type order_state" reason="enum stays" expires=2026-12-31';
const read = { code: 'drift', object: 'type order_state', reason: 'enum stays', expires: '2026-12-31' };
const placed = (sql: string): string[] => readAllowances(sql).faults.map(({ line, column }) => `${line}:${column}`);

describe('readAllowances', () => {
  it('reads one line, with its place', () => {
    expect(readAllowances(`SELECT 1;\n  -- ${GOOD}\n`)).toEqual({
      allowances: [{ ...read, line: 2, column: 6 }],
      faults: [],
    });
  });

  it('reads one that goes on in the next lines', () => {
    const sql =
      '-- shipgate: allow drift\n--   object=\'type order_state\'\n-- reason="enum stays"  expires=2026-12-31\n-- and so on';
    expect(readAllowances(sql)).toEqual({ allowances: [{ ...read, line: 1, column: 4 }], faults: [] });
  });

  it('reads several of one block comment and joins the lines of a value', () => {
    const sql =
      '/* why:\n * shipgate: allow a-b reason="one\n *   two" expires=2026-12-31\n * shipgate: allow c reason=x expires=2027-01-01 */';
    expect(readAllowances(sql)).toEqual({
      allowances: [
        { code: 'a-b', reason: 'one two', expires: '2026-12-31', line: 2, column: 4 },
        { code: 'c', reason: 'x', expires: '2027-01-01', line: 4, column: 4 },
      ],
      faults: [],
    });
  });

  it.each([
    [`SELECT '-- ${GOOD}'`],
    [`DO $$ BEGIN NULL; -- ${GOOD.replace('allow', 'alow')}\nEND $$;`],
    ['SELECT "-- shipgate: x";'],
    ['-- shipgates are good'],
    ['-- see https://example.test/shipgate: no'],
  ])('finds nothing in %j', (sql) => {
    expect(readAllowances(sql)).toEqual({ allowances: [], faults: [] });
  });

  it.each([
    ['-- shipgate: alow drift reason=x expires=2026-12-31', '1:14', "did you mean 'allow'"],
    ['-- shipgate:', '1:4', 'nothing'],
    ['-- shipgate allow drift reason=x expires=2026-12-31', '1:4', 'no colon'],
    ['-- please shipgate: allow drift', '1:11', 'at the start'],
    ['-- shipgate: allow reason=x expires=2026-12-31', '1:20', 'reason code'],
    ['-- shipgate: allow Drift reason=x expires=2026-12-31', '1:20', 'Drift'],
    ['-- shipgate: allow drift expires=2026-12-31', '1:4', 'reason="…"'],
    ['-- shipgate: allow drift reason=x', '1:4', 'expires=YYYY-MM-DD'],
    ['-- shipgate: allow drift reason="" expires=2026-12-31', '1:26', 'a value after reason='],
    ['-- shipgate: allow drift reason=" " expires=2026-12-31', '1:26', 'a value after reason='],
    ['-- shipgate: allow drift reason=x expires=2026-02-30', '1:35', '2026-02-30'],
    ['-- shipgate: allow drift reason=x expires=31.12.2026', '1:35', '31.12.2026'],
    ['-- shipgate: allow drift reson=x expires=2026-12-31', '1:26', "did you mean 'reason'"],
    ['-- shipgate: allow drift reason=two words expires=2026-12-31', '1:37', 'in quotes'],
    ['-- shipgate: allow drift reason="open expires=2026-12-31', '1:26', 'in quotes'],
    ['-- shipgate: allow drift reason=x expires=2026-12-31\n-- reason=y', '2:4', 'reason= once'],
    ['-- shipgate: irreversible reason=x', '1:14', 'irreversible'],
  ])('reports one fault for %j', (sql, place, text) => {
    const { allowances, faults } = readAllowances(sql);
    expect(allowances).toEqual([]);
    expect(placed(sql)).toEqual([place]);
    expect(JSON.stringify(faults)).toContain(JSON.stringify(text).slice(1, -1));
  });

  it('reads back what is printed, whatever the reason says', () => {
    const text = fc
      .string({ minLength: 1 })
      .map((value) => value.replace(/\s/g, ' ').trim())
      .filter((value) => value !== '');
    const code = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);
    const quote = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;
    fc.assert(
      fc.property(code, text, text, (name, object, reason) => {
        const line = `-- shipgate: allow ${name} object=${quote(object)} reason=${quote(reason)} expires=2026-12-31`;
        expect(readAllowances(`${line}\nSELECT 1;`)).toEqual({
          allowances: [{ code: name, object, reason, expires: '2026-12-31', line: 1, column: 4 }],
          faults: [],
        });
      }),
    );
  });

  it('passes over no comment that begins with shipgate:', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const { allowances, faults } = readAllowances(`-- shipgate:${rest.replace(/[\r\n]/g, ' ')}`);
        expect(allowances.length + faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
