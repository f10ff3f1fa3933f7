/** Places as the verdict's schema takes them: outside reports have lines that are none. */
import type { Location } from '@shipgate/schemas';

interface Given {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly endColumn?: number | undefined;
}

/** undefined without a file; numbers that are none are left out, and so is what stands behind them. */
export function placeOf({ file, line, column, endColumn }: Given): Location | undefined {
  if (file === '') return undefined;
  if (!isPlace(line)) return { file };
  if (!isPlace(column)) return { file, line };
  return isPlace(endColumn) ? { file, line, column, endColumn } : { file, line, column };
}

/** Lines and columns are whole, from 1. */
export function isPlace(number: number | undefined): number is number {
  return number !== undefined && Number.isSafeInteger(number) && number >= 1;
}
