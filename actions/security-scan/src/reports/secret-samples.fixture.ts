/** Reports in `samples/` with values in the place of `{{name}}`: none of them stands in the repository. */
import { readFileSync } from 'node:fs';
import type { ReportOrigin } from '../ports.ts';

/** Signs that look random and are the same in every run. */
function signs(alphabet: string, count: number, seed: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet[Math.floor((state / 2_147_483_648) * alphabet.length)];
  }).join('');
}

const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** As they stand in files. `pem` is the body of a key, its lines separated by line feeds. */
export const secretSamples = {
  token: `ghp_${signs(mixed, 36, 1)}`,
  aws: `AKIA${signs('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16, 2)}`,
  awsSecret: signs(`${mixed}+/`, 40, 3),
  api: signs('abcdefghijklmnopqrstuvwxyz0123456789', 32, 4),
  pem: Array.from({ length: 5 }, (_, line) => signs(`${mixed}+/`, 64, 5 + line)).join('\n'),
} as const;

/** One report of `samples/`, with the values in it. */
export function secretSample(name: string): string {
  const text = readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)(\/2)?\}\}/g, (_, key: string, half?: string) => {
    const value = key in secretSamples ? secretSamples[key as keyof typeof secretSamples] : '';
    const written = JSON.stringify(value).slice(1, -1);
    return half === undefined ? written : written.slice(0, written.length / 2);
  });
}

/** A report about a checkout that has these files. */
export function originWith(...files: readonly string[]): ReportOrigin {
  return { file: 'reports/scan.json', root: '/work/orders', has: (path) => files.includes(path) };
}

/** Whether six signs in a row of one of the values stand in the text. */
export function leaks(text: string, values: readonly string[] = Object.values(secretSamples)): boolean {
  return values.some((value) => {
    const lines = value.split('\n');
    return lines.some((line) =>
      Array.from(line).some((_, at) => at + 6 <= line.length && text.includes(line.slice(at, at + 6))),
    );
  });
}

/** Where a report is cut for tests: behind every line, and in between. */
export function cutsOf(bytes: Buffer): readonly number[] {
  return [...bytes.keys()].filter((end) => end % 11 === 0 || bytes[end] === 10 || bytes[end - 1] === 10);
}
