import shipgateSchema from '../../shipgate.schema.json' with { type: 'json' };
import { isPlain } from '../plain-text.ts';
import type { FaultWords } from '../source-text.ts';
import { suggest } from '../suggest.ts';
import { listText, shownValue } from '../value-text.ts';

/** They run inside the gate, and nobody else writes reports of theirs. */
const WITHOUT_REPORTS: readonly string[] = ['secrets', 'manifests'];

/** Scanners whose saved reports are read, and SARIF of any tool. */
export const REPORT_NAMES: readonly string[] = [
  ...shipgateSchema.definitions.securityScannerName.enum.filter((name) => !WITHOUT_REPORTS.includes(name)),
  'sarif',
];

/** The two parts of `NAME=PATH`; undefined when one is missing. */
export function reportParts(text: string): { readonly name: string; readonly path: string } | undefined {
  const at = text.indexOf('=');
  const [name, path] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at === -1 || name === '' || path === '' ? undefined : { name, path };
}

/** What is wrong with `NAME=PATH`; undefined when nothing is. The path is one from the top of the repository. */
export function reportFault(text: string): FaultWords | undefined {
  const parts = reportParts(text);
  if (parts === undefined) {
    const words = { title: 'a report is not given as NAME=PATH', expected: 'such as sarif=reports/semgrep.sarif' };
    return { ...words, got: shownValue(text), do: 'write the name of the scanner, =, and the file that it wrote' };
  }
  return nameFault(parts.name) ?? pathFault(parts.path);
}

function nameFault(name: string): FaultWords | undefined {
  if (REPORT_NAMES.includes(name)) return undefined;
  const title = WITHOUT_REPORTS.includes(name)
    ? `${name} has no reports`
    : isPlain(name)
      ? `report of "${name}" is not known`
      : 'a report of a scanner that is not known';
  const guess = suggest(name, REPORT_NAMES);
  const inside = `${name} runs inside the gate: name it in scanners`;
  const mend = WITHOUT_REPORTS.includes(name)
    ? inside
    : guess === undefined
      ? 'let the tool write SARIF, and give sarif=PATH'
      : `did you mean "${guess}"?`;
  return { title, expected: listText(REPORT_NAMES), got: shownValue(name), do: mend };
}

function pathFault(path: string): FaultWords | undefined {
  if (new RegExp(shipgateSchema.definitions.securityPath.pattern).test(path)) return undefined;
  return {
    title: 'a report lies outside of the repository',
    expected: 'a path from its top, with /',
    got: shownValue(path),
    do: 'let the tool write it below the top',
  };
}
