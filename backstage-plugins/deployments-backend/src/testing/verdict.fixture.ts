import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Verdict } from '@shipgate/schemas';

const examples = resolve(__dirname, '../../../../schemas/examples/accept');

/** A verdict of schemas/examples, with no word of what the token knows better, unless `changes` say so. */
export function exampleVerdict(
  name: 'green' | 'red-drift' | 'unknown' | 'other-gate',
  changes: Partial<Verdict> = {},
): Verdict {
  const verdict = JSON.parse(readFileSync(resolve(examples, `${name}.verdict.json`), 'utf8')) as Verdict;
  return { ...verdict, subject: { service: 'order-service', path: 'migrations' }, ...changes };
}
