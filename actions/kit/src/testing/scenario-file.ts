/** Reads scenario.yml, see ./scenario.ts for the format. A key that it does not know is an error, and so is a missing one. */
import { parse } from 'yaml';
import type { Failure } from './github-stand-in.ts';
import type { Annotation } from './workflow-commands.ts';

export interface FilesStep {
  /** Folder, seen from the folder of the scenario. */
  readonly from: string;
  /** Where it goes in the repository; default its top. */
  readonly to?: string;
}

export interface HistoryStep {
  readonly id: string;
  readonly files?: string | FilesStep | readonly FilesStep[];
  readonly remove?: readonly string[];
  readonly parent?: string;
  readonly branch?: string;
  readonly merge?: readonly [first: string, second: string];
}

export interface ScenarioFile {
  readonly title: string;
  readonly history?: readonly HistoryStep[];
  readonly checkout?: { readonly commit?: string; readonly depth?: number; readonly offline?: boolean };
  readonly 'working-tree'?: string | FilesStep | readonly FilesStep[];
  readonly event?: {
    readonly name: string;
    readonly base?: string;
    readonly head?: string;
    readonly before?: string;
    readonly branch?: string;
    readonly sha?: string;
    readonly payload?: unknown;
  };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly api?: {
    readonly token?: boolean;
    /** File beside the scenario: people, reviews, runs and so on, see ./scenario-seed.ts. */
    readonly seed?: string;
    readonly failures?: readonly (Failure & { times?: number; operation?: string })[];
  };
  /** For the gate's own tests. */
  readonly given?: unknown;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly 'exit-code': number;
  readonly outcome?: 'pass' | 'fail' | 'unknown';
  readonly reasons?: readonly string[];
  readonly annotations?: readonly Partial<Annotation>[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly 'api-requests'?: number;
  readonly 'at-most-ms'?: number;
}

const keys: Readonly<Record<string, readonly string[]>> = {
  '': ['title', 'history', 'checkout', 'working-tree', 'event', 'inputs', 'command', 'env', 'api', 'given', 'expect'],
  checkout: ['commit', 'depth', 'offline'],
  event: ['name', 'base', 'head', 'before', 'branch', 'sha', 'payload'],
  api: ['token', 'seed', 'failures'],
  expect: ['exit-code', 'outcome', 'reasons', 'annotations', 'outputs', 'api-requests', 'at-most-ms'],
};
const historyKeys = ['id', 'files', 'remove', 'parent', 'branch', 'merge'];

/** Throws with the name of the scenario and every fault. */
export function parseScenario(name: string, text: string): ScenarioFile {
  const file = parse(text) as Record<string, unknown>;
  const faults: string[] = [];
  const look = (place: string, value: unknown, known: readonly string[]) => {
    if (value === undefined) return;
    if (typeof value !== 'object' || value === null) faults.push(`${place} is no mapping`);
    else
      for (const key of Object.keys(value))
        if (!known.includes(key)) faults.push(`${place} has the unknown key ${key}`);
  };
  for (const [place, known] of Object.entries(keys))
    look(place || 'the file', place === '' ? file : file?.[place], known);
  const history = Array.isArray(file?.['history']) ? (file['history'] as unknown[]) : [];
  for (const [index, step] of history.entries()) look(`history[${index}]`, step, historyKeys);
  if (typeof file?.['title'] !== 'string') faults.push('title is missing');
  if (typeof (file?.['expect'] as Expectation | undefined)?.['exit-code'] !== 'number')
    faults.push('expect.exit-code is missing');
  if (file?.['inputs'] !== undefined && file['command'] !== undefined)
    faults.push('inputs and command exclude each other');
  if (faults.length > 0) throw new Error(`scenario ${name}: ${faults.join('; ')}`);
  return file as unknown as ScenarioFile;
}
