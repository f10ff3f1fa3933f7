import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the tests here have to know of an entry of .github/checklist.yml. */
export interface ListedEvidence {
  readonly items: readonly string[];
  readonly kind: string;
  readonly file?: string;
  readonly url?: string;
}

/** The entries of .github/checklist.yml; throws for another shape. */
export function listedEvidence(): readonly ListedEvidence[] {
  const policy: unknown = parse(readFileSync(new URL('../.github/checklist.yml', import.meta.url), 'utf8'));
  if (!isRecord(policy) || !Array.isArray(policy['evidence']))
    throw new Error('expected evidence: with a list in checklist.yml');
  return policy['evidence'].map((entry: unknown) => {
    if (!isRecord(entry) || !isTexts(entry['items']) || typeof entry['kind'] !== 'string') {
      throw new Error('expected every entry to have items and kind');
    }
    const { items, kind, file, url } = entry;
    return { items, kind, ...(typeof file === 'string' ? { file } : {}), ...(typeof url === 'string' ? { url } : {}) };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
