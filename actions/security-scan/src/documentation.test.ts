import { readdirSync, readFileSync } from 'node:fs';
import { readSecurityPolicy, SECURITY_SCANNERS } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputSpecs } from './inputs.ts';
import { noInputs, resolveSettings } from './policy/settings.ts';
import { causes, tell } from './reasons.fixture.ts';

const top = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');
const folder = 'docs/reasons/security-scan/';
const pages = readdirSync(new URL(folder, top)).map((name) => `${folder}${name}`);
const documents = ['docs/security-scan.md', 'actions/security-scan/README.md', ...pages];

const blocks = documents.flatMap((path) =>
  Array.from(read(path).matchAll(/```(\w+)\n([\s\S]*?)```/g), ([, language = '', text = '']) => ({
    path,
    language,
    text,
  })),
);
const yaml = blocks.filter(({ language }) => language === 'yaml');
/** A policy, or a part of one; an example of what is refused stands on the page of `configuration`. */
const policies = yaml.filter(({ text }) => /^security:/m.test(text)).map(({ path, text }) => [path, text] as const);
const isBad = (path: string) => path.endsWith('/configuration.md');
const wholeOf = (text: string) => (/^version:/m.test(text) ? text : `version: 1\n${text}`);

/** Inputs that steps of our own action are given. */
function inputsOf(text: string): readonly string[] {
  const steps = text.split(/^(?= *- )/m).filter((step) => step.includes('actions/security-scan@'));
  return steps.flatMap((step) => Object.keys((parse(step)[0] as { with?: Record<string, unknown> }).with ?? {}));
}

describe('the documentation', () => {
  it('shows policies and workflows', () => {
    expect(policies.length).toBeGreaterThan(10);
    expect(yaml.length - policies.length).toBeGreaterThan(8);
  });

  it.each(policies.filter(([path]) => !isBad(path)))('shows a policy that can be read: %s', (path, text) => {
    const { faults, value } = readSecurityPolicy(wholeOf(text), { file: path });
    expect(faults).toEqual([]);
    expect(resolveSettings(value?.security ?? {}, noInputs).refusals).toEqual([]);
  });

  it.each(policies.filter(([path]) => isBad(path)))('shows a bad policy that is refused: %s', (path, text) => {
    expect(readSecurityPolicy(wholeOf(text), { file: path }).faults.length).toBeGreaterThan(1);
  });

  it.each(yaml.map(({ path, text }) => [path, text] as const))('shows YAML: %s', (_, text) => {
    expect(parse(text)).toBeTypeOf('object');
  });

  it('names every scanner in the help and in the tables of the inputs', () => {
    const described = inputSpecs.find(({ name }) => name === 'scanners')?.description ?? '';
    const inputs = read('actions/security-scan/action.yml').match(/ {2}scanners:\n {4}description: (.*)/)?.[1] ?? '';
    for (const name of ['auto', 'none', ...SECURITY_SCANNERS])
      expect(
        [described, inputs.replaceAll('`', '')].filter((text) => !new RegExp(`[ :]${name}[,.]`).test(text)),
      ).toEqual([]);
  });

  it('gives its own action only inputs that it has', () => {
    const names = inputSpecs.map(({ name }) => name as string);
    const given = yaml.flatMap(({ text }) => inputsOf(text));
    expect(given.length).toBeGreaterThan(6);
    expect(given.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('pins every action and every install', () => {
    const uses = yaml.flatMap(({ text }) => Array.from(text.matchAll(/uses: (\S+)/g), ([, name = '']) => name));
    expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
    const installs = yaml.flatMap(({ text }) =>
      text.split('\n').filter((line) => /pip.* install|go install|npm (?:i|install) -g/.test(line)),
    );
    expect(installs.length).toBeGreaterThan(2);
    expect(installs.filter((line) => !/--require-hashes|@v\d+\.\d+\.\d+/.test(line))).toEqual([]);
    const downloads = yaml.filter(({ text }) => /curl .*\.tar\.gz/.test(text));
    expect(downloads.filter(({ text }) => !text.includes('sha256sum --check'))).toEqual([]);
  });

  it('lists every reason, with what it blocks', () => {
    const index = read(`${folder}README.md`);
    for (const cause of Object.values(causes)) {
      const { severity, blocks: what } = tell(cause);
      expect(index).toMatch(
        new RegExp(`\\[${cause.code}\\]\\(${cause.code}\\.md\\) \\| [^|]+ \\| ${severity} \\| ${what} \\|`),
      );
    }
  });

  it.each(pages.filter((path) => !path.endsWith('README.md')))('says all that a page has to: %s', (path) => {
    const heads = Array.from(read(path).matchAll(/^## (.*)$/gm), ([, head]) => head);
    expect(heads).toEqual(['What was seen', 'Why it matters', 'How to mend', 'How to allow it knowingly', 'Related']);
  });

  it.each(documents)('leads only to pages and headings that are there: %s', (path) => {
    const links = Array.from(read(path).matchAll(/\]\(([^)\s]+)\)/g), ([, to = '']) => to);
    for (const to of links.filter((each) => !each.startsWith('http'))) {
      const [file = '', heading] = to.split('#');
      const target = file === '' ? new URL(path, top) : new URL(file, new URL(path, top));
      const text = readFileSync(target, 'utf8');
      if (heading !== undefined) expect(headingsOf(text), to).toContain(heading);
    }
  });
});

/** As GitHub makes anchors of them. */
function headingsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, head = '']) =>
    head
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
