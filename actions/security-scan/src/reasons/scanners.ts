/** Scanners without an answer. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { Trouble } from '../finding.ts';
import type { ScannerFacts } from '../scanner-facts.ts';
import { plain, type ReasonTexts, type Repair, uncapital } from './text.ts';

/** They run inside the gate: nobody else writes reports of theirs. */
export const EMBEDDED: ReadonlySet<string> = new Set(['secrets', 'manifests']);

/** Each exits 1 both for findings and when it broke. */
const SAME_EXIT: ReadonlySet<string> = new Set(['npm-audit', 'pip-audit', 'gitleaks', 'gitleaks-dir']);

export const scannerTexts: ReasonTexts<
  'scanner-error' | 'scanner-not-run' | 'nothing-scanned' | 'not-compared' | 'lock-unread' | 'submodules-unread'
> = {
  'scanner-error': {
    title: ({ scanner }) =>
      `${tellScanner(scanner)} gave no ${hasLooked(scanner) ? 'whole answer' : 'answer'}: ${shortly(scanner)}`,
    seen: ({ scanner }) => tellTrouble(scanner),
    hurts: ({ scanner }) => hurtsOf(scanner),
    mend: ({ scanner }) => mendOf(scanner),
    repair: ({ scanner }) => repairOf(scanner),
  },
  'scanner-not-run': {
    title: ({ scanner }) =>
      `${tellScanner(scanner)} did not ${isPart(scanner) ? 'look at everything' : 'run'}: ${shortly(scanner)}`,
    seen: ({ scanner }) => tellTrouble(scanner),
    hurts: ({ scanner }) =>
      isPart(scanner)
        ? 'what is in the part that it left out is not known.'
        : scanner.required
          ? 'it was named, so its answer is asked for, and what it looks for was not looked for.'
          : 'what it looks for was not looked for.',
    mend: ({ scanner }) => mendOf(scanner),
    repair: ({ scanner }) => repairOf(scanner),
  },
  'nothing-scanned': {
    title: () => 'nothing was scanned',
    seen: () => 'expected the answer of a scanner at least; none ran, and no report was read.',
    hurts: () => 'a gate that looks at nothing would let everything pass.',
    mend: () => 'check out the repository before this step, and name scanners or reports.',
    repair: () => ({
      language: 'yaml',
      text: 'security:\n  scanners: [secrets]\n  reports: [sarif=reports/semgrep.sarif]',
    }),
  },
  'lock-unread': {
    title: ({ files }) =>
      files.length === 1
        ? `nobody looked at ${mark(files[0] ?? '')}`
        : `nobody looked at ${counted(files.length, 'lock file')}`,
    seen: ({ files }) => `${firstOf(files)}: no scanner here reads them, and no SARIF report was given.`,
    hurts: () => 'a vulnerable package in them passes.',
    mend: () => 'read a report of a scanner that does, such as osv-scanner or trivy.',
    repair: () => ({ language: 'yaml', text: 'with:\n  reports: sarif=reports/osv-scanner.sarif' }),
  },
  'submodules-unread': {
    title: ({ folders }) =>
      folders.length === 1
        ? `nobody looked into the submodule ${mark(folders[0] ?? '')}`
        : `nobody looked into ${counted(folders.length, 'submodule')}`,
    seen: ({ folders }) => `${firstOf(folders)}: what is in them belongs to other repositories.`,
    hurts: () =>
      'secrets, packages and weaknesses in them are not known, and this change may have moved them to other commits.',
    mend: () => 'scan them in their own repositories, or by a run with `path` after a checkout of them.',
  },
  'not-compared': {
    title: ({ scanners }) =>
      scanners.length === 1
        ? `findings of ${mark(scanners[0]?.name ?? '')} are not compared with the base`
        : `findings of ${counted(scanners.length, 'scanner')} are not compared with the base`,
    seen: ({ scanners }) =>
      `${scanners
        .slice(0, 6)
        .map(({ name, notCompared }) => `${mark(name)}: ${plain(notCompared ?? '', 160)}`)
        .join('; ')}${scanners.length > 6 ? `; and ${scanners.length - 6} more` : ''}.`,
    hurts: () => 'what the base has too counts as new, so this change may be stopped for what it did not do.',
    mend: () => 'give a `baseline`, or let the scanner run here instead of reading its report.',
  },
};

/** `a`, `b` and 3 more. */
function firstOf(paths: readonly string[]): string {
  const more = paths.length > 6 ? ` and ${paths.length - 6} more` : '';
  return `${paths.slice(0, 6).map(mark).join(', ')}${more}`;
}

/** It has looked at what it could, and knows what it left out: manifests beside templates that nobody rendered. */
export function isPart(scanner: ScannerFacts): boolean {
  return scanner.outcome === 'not-run' && hasLooked(scanner);
}

/** At something, and not at all: a count of nothing is none. */
function hasLooked({ seen }: ScannerFacts): boolean {
  return seen !== null && !/^\s*(?:0 |$)/.test(seen);
}

function tellScanner({ name, source }: ScannerFacts): string {
  return source === 'report' ? `the report of ${mark(name)}` : mark(name);
}

/** Every scanner without an answer says why; one that does not is our fault, and is said all the same. */
export function troubleOf({ trouble }: Pick<ScannerFacts, 'trouble'>): Trouble {
  return trouble ?? { expected: 'an answer', got: 'none, and no reason why', mend: 'run the job again' };
}

function tellTrouble(scanner: ScannerFacts): string {
  const { expected, got, place } = troubleOf(scanner);
  const where = scanner.source === 'report' && place !== undefined ? `, in ${mark(spot(place))}` : '';
  return `expected ${plain(expected, 300)}, got ${plain(got, 300)}${where}.`;
}

/** `reports/semgrep.sarif:3:14`. */
function spot({ file, line, column }: NonNullable<Trouble['place']>): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function hurtsOf(scanner: ScannerFacts): string {
  const { name, source } = scanner;
  if (source !== 'report' && hasLooked(scanner))
    return 'what it found is told all the same; what is in the part that it could not answer for is not known.';
  if (source === 'report')
    return 'a report that cannot be read says neither that something is there nor that nothing is.';
  if (SAME_EXIT.has(name))
    return `${mark(name)} exits 1 for this and for findings alike; without a report nobody knows which.`;
  return 'what it would have found is not known; nothing found is not the same as nothing there.';
}

function mendOf(scanner: ScannerFacts): string {
  const mend = uncapital(plain(troubleOf(scanner).mend, 300));
  const isSaid = repairOf(scanner) === undefined || mend.includes('reports:');
  return `${mend}${isSaid ? '' : ', or read a report made elsewhere'}.`;
}

/** For a title: an address is in what was seen. */
function shortly(scanner: ScannerFacts): string {
  return plain(troubleOf(scanner).got.replace(/ (?:from|at|of|by) https?:\/\/\S+$/u, ''), 80);
}

function repairOf({ name, source }: ScannerFacts): Repair | undefined {
  if (source === 'report' || EMBEDDED.has(name)) return undefined;
  return { language: 'yaml', text: `with:\n  reports: ${name}=reports/${name}.${name === 'tsc' ? 'txt' : 'json'}` };
}
