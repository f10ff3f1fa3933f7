/** What a changeset file (`.changeset/<name>.md`) holds: how much changes, and the sentences for people. */
export interface Changeset {
  readonly bump: 'major' | 'minor' | 'patch';
  readonly text: string;
}

const bumps = ['major', 'minor', 'patch'] as const;

/** Titles of the changelog's groups, by how much they change for whoever updates. */
const titles = { major: 'What you must change', minor: 'New', patch: 'Mended' } as const;

/** Reads one changeset. Throws when it names no package, as an empty changeset does: it says nothing to users. */
export function readChangeset(path: string, source: string): Changeset {
  const [, head = '', text = ''] = source.match(/^---\n([\s\S]*?)\n?---\n([\s\S]*)$/) ?? [];
  const bump = bumps.find((one) => new RegExp(`:\\s*['"]?${one}['"]?\\s*$`, 'm').test(head));
  if (bump === undefined || text.trim() === '') {
    throw new Error(`${path}: expected a package with major, minor or patch, and a sentence for the changelog`);
  }
  return { bump, text: text.trim() };
}

/** The section of one version: what must be changed first, then what is new, then what was mended. */
export function section(version: string, date: string, changes: readonly Changeset[]): string {
  const groups = bumps.flatMap((bump) => {
    const texts = changes
      .filter((change) => change.bump === bump)
      .map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`);
    return texts.length === 0 ? [] : [`### ${titles[bump]}\n\n${texts.sort().join('\n')}`];
  });
  return [`## ${version} - ${date}`, ...groups].join('\n\n');
}

/** The changelog with a new section above the ones before. Throws when the version stands there already. */
export function withSection(changelog: string, version: string, text: string): string {
  if (notesOf(changelog, version) !== null) throw new Error(`CHANGELOG.md already has a section ${version}`);
  const at = changelog.search(/^## /m);
  return at === -1
    ? `${changelog.trimEnd()}\n\n${text}\n`
    : `${changelog.slice(0, at)}${text}\n\n${changelog.slice(at)}`;
}

/** What the changelog says of a version, without its heading; null when it does not. */
export function notesOf(changelog: string, version: string): string | null {
  const sections = changelog.split(/^(?=## )/m);
  const found = sections.find((one) => one.startsWith(`## ${version} `) || one.startsWith(`## ${version}\n`));
  return found === undefined ? null : found.slice(found.indexOf('\n')).trim();
}
