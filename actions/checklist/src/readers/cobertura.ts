/** Cobertura's XML (coverage-04.dtd), as coverage.py, istanbul, coverlet and others write it. */
import { agrees, type Covered, coverageMeasure, leastCovered } from './coverage.ts';
import { madeAtEpoch } from './date.ts';
import { type Measure, type ReportRead, refusal } from './measure.ts';
import { placeOf } from './text.ts';
import { elementsOf, numberOf, type XmlElement, xmlOf } from './xml.ts';

const WHAT = 'Cobertura whose rates agree with its counts';

export function readCobertura(bytes: Buffer): ReportRead {
  const read = xmlOf(bytes, ['coverage']);
  if ('refused' in read) return read;
  const { root } = read;
  const files = elementsOf(root, 'class').map((each) => ({
    file: placeOf(each.attributes.get('filename') ?? ''),
    ...linesIn(each),
  }));
  const said = totalOf(root, 'lines');
  const seen = sum(files);
  if (!agrees(numberOf(root, 'line-rate'), said ?? seen))
    return refusal(WHAT, 'a line-rate that its lines do not give');
  const lines = worse(said ?? seen, seen);
  const branches = totalOf(root, 'branches');
  if (branches !== undefined && !agrees(numberOf(root, 'branch-rate'), branches)) {
    return refusal(WHAT, 'a branch-rate that its branches do not give');
  }
  const measures = new Map<string, Measure>();
  const ofLines = coverageMeasure('lines', lines);
  const ofBranches = branches === undefined ? undefined : coverageMeasure('branches', branches);
  if (ofLines !== undefined) measures.set('lines', ofLines);
  if (ofBranches !== undefined) measures.set('branches', ofBranches);
  return {
    measures,
    defaultMeasure: 'lines',
    ...madeAtEpoch(numberOf(root, 'timestamp')),
    // Paths begin at a `<source>`, which may be any folder.
    findings: leastCovered(files, false),
    counted: lines.all,
    hint: 'Make the report with branches (`coverage run --branch`), or name `measure: lines`',
  };
}

function totalOf(root: XmlElement, of: 'lines' | 'branches'): Covered | undefined {
  const covered = numberOf(root, `${of}-covered`);
  const all = numberOf(root, `${of}-valid`);
  return covered === undefined || all === undefined || covered > all ? undefined : { covered, all };
}

/** Tools count lines of several classes in one file in their own ways: the smaller share counts. */
function worse(said: Covered, seen: Covered): Covered {
  return seen.all > 0 && seen.covered * said.all < said.covered * seen.all ? seen : said;
}

/** Those of the class, not of its methods, which repeat them. */
function linesIn(of: XmlElement): Covered {
  const lines = of.children.filter(({ name }) => name === 'lines').flatMap(({ children }) => children);
  return { covered: lines.filter((line) => (numberOf(line, 'hits') ?? 0) > 0).length, all: lines.length };
}

function sum(files: readonly Covered[]): Covered {
  return files.reduce<Covered>(
    (total, { covered, all }) => ({ covered: total.covered + covered, all: total.all + all }),
    { covered: 0, all: 0 },
  );
}
