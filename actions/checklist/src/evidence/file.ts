/** Evidence of kind `file`: what files of the repository hold. */
import type { EvidenceQuestion, EvidenceReader, FileTrouble, RepositoryFiles, SeenFile } from '../ports.ts';
import { freshnessOf, judgeAge } from './age.ts';
import { textOf } from './documents.ts';
import type { FileEntry } from './entry.ts';
import { isLicense, judgeLicense, judgeText } from './file-content.ts';
import { judgeData } from './file-data.ts';
import { failed, gravest, type Judged, resultOf, stale, unknown } from './judged.ts';
import { ageIsKnown } from './repository-files.ts';
import type { EvidenceResult } from './result.ts';

/** More are no evidence of one item. */
const mostFiles = 500;

type Question = EvidenceQuestion<FileEntry>;

export class FileReader implements EvidenceReader<FileEntry> {
  private readonly files: RepositoryFiles;

  constructor(files: RepositoryFiles) {
    this.files = files;
  }

  async look(question: Question): Promise<EvidenceResult> {
    const { file } = question.entry;
    try {
      const { source = file, ...judged } = await this.judge(question);
      return resultOf('file', source, judged);
    } catch {
      return resultOf(
        'file',
        file,
        unknown(
          `${file} could not be looked at: git or the disk did not answer`,
          'Run this once more in a whole checkout',
        ),
      );
    }
  }

  private async judge(question: Question): Promise<Judged & { source?: string }> {
    const { file } = question.entry;
    const paths = await this.files.match(file);
    const [first] = paths;
    if (first === undefined) return this.absent(question);
    if (paths.length > mostFiles)
      return unknown(`${file} means more than ${mostFiles} files`, 'Write a pattern that means fewer');
    const judged: (Judged & { source: string })[] = [];
    for (const path of paths) judged.push({ ...(await this.judgeFile(path, question)), source: path });
    const worst = gravest(judged);
    if (paths.length === 1 || worst.outcome !== 'pass') return worst;
    return { ...worst, seen: `all ${paths.length} files of ${file} are as wanted`, source: file };
  }

  /** `match` may know nothing of a path that may not be read at all. */
  private async absent({ entry: { file } }: Question): Promise<Judged> {
    const seen = await this.files.read(file);
    if ('kind' in seen && seen.kind === 'refused') return troubleOf(file, seen);
    return failed(`${file} is missing`, `Add ${file} to the repository`);
  }

  private async judgeFile(path: string, question: Question): Promise<Judged> {
    const seen = await this.files.read(path);
    if ('kind' in seen) return troubleOf(path, seen);
    const more = { sha256: seen.sha256, at: seen.at.toISOString() };
    if (seen.state === 'changed')
      return stale(`${path} differs from the commit`, 'Commit the change, or undo it', more);
    const text = textOf(seen.bytes);
    if (text === undefined) return unknown(`${path} is no text in UTF-8`, 'Name a text file', more);
    const checks = [...judgeText(seen, text, question), ...(await judgeData(seen, text, question, this.files))];
    if (isAgeAsked(question)) checks.push(judgeFileAge(seen, question));
    if (checks.length === 0) checks.push(isLicense(path) ? judgeLicense(seen, text) : nothingAsked(path));
    const worst = gravest(checks);
    if (worst.outcome !== 'pass') return { ...more, ...worst };
    return {
      ...more,
      ...(checks.find(({ value }) => value !== undefined) ?? worst),
      seen: checks.map((check) => check.seen).join(', '),
    };
  }
}

/** A fact about the commit does not age: only a limit of the entry itself, and without `dated`, asks for the file's own age. */
function isAgeAsked({ entry }: Question): boolean {
  return entry.freshness !== undefined && entry.dated === undefined;
}

function judgeFileAge(file: SeenFile, { entry, freshnessMs, now }: Question): Judged {
  const judged = judgeAge(
    `the last change of ${file.path} is of`,
    file.at,
    now,
    freshnessOf(entry.freshness, freshnessMs),
  );
  if (judged.outcome !== 'pass' || ageIsKnown(file)) return judged;
  return unknown(`the age of ${file.path} is cut off by the shallow clone`, 'Check out with `fetch-depth: 0`');
}

function nothingAsked(path: string): Judged {
  return unknown(
    `nobody said what ${path} must hold`,
    'Add `matches`, `holds`, `has-version` or `dated` to the evidence: that a file is there proves nothing',
  );
}

function troubleOf(path: string, trouble: FileTrouble): Judged {
  if (trouble.kind === 'missing') return failed(`${path} is missing`, `Add ${path} to the repository`);
  return unknown(`${path} cannot be used: ${trouble.why}`, 'Name a file of the repository');
}
