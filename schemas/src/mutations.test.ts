import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from 'yaml';
import { parseDocument, stringify, visit } from 'yaml';
import { runs } from '../../scripts/vitest/thoroughly.ts';
import type { Fault } from './index.ts';
import { readCanaryPlan, readSecurityPolicy, readShipgateFile, readVerdictFile } from './index.ts';

const folder = join(import.meta.dirname, '../examples/accept');
const texts = (ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const otherValue = fc.constantFrom<unknown>(null, true, 0, -1.5, '', 'word', [], ['x', 'x'], {}, { name: 1 }, [[{}]]);
const otherKey = fc.constantFrom('', 'x', 'nmae', '__proto__', 'constructor', 'toString', 'a/b~c', '1', 'версия');

function expectPlacesInside(faults: readonly Fault[], text: string): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { location, excerpt } of faults) {
    expect(location).toBeDefined();
    if (location === undefined) continue;
    const line = lines[location.line - 1];
    expect(line).toBeDefined();
    expect(location.column).toBeGreaterThanOrEqual(1);
    expect(location.column).toBeLessThanOrEqual((line ?? '').length + 1);
    expect(location.endColumn ?? location.column + 1).toBeGreaterThan(location.column);
    expect(excerpt?.at(-1)?.line).toBe(location.line);
  }
}

/** Changes the nth scalar or key of a YAML text. */
function mutatedYaml(text: string, nth: number, change: { key: string } | { value: unknown }): string {
  const document = parseDocument(text);
  let count = 0;
  const total = countPairs(text);
  visit(document, {
    Pair(_, pair) {
      if (count++ !== nth % total) return undefined;
      if ('key' in change) pair.key = document.createNode(change.key);
      else pair.value = document.createNode(change.value);
      return visit.BREAK;
    },
  });
  return printed(document);
}

/** A mutation that takes an anchor away from under its alias cannot be printed: that text is an example of its own. */
function printed(document: Document): string {
  try {
    return String(document);
  } catch (error) {
    fc.pre(!(error instanceof Error && error.message.startsWith('Unresolved alias')));
    throw error;
  }
}

function countPairs(text: string): number {
  let count = 0;
  visit(parseDocument(text), {
    Pair() {
      count += 1;
    },
  });
  return count;
}

const change = fc.oneof(fc.record({ key: otherKey }), fc.record({ value: otherValue }));

