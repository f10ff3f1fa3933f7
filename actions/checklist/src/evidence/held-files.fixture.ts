/** Files of a repository held in memory, by the same port as the checkout: test code. */
import { createHash } from 'node:crypto';
import { hasSigns, pathPattern, plainPath } from '@shipgate/kit/path-pattern';
import type { FileTrouble, RepositoryFiles, SeenFile } from '../ports.ts';
import type { DatedFile } from './repository-files.ts';

export interface HeldFile {
  readonly content: string | Buffer;
  readonly state?: SeenFile['state'];
  readonly at?: string;
  readonly ageIsKnown?: boolean;
  /** Instead of the content. */
  readonly refused?: string;
}

export function heldFiles(files: Readonly<Record<string, string | HeldFile>>): RepositoryFiles {
  const read = async (asked: string): Promise<DatedFile | FileTrouble> => {
    const path = plainPath(asked);
    if (path === undefined) return { kind: 'refused', why: 'it is no path below the top of the repository' };
    const held = Object.hasOwn(files, path) ? files[path] : undefined;
    if (held === undefined) return { kind: 'missing' };
    const {
      content,
      state = 'committed',
      at = '2026-11-19T12:00:00Z',
      ageIsKnown = true,
      refused,
    } = typeof held === 'string' ? ({ content: held } as HeldFile) : held;
    if (refused !== undefined) return { kind: 'refused', why: refused };
    const bytes = Buffer.from(content);
    return {
      path,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state,
      at: new Date(at),
      ageIsKnown,
    };
  };
  const match = async (asked: string) => {
    const pattern = plainPath(asked);
    if (pattern === undefined) return [];
    const paths = Object.keys(files).sort();
    if (!hasSigns(pattern)) return paths.filter((path) => path === pattern);
    const { matches } = pathPattern(pattern);
    return paths.filter(matches);
  };
  return { read, match };
}
