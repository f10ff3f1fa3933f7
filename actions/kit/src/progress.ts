/** Progress for people: one line per stage, as in design/messages/terminal.md. */

import type { Paint } from './colour.ts';
import { painter } from './colour.ts';
import { displayWidth, wrapWords } from './columns.ts';
import { commandProof, cut, visible } from './escape.ts';
import { plainSentence } from './report/sentence.ts';

/** `..` begins a stage, the others end it. */
export type StageState = 'ok' | 'FAIL' | '??' | '..' | 'skip' | 'wait';

export interface Progress {
  /** The first line: facts behind the gate's name and version. Without a call it is printed without facts. */
  heading(...facts: readonly string[]): void;
  /** The seconds of a stage count from its `..`, or from the end of the stage before, unless it says itself how long it took. */
  stage(name: string, text: string, state: StageState, tookMs?: number): void;
  /** A line that belongs to the stage above it. */
  note(text: string): void;
}

export interface ProgressOutput {
  write(text: string): void;
  /** A terminal: the running line is written and overwritten; else only finished lines. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Columns of the terminal, 80 when unknown. */
  readonly columns: number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

const textColumn = 19;
const timeColumn = 75;
const textWidth = 50;

/** Progress that writes lines. `title` is "migrate-gate 1.0.0". */
export function lineProgress(title: string, output: ProgressOutput): Progress & { end(): void } {
  const paint = painter(output.color);
  const started = new Map<string, number>();
  let last = output.now();
  let headed = false;
  let running = false;
  const clear = () => {
    if (running) output.write('\r\u001b[2K');
    running = false;
  };
  const heading = (...facts: readonly string[]) => {
    headed = true;
    clear();
    const shown = facts.filter((fact) => fact !== '').map((fact) => cut(plainSentence(fact)));
    const [first = '', ...rest] = wrapWords([title, ...shown].join('  '), 80);
    output.write([paint.bold(title) + first.slice(title.length), ...rest.map((line) => `  ${line}`), ''].join('\n'));
  };
  const finish = (name: string, text: string, state: StageState, tookMs?: number) => {
    const since = started.get(name) ?? last;
    last = output.now();
    started.delete(name);
    clear();
    output.write(`${stageLines(paint, name, text, state, tookMs ?? last - since).join('\n')}\n`);
  };
  return {
    heading,
    stage(name, text, state, tookMs) {
      if (!headed) heading();
      if (state !== '..') return finish(name, text, state, tookMs);
      if (!started.has(name)) started.set(name, output.now());
      if (!output.interactive) return;
      clear();
      output.write(
        startOf(paint, name, state) + cut(plainSentence(text), Math.max(10, output.columns - textColumn - 1)),
      );
      running = true;
    },
    note(text) {
      if (!headed) heading();
      clear();
      for (const line of wrapWords(plainSentence(text), 80 - 13))
        output.write(`${' '.repeat(13)}${commandProof(line)}\n`);
    },
    end() {
      if (!headed) heading();
      clear();
    },
  };
}

function startOf(paint: Paint, name: string, state: StageState): string {
  return `  ${paint.state(state)}${' '.repeat(6 - state.length)}${visible(name).padEnd(10)} `;
}

function stageLines(paint: Paint, name: string, text: string, state: StageState, elapsed: number): string[] {
  const time = `${(elapsed / 1000).toFixed(1)} s`;
  const lead = Math.max(textColumn, 9 + visible(name).length);
  const width = Math.max(20, Math.min(textWidth, 80 - lead - 1 - time.length));
  const [first = '', ...rest] = wrapWords(plainSentence(text), width);
  const used = lead + displayWidth(first);
  const gap = ' '.repeat(Math.max(1, timeColumn - used - time.length));
  return [
    `${startOf(paint, name, state)}${first}${gap}${time}`,
    ...rest.map((line) => commandProof(`${' '.repeat(textColumn)}${line}`)),
  ];
}
