/** What `black --check` writes to stderr (its documentation, "Command line options"). */
import { counted } from '../evidence/shown.ts';
import { type Finding, faults, firstOf, type ReportRead, refusal } from './measure.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = 'the stderr of `black --check`, up to its line of sums';
const MEND = 'Run `black --check PACKAGE 2> FILE`';

/** `1 file would be reformatted, 2 files would be left unchanged, 1 file would fail to reformat.`, and the same without `--check`. */
const SUM =
  /^(?:\d{1,9} files? (?:would be |would )?(?:reformatted|left unchanged|fail to reformat|failed to reformat)(?:, |\.$))+$/;
const PART = /(\d+) files? (?:would be |would )?(reformatted|left unchanged|fail to reformat|failed to reformat)/g;
/** Without `--check`, black has changed the files: they were not formatted in the commit. */
const NAMED = /^(?:would reformat|reformatted|error: cannot (?:format|parse):?) (.+?)(?::\d+:\d+|: .*)?$/;

export function readBlack(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const lines = linesOf(read.text);
  const last = lines.at(-1) ?? '';
  if (!SUM.test(last)) return refusal(WHAT, 'text without it', MEND);
  const parts = [...last.matchAll(PART)].map(([, number, what]) => ({
    number: Number(number),
    unchanged: what === 'left unchanged',
  }));
  const files = parts.reduce((sum, { number }) => sum + number, 0);
  const findings = lines.flatMap((line): Finding[] => {
    const file = NAMED.exec(line)?.[1];
    return file === undefined ? [] : [{ text: 'not formatted', file: placeOf(file) }];
  });
  const wrong = parts.filter(({ unchanged }) => !unchanged).reduce((sum, { number }) => sum + number, 0);
  const unformatted = Math.max(wrong, findings.length, lines.some((line) => line.startsWith('Oh no!')) ? 1 : 0);
  return {
    measures: new Map([
      [
        'files',
        faults(unformatted, `${unformatted} of ${counted(files, 'file')} not formatted`, [
          'files',
          'unformatted files',
          'black',
        ]),
      ],
    ]),
    defaultMeasure: 'files',
    findings: firstOf(findings),
    counted: files,
  };
}
