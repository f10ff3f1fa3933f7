/** A tree in memory, and a scan of it. */
import type { ReportContent } from '../finding.ts';
import type { ScanContext, Scanned, Tree } from '../ports.ts';
import { secretsScanner } from '../scanners/secrets.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

export function treeOf(files: Files): Tree {
  return {
    root: '/tree',
    files: Object.keys(files).sort(),
    async read(path) {
      const content = files[path];
      if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return Buffer.from(content);
    },
  };
}

/** `trusted`: what the commit that decides has. */
export function contextOf(trusted: Files = {}, changed: Partial<ScanContext> = {}): ScanContext {
  return {
    trusted: {
      async read(path) {
        const content = trusted[path];
        return content === undefined ? undefined : Buffer.from(content);
      },
    },
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    env: {},
    inline: false,
    scratch: '/nowhere',
    ...changed,
  };
}

export function scan(files: Files, context = contextOf()): Promise<Scanned> {
  return secretsScanner('1.0.0').scan(treeOf(files), context);
}

/** The content of a scan that gives one. */
export async function scanned(files: Files, context = contextOf()): Promise<ReportContent> {
  const result = await scan(files, context);
  if ('trouble' in result) throw new Error(JSON.stringify(result.trouble));
  return result;
}
