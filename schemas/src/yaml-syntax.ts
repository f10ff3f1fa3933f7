import type { Document, ErrorCode, YAMLError } from 'yaml';
import type { Fault } from './fault.ts';
import { isPlain } from './plain-text.ts';
import type { FaultWords, Range, SourceText } from './source-text.ts';
import { faultAt, withoutValues } from './source-text.ts';
import { shownValue } from './value-text.ts';

const TAB: FaultWords = {
  title: 'a tab indents this line',
  expected: 'spaces',
  got: 'a tab',
  do: 'put two spaces in its place',
};

const UNCLOSED: FaultWords = {
  title: 'a bracket is not closed',
  expected: 'a closing ] or }, indented deeper than the key that opens it',
  got: 'the end, or another key',
  do: 'close the bracket',
};

/** Depth of nesting: far above any real file, far below what uses up the stack. */
export const DEEPEST = 50;

export const NESTED: FaultWords = {
  title: 'values are nested too deeply',
  expected: `at most ${DEEPEST} levels`,
  got: 'more',
  do: 'check whether this is the right file',
};

const WORDS: Partial<Record<ErrorCode, FaultWords>> = {
  TAB_AS_INDENT: TAB,
  RESOURCE_EXHAUSTION: NESTED,
  BAD_COLLECTION_TYPE: {
    title: 'a list and a map are mixed',
    expected: 'the value in the form that its tag names',
    got: 'another form',
    do: 'drop the tag',
  },
  BAD_SCALAR_START: {
    title: 'a value begins with a reserved character',
    expected: 'text in quotes',
    got: '` or @ at the start',
    do: 'put the value in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    title: 'a key stands where a value was begun',
    expected: 'keys of one map below each other, indented alike',
    got: 'a deeper key, or two keys in one line',
    do: 'give the line the indentation of its neighbours, or quote the value that holds ": "',
  },
  MULTIPLE_DOCS: {
    title: 'a second document begins',
    expected: 'one document',
    got: '---',
    do: 'keep one document in the file',
  },
};

/** Faults of the text as YAML, one per line at most: what follows a slip in the same line follows from it. */
export function syntaxFaults(text: SourceText, document: Document): Fault[] {
  const source = withoutValues(text);
  const faults = new Map<number, Fault>();
  for (const error of [...document.errors, ...document.warnings]) {
    const fault = faultAt(source, rangeFor(error, source), wordsFor(error, source));
    const line = fault.location?.line ?? 0;
    if (!faults.has(line)) faults.set(line, fault);
  }
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    const start = Math.max(source.text.search(/^%YAML/m), 0);
    faults.set(0, faultAt(source, [start, start + 5], otherVersion(document.directives.yaml.version)));
  }
  return [...faults.values()];
}

/** Where an unclosed quote opens helps more than where the text ends. */
function rangeFor(error: YAMLError, source: SourceText): Range {
  const quote = /closing (["'])/.exec(error.message)?.[1];
  const opening = quote === undefined ? -1 : source.text.lastIndexOf(quote, error.pos[0] - 1);
  return opening === -1 ? [error.pos[0], error.pos[1]] : [opening, opening + 1];
}

function wordsFor(error: YAMLError, source: SourceText): FaultWords {
  const got = source.text.slice(error.pos[0], error.pos[1]);
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const shown = isPlain(got.replace(/^!+/, '')) ? got : '!...';
    return { title: `tag ${shown} is not read`, expected: 'plain values', got: shown, do: 'drop the tag' };
  }
  if (error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR') return wrongEnd(error.message, got);
  return WORDS[error.code] ?? otherSlip(error.message, got);
}

function wrongEnd(message: string, got: string): FaultWords {
  if (/flow (sequence|map)/i.test(message)) return UNCLOSED;
  if (/closing .*quote/i.test(message)) {
    const words = { title: 'a quote is not closed', expected: 'a closing quote', got: 'the end of the text' };
    return { ...words, do: 'close the quote' };
  }
  if (!/same column/.test(message)) return otherSlip(message, got);
  const title = 'entries of one list or map are not indented alike';
  return {
    title,
    expected: 'the same column for all of them',
    got: 'another column',
    do: 'indent the line like its neighbours',
  };
}

function otherSlip(message: string, got: string): FaultWords {
  const shown = got.trim() === '' ? 'something else' : shownValue(got.split('\n')[0]);
  // Behind the colon stands what the file has.
  const reason = message.split(/:|\n/)[0] ?? message;
  return {
    title: `the text is not YAML (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`,
    expected: 'YAML 1.2',
    got: shown,
    do: 'mend the syntax; the other faults show when the text can be read',
  };
}

function otherVersion(version: string): FaultWords {
  const title = 'another version of YAML is asked for';
  return { title, expected: '%YAML 1.2, or no such line', got: `%YAML ${version}`, do: 'drop the line' };
}
