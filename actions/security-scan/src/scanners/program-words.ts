/** What tools write, made fit for our own messages. Pure. */
import { cut, visible } from '@shipgate/kit/escape';

/** `5 min`, `90 s`, `300 ms`. */
export function durationWords(ms: number): string {
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000} min`;
  return ms >= 1_000 ? `${Math.round(ms / 100) / 10} s` : `${ms} ms`;
}

/**
 * The last line that a tool wrote, fit for a message: one line, at most 160 signs, without the folders of this run and
 * without what stands before `@` in an address.
 */
export function lastWords(output: string, folders: readonly string[] = []): string {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  return words(lines.findLast((line) => line !== '') ?? '', folders);
}

/** A text of a tool, fit for a message; see `lastWords`. */
export function words(text: string, folders: readonly string[] = []): string {
  const plain = text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replace(/:\/\/[^/\s@]*@/g, '://');
  const short = folders
    .filter((folder) => folder !== '')
    .toSorted((one, two) => two.length - one.length)
    .reduce((left, folder) => left.replaceAll(`${folder}/`, '').replaceAll(folder, '.'), plain);
  return cut(visible(short).trim(), 160);
}

/** The first number with dots in what `--version` says, with what follows it up to a space. */
export function versionIn(output: string): string | null {
  return /(?<![\w.])v?(\d+\.\d+(?:\.\d+)?(?:[-+.]?[0-9A-Za-z]+)*)/.exec(output)?.[1] ?? null;
}
