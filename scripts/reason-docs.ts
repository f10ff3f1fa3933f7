// Ties each reason code of a gate (`reasonTexts` in actions/<gate>/src/reasons.ts) to its page docs/reasons/<gate>/<code>.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commonCodes } from '@shipgate/kit/troubles';
import { unmatchedReasons } from './reason-pages.ts';
import { root } from './steps.ts';

async function codesOf(gate: string): Promise<readonly string[] | null> {
  const file = join(root, 'actions', gate, 'src/reasons.ts');
  if (!existsSync(file)) return null;
  const reasons = (await import(pathToFileURL(file).href)) as {
    readonly reasonTexts?: Readonly<Record<string, unknown>>;
  };
  if (reasons.reasonTexts === undefined) throw new Error(`actions/${gate}/src/reasons.ts exports no reasonTexts`);
  return [...Object.keys(reasons.reasonTexts), ...commonCodes];
}

function pagesOf(gate: string): ReadonlyMap<string, string> {
  const folder = join(root, 'docs/reasons', gate);
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const faults: string[] = [];
let count = 0;
for (const gate of readdirSync(join(root, 'actions')).sort()) {
  const codes = await codesOf(gate);
  if (codes === null) continue;
  count += codes.length;
  faults.push(...unmatchedReasons(gate, codes, pagesOf(gate)));
}
for (const fault of faults) console.log(fault);
console.log(`${count} reasons, each with its page`);
process.exitCode = faults.length === 0 ? 0 : 1;
