import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from './index.ts';
import { readCanaryPlan, readSecurityPolicy, readShipgateFile, readVerdictFile } from './index.ts';
import { printable } from './printable.ts';

const folder = join(import.meta.dirname, '../examples');
const accepted = filesOf('accept');
const rejected = filesOf('reject');

function filesOf(kind: 'accept' | 'reject'): string[] {
  return readdirSync(join(folder, kind)).filter((name) => !name.endsWith('.expect'));
}

function read(kind: string, name: string) {
  const bytes = readFileSync(join(folder, kind, name));
  if (name.endsWith('.canary-plan.yml')) return readCanaryPlan(bytes, { file: name });
  if (name.endsWith('.security-policy.yml')) return readSecurityPolicy(bytes, { file: name });
  return name.endsWith('.json') ? readVerdictFile(bytes, { file: name }) : readShipgateFile(bytes, { file: name });
}

/** What an example says about itself: comments at its top, or a file beside it where no comment can stand. */
function told(kind: string, name: string, word: 'expect' | 'warns'): string[] {
  const beside = name.replace(/\.(yml|json)$/, '.expect');
  const names = readdirSync(join(folder, kind));
  if (word === 'expect' && names.includes(beside)) return linesOf(readFileSync(join(folder, kind, beside), 'utf8'));
  const lines = linesOf(readFileSync(join(folder, kind, name), 'utf8'));
  return lines.filter((line) => line.startsWith(`# ${word}: `)).map((line) => line.slice(word.length + 4));
}

function schemaOf(name: string): string {
  return ['canary-plan', 'security-policy'].find((each) => name.endsWith(`.${each}.yml`)) ?? 'shipgate';
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function sayings(faults: readonly Fault[]): string[] {
  return faults.map((fault) => printable(`${fault.location?.line}:${fault.location?.column} ${fault.title}`));
}

describe('examples', () => {
  it('are enough of both kinds, for both schemas', () => {
    expect(accepted.filter((name) => name.endsWith('.yml')).length).toBeGreaterThanOrEqual(8);
    expect(accepted.filter((name) => name.endsWith('.json')).length).toBeGreaterThanOrEqual(3);
    expect(rejected.length).toBeGreaterThanOrEqual(25);
  });

  it.each(accepted)('accept/%s is read without a fault', (name) => {
    const result = read('accept', name);
    expect(sayings(result.faults)).toEqual([]);
    expect(sayings(result.warnings)).toEqual(told('accept', name, 'warns'));
    expect(result.value).toMatchObject(schemaOf(name) !== 'shipgate' ? { file: undefined } : { version: 1 });
  });

  it.each(rejected)('reject/%s has exactly the faults that it names', (name) => {
    const result = read('reject', name);
    const expected = told('reject', name, 'expect');
    expect(expected.length).toBeGreaterThan(0);
    expect(sayings(result.faults)).toEqual(expected);
    expect(result.value).toBeUndefined();
  });

  it.each([...accepted, ...rejected].filter((name) => name.endsWith('.yml')))(
    '%s names its schema for editors',
    (name) => {
      const kind = accepted.includes(name) ? 'accept' : 'reject';
      const text = readFileSync(join(folder, kind, name), 'utf8');
      const hasSibling = readdirSync(join(folder, kind)).includes(name.replace('.yml', '.expect'));
      expect(hasSibling || text.includes(`# yaml-language-server: $schema=../../${schemaOf(name)}.schema.json\n`)).toBe(
        true,
      );
    },
  );
});
