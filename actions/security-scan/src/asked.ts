/** What the inputs ask for, with paths from the top of the repository; or all their faults at once. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Site } from '@shipgate/kit/site';
import { fileFromInput, fromTop, realWay } from '@shipgate/kit/site';
import type { Fault } from '@shipgate/schemas';
import { ConfigurationError, reportFault, reportParts, scannerFault, scannerWordFault } from '@shipgate/schemas';
import type { Inputs } from './inputs.ts';
import type { AskedInputs, ReportPath } from './policy/settings.ts';

export interface AskedRead {
  readonly asked: AskedInputs;
  /** Folder to scan, from the top; '' is the top. */
  readonly folder: string;
  readonly policyFile: string | undefined;
  readonly faults: readonly Fault[];
}

/** `policyFile` is undefined when the input leads out of the repository. */
export function readAsked(inputs: Inputs, site: Site, usualPolicy: string): AskedRead {
  const faults: Fault[] = [];
  const located = (input: string, path: string) => collected(faults, () => fileFromInput(site, input, path));
  const optional = (input: 'baseline' | 'kev-file') => {
    const path = inputs[input];
    return path === undefined ? undefined : located(input, path);
  };
  const { policy, path, timeout } = inputs;
  // A workspace that is not the top (a second checkout, a folder that one stands in) is what there is to scan.
  const folder = collected(faults, () => folderFromInput(site, path ?? '.')) ?? '';
  const asked = {
    scanners: scannersOf(inputs.scanners, faults),
    reports: (inputs.reports ?? []).flatMap((text) => reportOf(text, located, faults)),
    kevFile: optional('kev-file'),
    baseline: optional('baseline'),
    timeoutMs: timeout,
  };
  return {
    asked,
    folder,
    policyFile: policy === usualPolicy ? usualPolicy : located('policy', policy),
    faults,
  };
}

/** Links followed, since what they lead to is scanned. Throws ConfigurationError. */
function folderFromInput({ top, start }: Site, path: string): string {
  const real = realWay(resolve(start, path));
  const folder = fromTop(top, real, 'input path', path);
  const found = statSync(real, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return folder === '.' ? '' : folder;
  const got = found === undefined ? 'no such folder' : 'a file';
  throw new ConfigurationError([
    { title: `${path} cannot be scanned`, expected: 'a folder', got, do: 'give a folder by the input path' },
  ]);
}

function collected<Result>(faults: Fault[], work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

function scannersOf(lines: readonly string[] | undefined, faults: Fault[]): AskedInputs['scanners'] {
  const names = (lines ?? []).flatMap((line) => line.split(/[\s,]+/)).filter((name) => name !== '');
  const [only] = names;
  if (only === undefined) return undefined;
  if (names.length === 1 && (only === 'auto' || only === 'none')) return only;
  const fault = names.length === 1 && scannerFault(only) !== undefined ? scannerWordFault : scannerFault;
  const wrong = names.flatMap((name) => fault(name) ?? []);
  faults.push(...wrong.map((words) => ({ ...words, title: `input scanners: ${words.title}` })));
  return [...new Set(names)];
}

function reportOf(
  text: string,
  located: (input: string, path: string) => string | undefined,
  faults: Fault[],
): readonly ReportPath[] {
  const parts = reportParts(text);
  // Whether the path stays inside is judged from where one stands.
  const words = reportFault(parts === undefined ? text : `${parts.name}=x`);
  if (words !== undefined) faults.push({ ...words, title: `input reports: ${words.title}` });
  const path = parts === undefined || words !== undefined ? undefined : located('reports', parts.path);
  return parts === undefined || path === undefined ? [] : [{ name: parts.name, path }];
}
