/** From files to scripts that are ready to run, with all that reading them alone shows. */
import type { PlacedAllowance } from './facts.ts';
import type { Finding, Place } from './findings.ts';
import type { Layout, MigrationEntry, Script } from './layouts/layout.ts';
import { ScriptError } from './layouts/layout.ts';
import { readAllowances } from './sql/allowances.ts';
import { statements } from './sql/statements.ts';
import type { Step } from './trial/step.ts';

export interface Prepared {
  /** In the order of the entries; those with a script that cannot be sent are left out. */
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  readonly emptyDowns: ReadonlySet<string>;
  /** Allowances by migration id. */
  readonly allowances: ReadonlyMap<string, readonly PlacedAllowance[]>;
}

/** `texts` holds every readable file by path; `files` are all there are. */
export function prepareSteps(
  layout: Layout,
  entries: readonly MigrationEntry[],
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
): Prepared {
  const steps: Step[] = [];
  const findings: Finding[] = [];
  const emptyDowns = new Set<string>();
  const allowances = new Map<string, readonly PlacedAllowance[]>();
  for (const entry of entries) {
    const up = readScript(layout, entry, 'up', files, texts, findings);
    const down = entry.down === null ? null : readScript(layout, entry, 'down', files, texts, findings);
    if (up === 'refused' || up === null || down === 'refused') continue;
    steps.push({ entry, up, down });
    if (down !== null && isEmpty(down) && !isEmpty(up)) emptyDowns.add(entry.id);
    allowances.set(
      entry.id,
      [...new Set([entry.up, entry.down])].flatMap((file) => allowancesOf(file, texts, findings)),
    );
  }
  return { steps, findings, emptyDowns, allowances };
}

function readScript(
  layout: Layout,
  entry: MigrationEntry,
  direction: 'up' | 'down',
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  findings: Finding[],
): Script | null | 'refused' {
  const text = texts.get(direction === 'up' ? entry.up : (entry.down ?? ''));
  if (text === undefined) return 'refused';
  const names = layout.extras(entry, files);
  const extras = new Map(names.map((name) => [name, texts.get(name) ?? '']));
  try {
    return layout.script(entry, direction, text, extras);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    const { file, line, column, expected, got } = error;
    findings.push({
      code: 'script-refused',
      expected,
      got,
      tool: layout.tool,
      place: { file, line, column, ...excerptOf(texts.get(file), line) },
    });
    return 'refused';
  }
}

function allowancesOf(
  file: string | null,
  texts: ReadonlyMap<string, string>,
  findings: Finding[],
): readonly PlacedAllowance[] {
  if (file === null) return [];
  const text = texts.get(file) ?? '';
  if (!/shipgate/i.test(text)) return [];
  const { allowances, faults } = readAllowances(text);
  for (const { line, column, expected, got } of faults) {
    findings.push({
      code: 'allowance-malformed',
      expected,
      got,
      place: { file, line, column, ...excerptOf(text, line) },
    });
  }
  return allowances.map((allowance) => ({ ...allowance, file }));
}

/** No statement, or none but those that begin and end a transaction. */
function isEmpty(script: Script): boolean {
  return script.chunks.every(({ sql }) =>
    statements(sql).every(({ start, end }) => TRANSACTION.test(sql.slice(start, end))),
  );
}

const TRANSACTION = /^(?:BEGIN|COMMIT|END|START\s+TRANSACTION)(?:\s+(?:WORK|TRANSACTION))?$/i;

/** The line of a text, for showing it. */
export function excerptOf(text: string | undefined, line: number): Pick<Place, 'excerpt'> {
  const excerpt = text?.split(/\r?\n/)[line - 1];
  return excerpt === undefined || excerpt.trim() === '' ? {} : { excerpt };
}
