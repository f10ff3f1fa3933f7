// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { english } from './english';
import russian from './russian';

type Nested = { readonly [key: string]: string | Nested };

function flat(messages: Nested, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]): [string, string][] =>
    typeof message === 'string' ? [[`${prefix}${key}`, message]] : flat(message, `${prefix}${key}.`),
  );
}

const plural = /_(?:one|few|many|other)$/;
const placeholders = (message: string | undefined) =>
  [...(message ?? '').matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
const inEnglish = new Map(flat(english));
const inRussian = new Map<string, string>(Object.entries(russian));

describe('the words', () => {
  it('are the same keys in both languages, plurals apart', () => {
    const keys = (messages: Map<string, string>) =>
      [...new Set([...messages.keys()].map((key) => key.replace(plural, '')))].sort();
    expect(keys(inRussian)).toEqual(keys(inEnglish));
  });

  it('have every plural of their language', () => {
    const forms = (messages: Map<string, string>, form: RegExp) =>
      [...messages.keys()].filter((key) => form.test(key)).length;
    expect(forms(inEnglish, /_one$/)).toBe(forms(inEnglish, /_other$/));
    for (const form of [/_one$/, /_few$/, /_many$/]) expect(forms(inRussian, form)).toBe(forms(inRussian, /_other$/));
  });

  it('name the same values in both languages', () => {
    for (const [key, message] of inRussian) {
      const other = inEnglish.get(key) ?? inEnglish.get(key.replace(plural, '_other'));
      expect([key, placeholders(message)]).toEqual([key, placeholders(other)]);
    }
  });
});
