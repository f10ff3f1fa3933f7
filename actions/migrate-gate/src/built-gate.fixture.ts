/** The built gate as a process, on folders that a test writes. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ActionRequest, HarnessResult } from '@shipgate/kit/testing/harness';
import { runAction, runCommandLine } from '@shipgate/kit/testing/harness';
import { TestRepository } from '@shipgate/kit/testing/repository';
import type { Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import { afterAll } from 'vitest';

export const entry = join(import.meta.dirname, '..', 'dist', 'index.cjs');

export type FileContent = string | Uint8Array | { readonly linkTo: string } | { readonly folder: true };
export type Files = Readonly<Record<string, FileContent>>;

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(place, content);
    else if ('linkTo' in content) symlinkSync(content.linkTo, place);
    else mkdirSync(place);
  }
}

/** golang-migrate's pairs: `{ '0001_a': [up, down] }`, in the folder `migrations`. */
export function pairs(
  migrations: Readonly<Record<string, readonly [up: string, down: string]>>,
): Readonly<Record<string, string>> {
  const files = Object.entries(migrations).flatMap(([name, [up, down]]): [string, string][] => [
    [`migrations/${name}.up.sql`, up],
    [`migrations/${name}.down.sql`, down],
  ]);
  return Object.fromEntries(files);
}

/** Makes folders for the tests of a file, and takes them away at its end. */
export function gateFolders() {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  const make = () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'migrate-gate-'));
    made.push(folder);
    return folder;
  };
  return {
    folder(files: Files = {}): GateFolder {
      const top = make();
      const workspace = join(top, 'work');
      mkdirSync(workspace);
      writeFiles(workspace, files);
      return new GateFolder(workspace, join(top, 'run'));
    },
    /** The same as one commit of a repository. */
    repository(files: Files): GateFolder & { readonly git: TestRepository } {
      const top = make();
      const git = TestRepository.create(join(top, 'work'));
      writeFiles(git.folder, files);
      git.commit();
      return Object.assign(new GateFolder(git.folder, join(top, 'run')), { git });
    },
  };
}

export class GateFolder {
  readonly path: string;
  readonly #temporary: string;
  constructor(path: string, temporary: string) {
    this.path = path;
    this.#temporary = temporary;
  }

  write(files: Files): void {
    writeFiles(this.path, files);
  }

  /** As `node dist/index.cjs ARGS`, in this folder or one below it. The verdict is in `out`. */
  async command(args: readonly string[], cwd = '.'): Promise<Run> {
    const all = args.includes('--output-directory') ? args : [...args, '--output-directory', 'out'];
    return new Run(await runCommandLine({ entry, temporary: this.#temporary, args: all, cwd: join(this.path, cwd) }));
  }

  /** As a step of a workflow. */
  async action(inputs: Readonly<Record<string, string>>, more: Partial<ActionRequest> = {}): Promise<Run> {
    return new Run(await runAction({ entry, temporary: this.#temporary, workspace: this.path, inputs, ...more }));
  }
}

/** A run, with its verdict looked at by the schema. */
export class Run {
  readonly result: HarnessResult;
  constructor(result: HarnessResult) {
    this.result = result;
  }

  get exitCode(): number | null {
    return this.result.exitCode;
  }

  get stdout(): string {
    return this.result.stdout;
  }

  get verdict(): Verdict {
    const judged = validateVerdict(this.result.verdict);
    if (judged.ok) return this.result.verdict as Verdict;
    const [first] = judged.errors;
    throw new Error(`no verdict that fits the schema: ${first?.path} ${first?.message}\n${this.result.stdout}`);
  }

  get codes(): readonly string[] {
    return this.verdict.reasons.map(({ code }) => code);
  }

  /** What a reason says, in one text. */
  told(code: string): string {
    const reason = this.verdict.reasons.find((each) => each.code === code);
    return reason === undefined ? '' : `${reason.title}: ${reason.seen} ${reason.mend}`;
  }
}
