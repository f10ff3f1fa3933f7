/** lcov's trace file (`man geninfo`, "FILES"): a record for each source file, from `SF:` to `end_of_record`. */
import { type Covered, coverageMeasure, leastCovered } from './coverage.ts';
import { type Measure, type ReportRead, refusal } from './measure.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = 'an lcov trace file whose records each end with end_of_record';

interface FileRecord {
  readonly file: string;
  readonly lines: Covered;
  readonly branches: Covered;
}

export function readLcov(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT);
  if ('refused' in read) return read;
  // A cut just behind a record cannot be seen but by the end of the line that every tool writes.
  if (!read.text.endsWith('\n')) return refusal(WHAT, 'a file that is cut off');
  const records = recordsOf(linesOf(read.text));
  if (typeof records === 'string') return refusal(WHAT, records);
  const lines = total(records.map((each) => each.lines));
  const measures = new Map<string, Measure>();
  const ofLines = coverageMeasure('lines', lines);
  const ofBranches = coverageMeasure('branches', total(records.map(({ branches }) => branches)));
  if (ofLines !== undefined) measures.set('lines', ofLines);
  if (ofBranches !== undefined) measures.set('branches', ofBranches);
  const findings = leastCovered(records.map((each) => ({ file: each.file, ...each.lines })));
  return { measures, defaultMeasure: 'lines', findings, counted: lines.all };
}

/** Or what is wrong with them. */
function recordsOf(lines: readonly string[]): readonly FileRecord[] | string {
  const records: FileRecord[] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (open === undefined && /^(?:TN:.*|#.*|)$/.test(line)) continue;
    if (line.startsWith('SF:')) {
      if (open !== undefined) return 'a record that does not end';
      open = [];
    }
    if (open === undefined) return 'a line outside of any record';
    if (line === 'end_of_record') {
      const record = recordOf(open);
      if (record === undefined) return 'a record with a count that is no number';
      records.push(record);
      open = undefined;
    } else open.push(line);
  }
  return open === undefined ? records : 'a file that is cut off';
}

/** What the `DA` and `BRDA` lines give, or what `LF`, `LH`, `BRF` and `BRH` say, whichever is worse. */
function recordOf(lines: readonly string[]): FileRecord | undefined {
  const numbers = new Map<string, number>();
  const hits = new Map<string, boolean>();
  const branches: boolean[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? [];
    const fields = value.split(',');
    if (name === 'DA') {
      const [place = '', times = ''] = fields;
      if (!/^\d+$/.test(place) || !/^-?\d+$/.test(times)) return undefined;
      hits.set(place, hits.get(place) === true || Number(times) > 0);
    }
    if (name === 'BRDA') branches.push(Number(fields.at(-1)) > 0);
    if (/^(?:LF|LH|BRF|BRH)$/.test(name)) {
      if (!/^\d{1,15}$/.test(value)) return undefined;
      numbers.set(name, Number(value));
    }
  }
  const file = placeOf((lines[0] ?? '').slice('SF:'.length));
  return {
    file,
    lines: worse([...hits.values()], numbers.get('LF'), numbers.get('LH')),
    branches: worse(branches, numbers.get('BRF'), numbers.get('BRH')),
  };
}

function worse(hits: readonly boolean[], found: number | undefined, hit: number | undefined): Covered {
  const counted = hits.filter(Boolean).length;
  if (hits.length === 0) return { covered: Math.min(hit ?? 0, found ?? 0), all: found ?? 0 };
  return { covered: Math.min(counted, hit ?? counted), all: Math.max(hits.length, found ?? 0) };
}

function total(all: readonly Covered[]): Covered {
  return all.reduce<Covered>((sum, each) => ({ covered: sum.covered + each.covered, all: sum.all + each.all }), {
    covered: 0,
    all: 0,
  });
}
