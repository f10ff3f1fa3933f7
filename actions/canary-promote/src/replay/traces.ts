/** A file of traces, answered line by line. */
import { createReadStream } from 'node:fs';
import type { Plan } from '../plan.ts';
import { replayTrace } from './answer.ts';
import { ShapeError } from './shape.ts';
import { parseTrace } from './trace.ts';

export interface TraceRun {
  readonly file: string;
  readonly plan: Plan;
  /** Whether the plan was given, so that its holds count. */
  readonly planned: boolean;
  /** Answers, as text that ends with a newline. */
  write(text: string): void;
  /** A line that cannot be answered: it is said, and the others are answered all the same. */
  fault(line: number, error: ShapeError): void;
}

const BUFFER = 1 << 16;

/** Gives how many traces were answered, and how many could not be. */
export async function replayTraces({
  file,
  plan,
  planned,
  write,
  fault,
}: TraceRun): Promise<{ answered: number; faults: number }> {
  let number = 0;
  let answered = 0;
  let faults = 0;
  let waiting = '';
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      waiting += `${JSON.stringify(replayTrace(parseTrace(parsed(line), plan, planned), plan))}\n`;
      answered += 1;
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      faults += 1;
      fault(number, error);
    }
    if (waiting.length >= BUFFER) {
      write(waiting);
      waiting = '';
    }
  }
  write(waiting);
  return { answered, faults };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new ShapeError('', 'JSON', error instanceof Error ? error.message : 'none');
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
