/** A part of one line of a text file; lines and columns count from 1, columns in UTF-16 units as in editors. */
export interface FaultLocation {
  /** As the user named it, or from the top of the repository. */
  file: string;
  line: number;
  column: number;
  /** First column after the part; absent when only the start is known. */
  endColumn?: number;
}

/**
 * One thing in a configuration or an input that keeps a gate from running, told so that its owner can mend it.
 * Texts may hold what a file said: they are escaped where they are printed, not here.
 */
export interface Fault {
  /** What is wrong, naming the object: `unknown key "at-maximum" in canary`. */
  title: string;
  expected: string;
  got: string;
  /** What to do, in the imperative. */
  do: string;
  location?: FaultLocation;
  /** Lines of the file around the location, as they are. */
  excerpt?: { line: number; text: string }[];
  /** Place of a second part of the same slip, as `line:column`; printed behind `got`. */
  related?: string;
}

/** Thrown when the user can mend the cause; holds all faults that were found, in order of the file. */
export class ConfigurationError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultInOneLine).join('\n'));
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

/** `file:line:column`, or the empty text when a fault has no place. */
export function placeOf(fault: Fault): string {
  if (fault.location === undefined) return '';
  const { file, line, column } = fault.location;
  return `${file}:${line}:${column}`;
}

/** Order of the file; faults without a place come first. Keeps the order of what is at one place. */
export function inFileOrder(faults: readonly Fault[]): Fault[] {
  const line = (fault: Fault) => fault.location?.line ?? 0;
  const column = (fault: Fault) => fault.location?.column ?? 0;
  return faults.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}

function faultInOneLine(fault: Fault): string {
  const place = placeOf(fault);
  return `${place === '' ? '' : `${place} `}${fault.title}: expected ${fault.expected}, got ${fault.got}; ${fault.do}`;
}
