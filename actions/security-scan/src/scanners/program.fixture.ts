import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from './tree.fixture.ts';

/** The ground with a program in front of its PATH: a script of a shell, beside the checkout. */
export function withProgram(ground: Ground, name: string, script: string): Ground {
  const bin = join(ground.tree.root, '..', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const env = { ...ground.context.env, PATH: `${bin}:/usr/bin:/bin` };
  return { ...ground, context: { ...ground.context, env } };
}

/** Ways in which a program says no version, or a wrong one, with what is told of each. */
export function versionsOf(name: string, tooOld: string): readonly (readonly [string, string])[] {
  return [
    [`echo ${name} ${tooOld}`, `version ${tooOld}`],
    ['echo nothing', 'no version (exit code 0)'],
    ['exit 0', 'no version (exit code 0)'],
    [`echo ${name} 99.1.0; echo broken >&2; exit 3`, 'no version (exit code 3: broken)'],
    ['kill -9 $$', 'it was ended by SIGKILL'],
    ['exec sleep 30', 'no answer within 700 ms'],
  ];
}
