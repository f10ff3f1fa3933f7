/** Small repositories for tests of scanners, and what a scanner is given. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import type { ScanContext, Tree } from '../ports.ts';

export interface Ground {
  readonly root: string;
  write(path: string, content: string | Buffer): void;
  remove(path: string): void;
  git(...args: readonly string[]): string;
  /** Commits all, and gives the id. */
  commit(message: string): string;
  /** The files as they are now. */
  tree(below?: string): Tree;
  context(more?: Partial<ScanContext>): ScanContext;
  /** Trusted files from these contents. */
  trusting(files: Readonly<Record<string, string>>): ScanContext['trusted'];
  /** A program of this name, first on the PATH of `context`: a script for sh. */
  program(name: string, script: string): void;
  close(): void;
}

/** `tools` are programs whose folders come first on the PATH. */
export function groundOf(...tools: readonly (string | null)[]): Ground {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'shipgate-scan-')));
  const root = join(top, 'orders');
  const programs = join(top, 'programs');
  mkdirSync(root);
  mkdirSync(programs);
  let count = 0;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Example', '-c', 'user.email=example@example.invalid', ...args], {
      cwd: root,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .toString()
      .trim();
  return {
    root,
    git,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    remove: (path) => rmSync(join(root, path)),
    commit: (message) => {
      git('add', '-A');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    tree: (below = '') => treeIn(join(root, below)),
    context: (more = {}) => {
      count += 1;
      const scratch = join(top, `scratch-${count}`);
      mkdirSync(scratch);
      const folders = tools.flatMap((tool) => (tool === null ? [] : [dirname(tool)]));
      const PATH = [programs, ...folders, process.env['PATH'] ?? ''].join(delimiter);
      return {
        trusted: { read: () => Promise.resolve(undefined) },
        timeoutMs: 60_000,
        signal: new AbortController().signal,
        env: { ...process.env, PATH },
        inline: false,
        scratch,
        ...more,
      };
    },
    trusting: (files) => ({
      read: (path) => Promise.resolve(Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : undefined),
    }),
    program: (name, script) => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    },
    close: () => rmSync(top, { recursive: true, force: true }),
  };
}

function treeIn(root: string): Tree {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(path))
    .sort();
  return { root, files, read: (path) => Promise.resolve().then(() => readFileSync(join(root, path))) };
}
