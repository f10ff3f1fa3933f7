import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ListedEvidence, listedEvidence } from './evidence-list.fixture.ts';
import { faults } from './fault.ts';
import type { FileMutation, Mutation } from './mutation.ts';
import { mutations } from './mutations.ts';

const evidence = listedEvidence();

function textOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

const isOfFile = (mutation: Mutation): mutation is FileMutation => 'file' in mutation;

/** Whether a mutation changes what an entry looks at. */
function reaches(mutation: Mutation, entry: ListedEvidence): boolean {
  if (!entry.items.includes(mutation.item)) return false;
  if (!isOfFile(mutation)) return entry.kind === 'http' || entry.kind === 'metric';
  if (entry.kind === 'manifest') return mutation.file.startsWith('k8s/production/');
  if (entry.kind === 'command') return true;
  const [before = '', after = ''] = entry.file?.split('*') ?? [];
  return entry.file?.includes('*')
    ? mutation.file.startsWith(before) && mutation.file.endsWith(after)
    : mutation.file === entry.file;
}

describe('mutations of the example', () => {
  it.each(mutations.filter(isOfFile))('finds what it changes exactly once: $item in $file', ({ file, replace }) => {
    expect(textOf(file).split(replace[0])).toHaveLength(2);
  });

  it('changes something each time', () => {
    expect(mutations.filter(isOfFile).filter(({ replace: [from, to] }) => from === to)).toEqual([]);
  });

  it('has one for every entry of the policy', () => {
    // The verdict of another gate is no file of the example; the gate's own tests change it.
    const here = evidence.filter(({ kind }) => kind !== 'gate');
    const left = here.filter((entry) => !mutations.some((mutation) => reaches(mutation, entry)));
    expect(left).toEqual([]);
  });

  it('is about entries of the policy only', () => {
    const left = mutations.filter((mutation) => !evidence.some((entry) => reaches(mutation, entry)));
    expect(left).toEqual([]);
  });

  it('uses every fault of the service but those that no entry asks for', () => {
    const used = new Set(mutations.flatMap((mutation) => (isOfFile(mutation) ? [] : [mutation.fault])));
    expect(faults.filter((fault) => !used.has(fault))).toEqual(['startup']);
  });
});
