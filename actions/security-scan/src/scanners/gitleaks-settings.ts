/** `.gitleaks.toml`, what it extends, and `.gitleaksignore`: those of the commit that is trusted, laid out in a folder of ours. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import type { Trouble } from '../finding.ts';
import type { TrustedFiles } from '../ports.ts';

export const CONFIG = '.gitleaks.toml';
export const IGNORE = '.gitleaksignore';

/** By path from the top. Those that the trusted commit has not are not in it. */
export type GitleaksSettings = ReadonlyMap<string, Buffer>;

/** gitleaks follows `[extend] path` twice. */
const deepest = 3;

export async function gitleaksSettings(
  trusted: TrustedFiles,
): Promise<{ readonly settings: GitleaksSettings } | { readonly trouble: Trouble }> {
  const settings = new Map<string, Buffer>();
  const ignore = await trusted.read(IGNORE);
  if (ignore !== undefined) settings.set(IGNORE, ignore);
  let path: string | undefined = CONFIG;
  for (let depth = 0; path !== undefined && !settings.has(path) && depth < deepest; depth += 1) {
    const content = await trusted.read(path);
    if (content === undefined && depth === 0) break;
    if (content === undefined) return { trouble: missing(path) };
    settings.set(path, content);
    const next = extendedPath(content, path);
    if (typeof next === 'object') return next;
    path = next;
  }
  return { settings };
}

/** Whether they let commits through: gitleaks may leave those out of its count. */
export function namesCommits(settings: GitleaksSettings): boolean {
  return [...settings].some(([path, content]) => path !== IGNORE && /commits/i.test(content.toString('latin1')));
}

/** The other file on which a configuration builds. Keys in any case, as gitleaks reads them. */
function extendedPath(content: Buffer, file: string): string | undefined | { readonly trouble: Trouble } {
  let written: unknown;
  try {
    written = under(under(parse(content.toString('utf8')), 'extend'), 'path');
  } catch (error) {
    if (error instanceof TomlError) return { trouble: broken(file, error) };
    throw error;
  }
  if (typeof written !== 'string' || written === '') return undefined;
  const path = posix.normalize(written.replaceAll('\\', '/'));
  const isOutside = path.startsWith('/') || path.startsWith('..') || path === '.' || /^[A-Za-z]:/.test(path);
  return isOutside ? { trouble: outside(file) } : path;
}

function under(table: unknown, name: string): unknown {
  if (typeof table !== 'object' || table === null) return undefined;
  return Object.entries(table).find(([key]) => key.toLowerCase() === name)?.[1];
}

function broken(file: string, { line, column, message }: TomlError): Trouble {
  const what = message.replace(/^Invalid TOML document: /, '').split('\n')[0] ?? '';
  return { expected: 'TOML', got: what, mend: `Mend ${file}`, place: { file, line, column } };
}

function missing(path: string): Trouble {
  return {
    expected: `${path}, which ${CONFIG} extends`,
    got: 'no such file',
    mend: `Add it, or take it out of ${CONFIG}`,
  };
}

function outside(file: string): Trouble {
  const expected = 'a path inside of the repository under `[extend] path`';
  return { expected, got: 'one that leads out of it', mend: 'Copy that file into the repository', place: { file } };
}

/** Writes them below a folder, as the repository has them. */
export async function layOut(settings: GitleaksSettings, folder: string): Promise<void> {
  for (const [path, content] of settings) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    // Never into a file that is there: it could be a second name of one in the checkout.
    await writeFile(join(folder, path), content, { flag: 'wx' });
  }
}
