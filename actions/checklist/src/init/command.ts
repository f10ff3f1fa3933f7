/** Edge: `--mode init --file docs/checklist.md` writes a policy skeleton. No verdict comes of it, so it is no run of the gate. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { commandProof, visible } from '@shipgate/kit/escape';
import type { Environment } from '@shipgate/kit/host';
import { readInputs } from '@shipgate/kit/inputs';
import { counted } from '@shipgate/kit/verdict';
import { formatFault } from '@shipgate/schemas';
import { inputSpecs } from '../inputs.ts';
import { readChecklist } from '../markdown/read.ts';
import { policySkeleton } from './policy.ts';

const outputSpec = { name: 'output-directory', kind: 'path', default: 'out' } as const;
const NAME = 'checklist.policy.yml';

/** The exit code. */
export function initFromCommand(args: readonly string[], env: Environment): number {
  const github = env['GITHUB_ACTIONS'] === 'true';
  const { values, faults } = readInputs([...inputSpecs, outputSpec], { arguments: args, env, github });
  const files = values.file ?? [];
  if (files.length === 0) {
    faults.length === 0 &&
      say(fault('no checklist is named', 'the input file', 'nothing', 'give --file docs/checklist.md'));
  }
  for (const each of faults) say(formatFault(each, { color: false }));
  if (faults.length > 0 || files.length === 0) return 2;
  return write(files, resolve(values['output-directory'], NAME), env['GITHUB_WORKSPACE'] ?? process.cwd());
}

function write(files: readonly string[], target: string, top: string): number {
  const documents = files.map((file) => {
    const path = resolve(file);
    const shown = relative(top, path).replaceAll('\\', '/');
    return isFile(path) ? readChecklist(readFileSync(path, 'utf8'), shown) : undefined;
  });
  const missing = files.filter((_, index) => documents[index] === undefined);
  const empty = files.filter((_, index) => documents[index]?.items.length === 0);
  for (const file of missing)
    say(fault(`${file} cannot be read`, 'a Markdown file', 'no such file, or a folder', 'give its path'));
  for (const file of empty)
    say(fault(`${file} has no task list`, 'items such as - [ ] text', 'none', 'give a checklist'));
  if (missing.length + empty.length > 0) return 2;
  const found = documents.filter((document) => document !== undefined);
  const text = policySkeleton(found);
  if (existsSync(target)) {
    say(fault(`${NAME} is there already`, 'a folder without it', 'a policy that may be edited', 'move it away first'));
    return 2;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  const items = found.flatMap((document) => document.items);
  const signatures = items.filter(({ signoff }) => signoff !== undefined).length;
  say(
    `${join(relative(process.cwd(), target)) || target}: ${counted(items.length - signatures, 'item')}, ${counted(signatures, 'signature')}`,
  );
  return 0;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function fault(title: string, expected: string, got: string, mend: string): string {
  return formatFault({ title, expected, got, do: mend }, { color: false });
}

function say(text: string): void {
  for (const line of text.split('\n')) process.stdout.write(`${commandProof(visible(line))}\n`);
}
