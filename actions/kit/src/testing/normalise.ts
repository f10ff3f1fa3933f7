/** Makes a transcript the same on every machine and in every run: what may differ becomes a word in angle brackets. */

export interface RunFacts {
  /** Commits by the name that the scenario gives them. */
  readonly commits: Readonly<Record<string, string>>;
  /** Absolute paths and addresses by name; the longest is replaced first. */
  readonly places: Readonly<Record<string, string>>;
}

const space = '[ \\u00a0\\u202f]';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})/g, '<when>'],
  [/\b[0-9a-f]{40}\b/g, '<sha>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<random>'],
  [new RegExp(`\\b\\d+${space}min(?:${space}\\d+${space}s)?(?![\\w])`, 'g'), '<time>'],
  [new RegExp(`\\b\\d[\\d,]*(?:\\.\\d+)?${space}?(?:ms|s)(?![\\w'])`, 'g'), '<time>'],
  [/\bPostgreSQL\s\d+(?:\.\d+)?/g, 'PostgreSQL <version>'],
  [/\bv?\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?\b/g, '<version>'],
];

export function normalise(transcript: string, facts: RunFacts): string {
  let text = transcript;
  const places = Object.entries(facts.places).sort(([, a], [, b]) => b.length - a.length);
  for (const [name, place] of places) text = text.replaceAll(place, `<${name}>`);
  for (const [name, sha] of Object.entries(facts.commits)) {
    text = text
      .replaceAll(sha, `<sha:${name}>`)
      .replace(new RegExp(`\\b${sha.slice(0, 7)}[0-9a-f]{0,32}\\b`, 'g'), `<sha:${name}>`);
  }
  for (const [pattern, word] of patterns) text = text.replace(pattern, word);
  // Times are padded to columns, and a shorter one would move the line.
  return text.replace(/[ \t]+(?=<time>)/g, ' ').replace(/[ \t]+$/gm, '');
}
