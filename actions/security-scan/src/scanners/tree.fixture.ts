import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ScanContext, Tree } from '../ports.ts';

/** A tree on the disk with a context, for drivers. */
export interface Ground {
  readonly tree: Tree;
  readonly context: ScanContext;
  remove(): void;
}

export interface GroundSetup {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly trusted?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
  readonly inline?: boolean;
  readonly signal?: AbortSignal;
}

export function groundOf(setup: GroundSetup): Ground {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shipgate-driver-')));
  const [root, scratch] = [join(folder, 'checkout'), join(folder, 'scratch')];
  for (const each of [root, scratch]) mkdirSync(each);
  for (const [path, text] of Object.entries(setup.files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const trusted = setup.trusted ?? {};
  return {
    tree: { root, files: Object.keys(setup.files).sort(), read: (path) => readFile(join(root, path)) },
    context: {
      trusted: { read: async (path) => (Object.hasOwn(trusted, path) ? Buffer.from(trusted[path] ?? '') : undefined) },
      timeoutMs: setup.timeoutMs ?? 60_000,
      signal: setup.signal ?? new AbortController().signal,
      env: { ...process.env, ...setup.env },
      inline: setup.inline ?? false,
      scratch,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
