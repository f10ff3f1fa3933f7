/** Errors of ours that may hold what is being scanned: JSON.parse quotes a text that it cannot read. */
import { BaseUnreadable } from '@shipgate/kit/base-files';
import { CommandError } from '@shipgate/kit/command';
import { GitError } from '@shipgate/kit/git';
import { ConfigurationError } from '@shipgate/schemas';

/** An error of the same kind and place without its words; those that were made for people stay as they are. */
export function withoutWords(error: unknown): unknown {
  const forPeople = [ConfigurationError, BaseUnreadable, GitError, CommandError];
  if (!(error instanceof Error) || forPeople.some((kind) => error instanceof kind)) return error;
  const plain = new Error(`an error of the kind ${error.name}`);
  plain.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  plain.stack = [`${error.name}: its words are not shown`, ...frames].join('\n');
  return plain;
}
