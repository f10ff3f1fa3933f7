/** Texts of results and rules: plain text only, never Markdown (SARIF 2.1.0, 3.11 and 3.12). */
import { cut } from '@shipgate/kit/escape';
import { at, textAt, textsAt } from './sarif-fields.ts';
import type { RuleOf } from './sarif-rules.ts';

const LONGEST_READ = 4_000;
const LONGEST_MESSAGE = 1_000;
const LONGEST_TITLE = 120;

/** `message.text`, else the text that `message.id` names; with its placeholders filled and links to other places of the result undone. */
export function messageOf(result: unknown, { rule, component }: RuleOf): string {
  const message = at(result, 'message');
  const id = textAt(message, 'id');
  const strings = [at(rule, 'messageStrings'), at(component, 'globalMessageStrings')];
  const named = id === undefined ? undefined : strings.map((each) => textAt(each, id, 'text')).find(isThere);
  const text = [textAt(message, 'text'), named].find(isThere);
  if (text === undefined) return '';
  // Cut before and behind: what is looked at is short, and what arguments make of it is.
  const whole = filled(text.slice(0, LONGEST_READ), argumentsOf(message)).slice(0, LONGEST_READ);
  return cut(unlinked(whole).trim(), LONGEST_MESSAGE);
}

/** What is there, in a few words; '' when the file has none. `isSecret`: only what a rule says of itself, since a message may quote the value. */
export function titleOf({ rule, id }: RuleOf, message: string, isSecret: boolean): string {
  const short = textAt(rule, 'shortDescription', 'text');
  const full = isSecret ? undefined : textAt(rule, 'fullDescription', 'text');
  const ofRule = (text: string | undefined) => (isThere(text) && !isForm(text) ? text : undefined);
  const said = isSecret || message === '' ? undefined : message;
  const title = [ofRule(short), said, ofRule(full), ofRule(textAt(rule, 'name')), id].find(isThere);
  return cut(sentence(title ?? ''), LONGEST_TITLE);
}

/** Each short: one that is long would be repeated by every placeholder. */
function argumentsOf(message: unknown): readonly string[] {
  return textsAt(message, 'arguments').map((each) => each.slice(0, 500));
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** A form that messages fill, or the id in other words. */
function isForm(text: string): boolean {
  return /\{\w{0,80}\}/.test(text) || /^Semgrep Finding: /.test(text);
}

/** The first sentence of the first line. */
function sentence(text: string): string {
  const line =
    text
      .slice(0, LONGEST_READ)
      .trim()
      .split(/[\r\n]/, 1)[0] ?? '';
  return (/^.{8,}?[.!?](?=\s)/u.exec(line)?.[0] ?? line).replace(/[.\s]+$/u, '');
}

/** 3.11.5: `{0}` is the first argument, `{{` and `}}` are braces. Without arguments braces are what they are: tools quote code. */
function filled(text: string, values: readonly string[]): string {
  if (values.length === 0) return text;
  return text.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (whole, index: string | undefined) => {
    if (index === undefined) return whole.charAt(0);
    return values[Number(index)] ?? whole;
  });
}

/** 3.11.6: `[text](1)` leads to a related location, which stands nowhere here. */
function unlinked(text: string): string {
  if (!text.includes('](')) return text;
  return text.replace(/\[((?:[^\]\\]|\\.){0,200})\]\(\d{1,9}\)/g, (_whole, words: string) =>
    words.replace(/\\(.)/g, '$1'),
  );
}