describe('mutated shipgate files', () => {
  it('never throw, and every fault points into the file', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts('.yml')), fc.nat(100), change, (text, nth, edit) => {
        const mutated = mutatedYaml(text.replace(/^\uFEFF/, ''), nth, edit);
        const { value, faults, warnings } = readShipgateFile(mutated, { file: 'x.yml' });
        expectPlacesInside([...faults, ...warnings], mutated);
        expect(value === undefined).toBe(faults.length > 0);
        found += faults.length;
      }),
      { numRuns: runs(1500) },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('give a fault for every key of a section that is renamed to a word that no schema knows', () => {
    const text = texts('.yml').find((each) => each.includes('setup: db/setup.sql')) ?? '';
    const names = [
      'name',
      'owner',
      'kind',
      'url',
      'path',
      'tool',
      'scope',
      'chain',
      'setup',
      'baseline',
      'step-timeout',
      'required',
      'fail-on',
      'inline-allowances',
    ];
    for (const name of names) {
      const mutated = text.replace(`${name}:`, `${name}zzz:`);
      const { faults } = readShipgateFile(mutated, { file: 'x.yml' });
      expect(faults.map(({ title }) => title)).toContainEqual(expect.stringContaining(`unknown key "${name}zzz"`));
    }
  });

  it('give a fault for every key of a plan that is renamed', () => {
    const text = readFileSync(join(folder, 'canary.shipgate.yml'), 'utf8');
    const keys = [...text.slice(text.indexOf('canary:')).matchAll(/^ {2}([a-z-]+):/gm)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys) {
      const { faults } = readCanaryPlan(text.replace(`\n  ${key}:`, `\n  ${key}zzz:`), { file: 'x.yml' });
      expect(faults.map(({ title }) => title)).toContain(`unknown key "${key}zzz" in canary`);
    }
  });

  it('give a fault for every key of the section security that is renamed', () => {
    const text = readFileSync(join(folder, 'security.shipgate.yml'), 'utf8');
    const section = text.slice(text.indexOf('security:'));
    const keys = new Set([...section.matchAll(/(?<=^ {2,8}(?:- )?|[{,] )([a-z-]+)(?=: )/gm)].map(([key]) => key));
    expect(keys.size).toBeGreaterThan(20);
    for (const key of keys) {
      const renamed = text.replace(new RegExp(`(?<=^ {2,8}(?:- )?(?:\\{ )?|[{,] )${key}(?=: )`, 'm'), `${key}zzz`);
      const { faults } = readSecurityPolicy(renamed, { file: 'x.yml' });
      expect(faults.map(({ title }) => title)).toContainEqual(
        expect.stringContaining(`unknown key "${key}zzz" in secur`),
      );
    }
  });

  it('never throw as policies of security, and every fault points into the file', () => {
    const policies = texts('.yml').filter((text) => /^(security|reports):/m.test(text));
    expect(policies.length).toBeGreaterThan(3);
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.nat(200), change, (text, nth, edit) => {
        const mutated = mutatedYaml(text, nth, edit);
        const { value, faults, warnings } = readSecurityPolicy(mutated, { file: 'x.yml' });
        expectPlacesInside([...faults, ...warnings], mutated);
        expect(value === undefined).toBe(faults.length > 0);
        found += faults.length;
      }),
      { numRuns: runs(1000) },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('never throw as plans, and every fault points into the file', () => {
    const plans = texts('.yml').filter((text) => /^(canary|steps|strategy|test|assume):/m.test(text));
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.nat(200), change, (text, nth, edit) => {
        const mutated = mutatedYaml(text, nth, edit);
        const { value, faults, warnings } = readCanaryPlan(mutated, { file: 'x.yml' });
        expectPlacesInside([...faults, ...warnings], mutated);
        expect(value === undefined).toBe(faults.length > 0);
        found += faults.length;
      }),
      { numRuns: runs(1000) },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('never throw on any text or bytes', () => {
    const piece = fc.constantFrom(
      ...[
        'version: 1\n',
        '- ',
        '? ',
        ': ',
        '&a ',
        '*a',
        '!t ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|\n',
        '>-\n',
        '#',
        '\t',
        '\n',
        '  ',
      ],
      ...[
        '%YAML 1.1\n',
        '---\n',
        '...\n',
        '<<: ',
        'service: ',
        'x',
        '\r\n',
        '\u0000',
        '\uFEFF',
        '\u2028',
        '@',
        '`',
        '\\',
      ],
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 60 })), (input) => {
        const { value, faults, warnings } = readShipgateFile(input, { file: 'x.yml' });
        const decoded = typeof input === 'string' ? input : new TextDecoder().decode(input);
        for (const { location } of [...faults, ...warnings]) {
          expect(location?.line).toBeLessThanOrEqual(decoded.split('\n').length);
        }
        expect(value === undefined).toBe(faults.length > 0);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('mutated verdicts', () => {
  it('never throw, and every fault points into the file', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts('.json')),
        fc.nat(400),
        change,
        fc.constantFrom(0, 2),
        (text, nth, edit, indent) => {
          const mutated = mutatedJson(text, nth, edit, indent);
          const { value, faults } = readVerdictFile(mutated, { file: 'x.json' });
          expectPlacesInside(faults, mutated);
          expect(value === undefined).toBe(faults.length > 0);
          found += faults.length;
        },
      ),
      { numRuns: runs(800) },
    );
    expect(found).toBeGreaterThan(100);
  });
});

function mutatedJson(text: string, nth: number, edit: { key: string } | { value: unknown }, indent: number): string {
  const document = parseDocument(mutatedYaml(stringify(JSON.parse(text)), nth, edit));
  return JSON.stringify(document.toJS(), null, indent);
}
