/** The table of seed-items.txt, and items written as its rows are: what a person reads in the document. */
import { readFileSync } from 'node:fs';
import type { Item, Threshold } from './model.ts';

/** A row of the table. */
export interface SeedRow {
  /** `= …` above it, without the sign. */
  readonly phase: string;
  /** `7 - Все тесты проходят` */
  readonly head: string;
  readonly notes: readonly string[];
}

/** All rows, in the order of the file. */
export function seedRows(): SeedRow[] {
  const lines = readFileSync(new URL('seed-items.txt', import.meta.url), 'utf8').split('\n');
  const rows: SeedRow[] = [];
  let phase: string | undefined;
  for (const line of lines) {
    if (line.startsWith('= ')) phase = line.slice(2);
    else if (phase !== undefined && line !== '') {
      const [head = '', ...notes] = line.split(' | ');
      rows.push({ phase, head, notes });
    }
  }
  return rows;
}

/** As a row, with as much of the text as `row` has. */
export function rowOf(item: Item, row: SeedRow): SeedRow {
  const marker = `${item.line} ${'-'.repeat(item.depth + 1)} `;
  const notes = [
    ...item.codeBlocks.map((block) => `code ${block.line}`),
    ...item.thresholds.map((threshold) => thresholdNote(threshold, item.line)),
    ...(item.ifApplicable ? ['if applicable'] : []),
    ...(item.signoff === undefined ? [] : ['signature']),
  ];
  const phase = item.phase?.number === undefined ? `none ${item.phase?.line}` : String(item.phase.number);
  return { phase, head: `${marker}${item.text}`.slice(0, row.head.length), notes };
}

function thresholdNote({ operator, value, upTo, unit, line }: Threshold, itemLine: number): string {
  const range = upTo === undefined ? '' : ` to ${upTo}`;
  return `${operator} ${value}${range} ${unit}${line === itemLine ? '' : ` at ${line}`}`;
}
