import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputSpec } from '@shipgate/kit/inputs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputSpecs } from './inputs.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

const action = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as Metadata;

describe('the inputs', () => {
  it('are those of action.yml, in its order and with its defaults', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    // A command line has no token of the job.
    const defaultOf = (spec: InputSpec) => (spec.name === 'github-token' ? '${{ github.token }}' : spec.default);
    expect(declared).toEqual(inputSpecs.map((spec) => [spec.name, defaultOf(spec)]));
  });
});
