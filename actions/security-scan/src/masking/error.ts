/** Errors of ours that may hold what is being scanned: JSON.parse quotes a text that it cannot read. */
import { BaseUnreadable } from '@shipgate/kit/base-files';
import { CommandError } from '@shipgate/kit/command';
import { GitError } from '@shipgate/kit/git';
import { ConfigurationError, type Fault } from '@shipgate/schemas';
import { redactorOf } from './redactor.ts';
import { secretsIn } from './spoken.ts';

/**
 * What may be told of an error. A fault of the configuration quotes the file: secrets in it are masked. What goes wrong
 * against all expectation keeps its kind and its place, and loses its words.
 */
export function tellable(error: unknown): unknown {
  if (error instanceof GitError && error.code === 'name-not-utf-8') return tellable(oddName(error));
  if (error instanceof ConfigurationError) return new ConfigurationError(error.faults.map(maskFault));
  const forPeople = [BaseUnreadable, GitError, CommandError];
  if (!(error instanceof Error) || forPeople.some((kind) => error instanceof kind)) return error;
  const plain = new Error(`an error of the kind ${error.name}`);
  plain.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  plain.stack = [`${error.name}: its words are not shown`, ...frames].join('\n');
  return plain;
}

/** Whoever has the repository can mend it, and the gate is whole. */
function oddName({ message }: GitError): ConfigurationError {
  const title = 'a file cannot be named, and so not be scanned';
  const mend = 'rename it in UTF-8 (git mv), or take it out of the repository';
  return new ConfigurationError([{ title, expected: 'names of files in UTF-8', got: message, do: mend }]);
}

function maskFault(fault: Fault): Fault {
  const { title, expected, got, do: mend, excerpt, location } = fault;
  const lines = excerpt ?? [];
  const texts = [title, expected, got, mend, location?.file ?? '', ...lines.map(({ text }) => text)];
  const { redact, isEmpty } = redactorOf(secretsIn(texts));
  if (isEmpty) return fault;
  return {
    ...fault,
    ...{ title: redact(title), expected: redact(expected), got: redact(got), do: redact(mend) },
    ...(location === undefined ? {} : { location: { ...location, file: redact(location.file) } }),
    ...(excerpt === undefined ? {} : { excerpt: excerpt.map((line) => ({ ...line, text: redact(line.text) })) }),
  };
}
