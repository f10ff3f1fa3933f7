/** `eslint --format json` (its documentation, "Formatters"): a list of files with their messages. */
import { counted } from '../evidence/shown.ts';
import { at, countAt, jsonOf, listAt, listOf, textAt } from './json.ts';
import { count, type Finding, faults, firstOf, type ReportRead, refusal } from './measure.ts';
import { placeOf } from './text.ts';

const WHAT = 'the list of `eslint --format json`';

interface LintedFile {
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
}

export function readEslint(bytes: Buffer): ReportRead {
  const mend = 'Run `eslint --format json --output-file FILE .`';
  const read = jsonOf(bytes, WHAT, mend);
  if ('refused' in read) return read;
  const files = listOf(read.json)?.map(fileOf);
  if (files === undefined || files.includes(undefined)) return refusal(WHAT, 'JSON of another shape', mend);
  const linted = files.flatMap((file) => file ?? []);
  const errors = linted.reduce((sum, file) => sum + file.errors, 0);
  const warnings = linted.reduce((sum, file) => sum + file.warnings, 0);
  return {
    measures: new Map([
      [
        'errors',
        faults(errors, `${counted(errors, 'error')} in ${counted(linted.length, 'file')}`, [
          'errors',
          'ошибок',
          'eslint',
        ]),
      ],
      [
        'warnings',
        count(
          warnings,
          `${counted(warnings, 'warning')} in ${counted(linted.length, 'file')}`,
          ['warnings', 'предупреждений'],
          'lower',
        ),
      ],
    ]),
    defaultMeasure: 'errors',
    findings: firstOf(linted.flatMap(({ findings }) => findings)),
    counted: linted.length,
  };
}

/** Suppressed messages stand elsewhere. What the messages give or the counts say, whichever is more. */
function fileOf(value: unknown): LintedFile | undefined {
  const path = textAt(value, 'filePath');
  const messages = listAt(value, 'messages');
  const errors = countAt(value, 'errorCount');
  const warnings = countAt(value, 'warningCount');
  if (path === undefined || messages === undefined || errors === undefined || warnings === undefined) return undefined;
  const wrong = messages.filter((message) => at(message, 'severity') === 2 || at(message, 'fatal') === true);
  return {
    errors: Math.max(errors, countAt(value, 'fatalErrorCount') ?? 0, wrong.length),
    warnings: Math.max(warnings, messages.length - wrong.length),
    findings: wrong.map((message): Finding => {
      const line = countAt(message, 'line');
      const finding = { text: textAt(message, 'ruleId') ?? 'the file cannot be parsed', file: placeOf(path) };
      return line === undefined || line === 0 ? finding : { ...finding, line };
    }),
  };
}
