import { formatClosing, formatFault, formatWarning } from '@shipgate/schemas';
import type { Examination } from './examination.ts';
import type { ExitCode } from './terminal.ts';

/** What people read: all faults, then all warnings, then one sentence that is true when read alone. */
export function validationText(files: readonly Examination[], exitCode: ExitCode, color: boolean): string {
  const faults = files.flatMap(({ faults: found, unread }) => (unread === undefined ? found : [unread]));
  const warnings = files.flatMap((file) => file.warnings);
  const asides = [...warnings.map((warning) => formatWarning(warning, { color })), ...unreadLines(files)];
  const closing = formatClosing(
    { word: exitCode === 0 ? 'PASS' : 'FAULT', text: sentence(files), exitCode },
    { color },
  );
  return [...faults.map((fault) => formatFault(fault, { color })), asides.join('\n'), closing]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** The same for machines: one JSON document. */
export function validationJson(files: readonly Examination[], exitCode: ExitCode): string {
  const results = files.map(({ unread, ...file }) => ({
    ...file,
    outcome: unread !== undefined ? 'unknown' : file.faults.length > 0 ? 'fail' : 'pass',
    ...(unread === undefined ? {} : { unread }),
  }));
  return JSON.stringify({ command: 'validate', exitCode, files: results }, null, 2);
}

function unreadLines(files: readonly Examination[]): string[] {
  const sections = new Set(files.flatMap((file) => file.unreadSections));
  return sections.size === 0 ? [] : [`not read by this release: ${[...sections].join(', ')}`];
}

function sentence(files: readonly Examination[]): string {
  const faults = files.reduce((sum, file) => sum + file.faults.length, 0);
  const warnings = files.reduce((sum, file) => sum + file.warnings.length, 0);
  const unread = files.filter((file) => file.unread !== undefined).length;
  const valid = files.filter((file) => file.unread === undefined && file.faults.length === 0).length;
  const parts = [
    ...(faults > 0 ? [counted(faults, 'fault')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    if (unread > 0) return `validate: ${only.file} could not be read`;
    if (faults > 0) return `validate: ${parts.join(', ')} in ${only.file}`;
    return `validate: ${[`${only.file} is valid`, ...parts].join(', ')}`;
  }
  const notRead = unread > 0 ? [`${unread} could not be read`] : [];
  return `validate: ${[`${valid} of ${counted(files.length, 'file')} valid`, ...parts, ...notRead].join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
