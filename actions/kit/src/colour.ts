/** Colour only repeats what a word already says. */
import type { Environment } from './host.ts';

export interface Paint {
  bold(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  /** A word of state in its colour. */
  state(word: string): string;
}

const stateColours: Readonly<Record<string, number>> = {
  ok: 32,
  PASS: 32,
  FAIL: 31,
  FAULT: 31,
  UNKNOWN: 33,
  '??': 33,
  warn: 33,
  wait: 33,
};

/** SGR sequences, or none. */
export function painter(on: boolean): Paint {
  const sgr = (code: number) => (text: string) => (on ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: sgr(1),
    red: sgr(31),
    green: sgr(32),
    yellow: sgr(33),
    state: (word) => (stateColours[word] === undefined ? word : sgr(stateColours[word])(word)),
  };
}

/**
 * `--no-color` wins, then FORCE_COLOR (as Node reads it: 0 or false is off), then NO_COLOR (no-color.org: any text);
 * else on for a terminal and in GitHub, whose log shows it.
 */
export function colourIsOn(env: Environment, given: { flag: boolean; terminal: boolean; github: boolean }): boolean {
  if (!given.flag) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return given.github || (given.terminal && env['TERM'] !== 'dumb');
}
