/** Evidence of kind `report`: a file that a tool wrote, held against the limits of the item. */
import type { EvidenceQuestion, EvidenceReader, RepositoryFiles } from '../ports.ts';
import { judge } from '../readers/compare.ts';
import type { Report } from '../readers/measure.ts';
import { makers, readers } from '../readers/readers.ts';
import type { ReportEntry } from './entry.ts';
import { type Judged, resultOf, unknown } from './judged.ts';
import { thresholdOf } from './limit.ts';
import { judgeCommit, judgeMaking, judgeState } from './report-origin.ts';
import type { EvidenceResult } from './result.ts';

type Question = EvidenceQuestion<ReportEntry>;

export class ReportEvidence implements EvidenceReader<ReportEntry> {
  readonly #files: RepositoryFiles;

  constructor(files: RepositoryFiles) {
    this.#files = files;
  }

  async look(question: Question): Promise<EvidenceResult> {
    const { entry } = question;
    const judged = await this.#judged(question).catch(() =>
      unknown(
        `${entry.file} could not be looked at: git or the disk did not answer`,
        'Look at the log of this run for the reason',
      ),
    );
    return resultOf('report', entry.file, judged);
  }

  async #judged(question: Question): Promise<Judged> {
    const { entry } = question;
    const maker = `Make it with \`${makers[entry.format].replace('FILE', () => entry.file)}\``;
    const file = await this.#files.read(entry.file);
    if ('kind' in file) {
      return unknown(
        file.kind === 'missing' ? `${entry.file} is missing` : `${entry.file} was not read: ${file.why}`,
        maker,
      );
    }
    const { sha256 } = file;
    const report = readers[entry.format](file.bytes);
    if ('refused' in report)
      return unknown(`${entry.file} could not be read: ${report.refused}`, report.mend ?? maker, { sha256 });
    const origin = judgeMaking(question, file, report) ?? (await this.#commitTrouble(question, report));
    const at = (report.generatedAt ?? file.at).toISOString();
    return { ...(origin ?? content(question, report)), sha256, at };
  }

  /** The file with the commit, then what the report says itself: each that there is must name this commit. */
  async #commitTrouble({ entry, subject }: Question, report: Report): Promise<Judged | undefined> {
    const path = entry['commit-file'];
    const named = report.subject?.commit;
    const own = named === undefined ? undefined : judgeCommit(entry.file, named, subject.commit);
    if (own !== undefined || path === undefined) return own;
    const file = await this.#files.read(path);
    if (!('kind' in file))
      return (
        judgeState(file) ?? judgeCommit(path, file.bytes.subarray(0, 200).toString('latin1').trim(), subject.commit)
      );
    const why = file.kind === 'missing' ? `${path} is missing` : `${path} was not read: ${file.why}`;
    return unknown(
      `${why}, so nobody says of which commit ${entry.file} is`,
      `Write it when the report is made: \`git rev-parse HEAD > ${path}\``,
    );
  }
}

function content({ entry, item }: Question, report: Report): Judged {
  const threshold = entry.threshold === undefined ? undefined : thresholdOf(entry.threshold);
  if (entry.threshold !== undefined && threshold === undefined) {
    return unknown(
      'the threshold of the evidence cannot be read',
      'Write it as `> 80%`, `< 200ms`, `>= 30d` or `== 0`',
    );
  }
  return judge(report, { measure: entry.measure, threshold, ofItem: item.thresholds });
}
