/** Settings of bandit that are trusted: they leave tests out, so a proposal must not bring them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'smol-toml';
import type { ScanContext } from '../ports.ts';
import { at, recordOf, textOf } from '../reports/json.ts';

export interface BanditConfig {
  readonly flags: readonly string[];
  /** Files may be left out, as the base wants it. */
  readonly leavesOut: boolean;
}

/** Arguments for the settings of pyproject.toml and .bandit, written beside the checkout. Faults in them are bandit's to tell. */
export async function banditConfig({
  trusted,
  scratch,
}: Pick<ScanContext, 'trusted' | 'scratch'>): Promise<BanditConfig> {
  const flags: string[] = [];
  const project = await trusted.read('pyproject.toml');
  const table = project === undefined ? undefined : tableOf(textOf(project));
  if (table !== undefined) {
    await writeFile(join(scratch, 'bandit.toml'), stringify({ tool: { bandit: table } }));
    flags.push('--configfile', join(scratch, 'bandit.toml'));
  }
  const trustedIni = await trusted.read('.bandit');
  const ini = trustedIni === undefined ? undefined : iniOf(textOf(trustedIni));
  if (ini !== undefined) {
    await writeFile(join(scratch, 'bandit.ini'), ini);
    flags.push('--ini', join(scratch, 'bandit.ini'));
  }
  const excludes = ini !== undefined && /^exclude/m.test(ini);
  // bandit's own excludes (.tox, .eggs) are folders that a proposal may fill.
  if (!excludes) flags.push('--exclude', '');
  return { flags, leavesOut: excludes || (table !== undefined && Object.hasOwn(table, 'exclude_dirs')) };
}

function tableOf(text: string): Record<string, unknown> | undefined {
  try {
    const table = recordOf(at(parse(text), 'tool', 'bandit'));
    return table === undefined ? undefined : { ...table };
  } catch {
    return undefined;
  }
}

/** Which tests run and where. Other names would send the answer elsewhere, or lead back to files of the checkout. */
function iniOf(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => /^\s*(?:skips|tests|exclude)\s*[=:]/.test(line));
  return ['[bandit]', ...lines.map((line) => line.trim()), ''].join('\n');
}
