/** The trusted `.gitleaks.toml`, with the files it builds on, and `.gitleaksignore`. */
import { posix } from 'node:path';
import { BaseUnreadable } from '@shipgate/kit/base-files';
import { GitError } from '@shipgate/kit/git';
import { parse, TomlError } from 'smol-toml';
import type { Trouble } from '../../finding.ts';
import type { TrustedFiles } from '../../ports.ts';
import { secretKinds } from '../kinds.ts';
import { kubernetesSecret } from '../kubernetes-secret/kubernetes-secret.ts';
import { type Ignores, ignoresOf } from './ignore.ts';
import { configOf, extended, type GitleaksConfig } from './rules.ts';
import { GitleaksFault, Table } from './values.ts';

export const CONFIG = '.gitleaks.toml';
export const IGNORE = '.gitleaksignore';

/** As gitleaks has it. */
const MOST_FILES = 3;

export interface UserPolicy {
  readonly config: GitleaksConfig | undefined;
  readonly ignores: Ignores;
}

export async function loadPolicy(trusted: TrustedFiles): Promise<UserPolicy | { readonly trouble: Trouble }> {
  try {
    const ignore = await trusted.read(IGNORE);
    const ignores = ignoresOf(IGNORE, ignore?.toString() ?? '');
    const config = await loadConfig(trusted, CONFIG, 1);
    if (config !== undefined) checkRules(config);
    return { config, ignores };
  } catch (error) {
    if (error instanceof GitleaksFault) return { trouble: error.trouble };
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    // Of git's own words, fit to be shown.
    const got = error instanceof BaseUnreadable || error instanceof GitError ? error.message : code;
    return { trouble: { expected: `${CONFIG} and ${IGNORE} that can be read`, got, mend: 'Make them readable' } };
  }
}

async function loadConfig(trusted: TrustedFiles, file: string, depth: number): Promise<GitleaksConfig | undefined> {
  const bytes = await trusted.read(file);
  if (bytes === undefined) return undefined;
  const text = bytes.toString();
  const root = new Table(parsed(file, text), { file, text }, []);
  const config = configOf(root);
  if (config.base === undefined) return config;
  const path = posix.normalize(config.base);
  if (posix.isAbsolute(path) || path.startsWith('../')) {
    throw root.fault('a `path` in the repository', 'one outside of it', 'extend', config.base);
  }
  if (depth >= MOST_FILES) throw root.fault(`at most ${MOST_FILES} files that build on each other`, 'more', 'extend');
  const base = await loadConfig(trusted, path, depth + 1);
  if (base === undefined)
    throw root.fault('a file at `path`', 'none in the commit that decides', 'extend', config.base);
  return extended(config, base);
}

function parsed(file: string, text: string): object {
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const place = error instanceof TomlError ? { file, line: error.line, column: error.column } : { file };
    // The rest of the message quotes the file.
    const got = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'other text';
    throw new GitleaksFault({ expected: 'TOML', got, mend: `Mend it in ${file}`, place });
  }
}

/** A rule that looks at nothing is a slip, unless it changes one of ours or one that gitleaks brings. */
function checkRules(config: GitleaksConfig): void {
  const ours = new Set([...secretKinds.map(({ id }) => id), 'private-key', 'gcp-service-account', kubernetesSecret.id]);
  for (const { id, regex, path } of config.rules) {
    if (regex !== undefined || path !== undefined || ours.has(id) || config.useDefault === true) continue;
    throw new GitleaksFault({
      expected: `rule ${id} with \`regex\` or \`path\``,
      got: 'neither, so that it finds nothing',
      mend: `Give it one in ${CONFIG}, or set \`useDefault = true\` under [extend] if it changes a rule of gitleaks`,
      place: { file: CONFIG },
    });
  }
}
