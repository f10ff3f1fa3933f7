// The runs of the demo and what each must come to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './change.ts';
import type { Expected } from './expectation.ts';
import { parseBadCases } from './expectation.ts';

export interface Trial {
  /** Group and name, such as bad/enum-stays: also its folder below the demo's. */
  readonly name: string;
  /** The gate's flags but for the output directory. */
  readonly flags: readonly string[];
  /** Absolute: where the command is typed. */
  readonly folder: string;
  readonly expected: Expected;
  /** Files to show, from the top of the repository. */
  readonly files: readonly string[];
}

const service = 'examples/order-service';

/** The good history whole, as a change, and as a change of something else; and a folder that is not there. */
export function goodTrials(root: string, change: Change): readonly Trial[] {
  const ups = readdirSync(join(root, service, 'migrations')).filter((name) => name.endsWith('.up.sql'));
  const history = ['--path', `${service}/migrations`, '--scope', 'all', '--chain'];
  const missing = `${service}/no-such-folder`;
  const base = { folder: change.folder, files: [] };
  return [
    {
      name: 'good/history',
      flags: history,
      folder: root,
      files: [],
      expected: { outcome: 'pass', proven: ups.length },
    },
    {
      ...base,
      name: 'good/change',
      flags: ['--base-ref', 'main'],
      expected: { outcome: 'pass', proven: change.added },
    },
    {
      ...base,
      name: 'good/nothing-new',
      flags: ['--base-ref', 'change'],
      expected: {
        outcome: 'pass',
        proven: 0,
        reason: { code: 'nothing-new', object: `${change.before + change.added} migrations` },
      },
    },
    {
      name: 'unknown/missing-folder',
      flags: ['--path', missing, '--scope', 'all'],
      folder: root,
      files: [],
      expected: { outcome: 'unknown', reason: { code: 'path-missing', object: missing } },
    },
  ];
}

/** Small histories with one fault each, as examples/order-service/bad/expected.json lists them. */
export function badTrials(
  root: string,
): readonly (Trial & { readonly expected: Required<Pick<Expected, 'status' | 'reason'>> })[] {
  const cases = parseBadCases(readFileSync(join(root, service, 'bad/expected.json'), 'utf8'));
  return cases.map(({ name, expected }) => {
    const folder = `${service}/bad/${name}`;
    const files = readdirSync(join(root, folder)).sort();
    return {
      name: `bad/${name}`,
      flags: ['--path', folder, '--scope', 'all'],
      folder: root,
      files: files.filter((file) => file.startsWith(expected.status.version)).map((file) => `${folder}/${file}`),
      expected,
    };
  });
}
