import { describe, expect, it } from 'vitest';
import { notesOf, readChangeset, section, withSection } from './changelog.ts';

const changeset = (bump: string, text: string): string => `---\n'@shipgate/migrate-gate': ${bump}\n---\n\n${text}\n`;

describe('a changeset', () => {
  it('tells how much changes and what', () => {
    const read = readChangeset(
      '.changeset/a.md',
      changeset('minor', 'Goose folders are read.\nAlso `NO TRANSACTION`.'),
    );
    expect(read).toEqual({ bump: 'minor', text: 'Goose folders are read.\nAlso `NO TRANSACTION`.' });
  });

  it('with two packages counts as the greater change', () => {
    const text = "---\n'@shipgate/kit': patch\n'@shipgate/cli': \"major\"\n---\n\nOut.\n";
    expect(readChangeset('a.md', text).bump).toBe('major');
  });

  it.each([changeset('minor', ''), '---\n---\n\nText.\n', 'Text only'])(
    'that says nothing to users is refused: %j',
    (text) => {
      expect(() => readChangeset('.changeset/a.md', text)).toThrow('.changeset/a.md: expected a package with');
    },
  );
});

describe('the changelog', () => {
  const first = section('0.1.0', '2026-11-20', [{ bump: 'minor', text: 'First.' }]);
  const changelog = `# Changelog\n\nHow to read it.\n\n${first}\n`;

  it('tells first what must be changed, then what is new, then what was mended', () => {
    const changes = [
      { bump: 'patch', text: 'B.' },
      { bump: 'major', text: 'C.\nMore.' },
      { bump: 'patch', text: 'A.' },
    ] as const;
    expect(section('2.0.0', '2026-12-01', changes)).toBe(
      '## 2.0.0 - 2026-12-01\n\n### What you must change\n\n- C.\n  More.\n\n### Mended\n\n- A.\n- B.',
    );
  });

  it('gets the newest version on top', () => {
    const text = withSection(changelog, '0.2.0', section('0.2.0', '2026-12-01', [{ bump: 'patch', text: 'Second.' }]));
    expect([...text.matchAll(/^## .*/gm)].map(([line]) => line)).toEqual([
      '## 0.2.0 - 2026-12-01',
      '## 0.1.0 - 2026-11-20',
    ]);
    expect(text.startsWith('# Changelog\n\nHow to read it.\n\n## 0.2.0')).toBe(true);
    expect(notesOf(text, '0.2.0')).toBe('### Mended\n\n- Second.');
    expect(notesOf(text, '0.1.0')).toBe('### New\n\n- First.');
  });

  it('gets its first version after the words at its head', () => {
    expect(withSection('# Changelog\n', '0.1.0', first)).toBe(`# Changelog\n\n${first}\n`);
  });

  it('does not say a version twice, nor knows one that it does not name', () => {
    expect(() => withSection(changelog, '0.1.0', first)).toThrow('already has a section 0.1.0');
    expect(notesOf(changelog, '0.1')).toBe(null);
  });
});
