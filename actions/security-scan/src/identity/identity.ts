/**
 * What makes a finding the same one in two trees: not its line number, and not the name of its file alone. Pure.
 */
import { hash as digest } from 'node:crypto';
import type { RawFinding } from '../finding.ts';
import { bareOf } from '../policy/package-range.ts';
import type { AdvisoryClasses } from './classes.ts';

export interface Identity {
  /** Rule, path and line's text; of a dependency its package and advisory. 32 hexadecimal digits. */
  readonly exact: string;
  /** As `exact` without the path, for files that were renamed; of a dependency its advisory alone. */
  readonly content: string;
}

/**
 * `line` is the source at the finding, with every secret masked; undefined where the tree has no such line. What the
 * scanner quotes counts only then, since some quote the lines around it, with their numbers. Of a commit of the history it
 * counts alone: whether the line is still in the tree does not change what that commit did.
 */
export function identityOf(finding: RawFinding, line: string | undefined, classes: AdvisoryClasses): Identity {
  const { category, rule, location, advisories, commit } = finding;
  const [id] = advisories;
  if (id !== undefined) {
    const advisory = classes.nameOf(id);
    const name = finding.package === undefined ? '' : bareOf(finding.package.purl);
    return { exact: hash('advisory', name, advisory), content: hash('advisory', advisory) };
  }
  const seen = commit === undefined ? line : undefined;
  const text = normalised(seen ?? finding.snippet ?? finding.message);
  const parts = [category, rule, text, commit ?? ''];
  return { exact: hash(...parts, location?.path ?? ''), content: hash(...parts) };
}

/** Indentation and reformatting change no finding. */
function normalised(text: string): string {
  // Most lines are tidy already.
  return /[^!-~ ]| {2}|^ | $/.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

function hash(...parts: readonly string[]): string {
  return digest('sha256', JSON.stringify(parts)).slice(0, 32);
}
