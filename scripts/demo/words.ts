// What the demo prints. Pure: runs in, lines out. Names stand between backticks where the line is for pages too.
import { counted } from '@shipgate/kit/verdict';
import type { MigrationEvidence, Verdict } from '@shipgate/schemas';
import { evidenceOf, failsWithoutAnError } from './expectation.ts';
import type { GateRun } from './gate-run.ts';

const columns = 80;

/** `  history         pass     16 migrations, each alone and all together   expected   6.7 s`, and what is not as expected. */
export function goodLines(run: GateRun): readonly string[] {
  return withEnd(`  ${shortName(run).padEnd(15)} ${(run.verdict?.outcome ?? 'none').padEnd(8)} ${tellGood(run)}`, run);
}

/** `  enum-stays               drift       order_state               expected   1.9 s`, and what is not as expected. */
export function badLines(run: GateRun): readonly string[] {
  const named = run.wrong.length === 0 ? run.trial.expected.reason?.object : '';
  return withEnd(badColumns(shortName(run), statusOf(run), named), run);
}

/** The line above `badLines`. */
export const badHeading = badColumns('history', 'status', 'object that it names');

function badColumns(name: string, status: string, object = ''): string {
  return `  ${name.padEnd(24)} ${status.padEnd(11)} ${object}`;
}

function withEnd(text: string, { wrong, seconds }: GateRun): readonly string[] {
  const time = `${seconds.toFixed(1)} s`.padStart(6);
  const end = `${wrong.length === 0 ? 'expected' : 'NOT EXPECTED'} ${time}`;
  return [`${text.padEnd(columns - end.length - 1)} ${end}`, ...wrong.map((one) => `    ${one}`)];
}

function tellGood({ verdict, trial }: GateRun): string {
  if (verdict === undefined) return '';
  const { migrations, scope, total = 0 } = evidenceOf(verdict);
  if (verdict.outcome !== 'pass') return verdict.reasons[0]?.code ?? '';
  if (migrations.length === 0) return `0 of ${total} new, no database started`;
  if (scope === 'new') return `${migrations.length} of ${total} new: up, down, up`;
  return `${counted(migrations.length, 'migration')}${trial.flags.includes('--chain') ? ', alone and all together' : ''}`;
}

/** The status of the migration of which one was expected, '' for a run without. */
export function statusOf({ verdict, trial }: GateRun): string {
  const { status } = trial.expected;
  if (status === undefined) return '';
  return migrationsOf(verdict).find(({ version }) => version === status.version)?.status ?? 'none';
}

function migrationsOf(verdict: Verdict | undefined): readonly MigrationEvidence[] {
  return verdict === undefined ? [] : evidenceOf(verdict).migrations;
}

function shortName({ trial }: GateRun): string {
  return trial.name.slice(trial.name.indexOf('/') + 1);
}

/** What all runs together proved, in numbers: a sentence each. */
export function proved(good: readonly GateRun[], bad: readonly GateRun[]): readonly string[] {
  const runs = [...good, ...bad];
  const right = (list: readonly GateRun[]) => list.filter(({ wrong }) => wrong.length === 0).length;
  const silent = bad.filter(({ verdict }) => verdict !== undefined && failsWithoutAnError(verdict)).length;
  const valid = runs.filter(({ verdict }) => verdict !== undefined).length;
  return [
    `${right(runs)} of ${runs.length} runs end as expected, and ${valid} of ${runs.length} verdicts fit \`schemas/verdict.schema.json\`.`,
    ...good.flatMap(tellProofs),
    `${right(bad)} of ${bad.length} bad histories fail with the expected status, and the message names the object.`,
    `In ${silent} of these ${bad.length} every command runs without an error: exit codes alone would pass them.`,
    'Not proven by this version: that rows survive, what locks block, that the previous release still works.',
  ];
}

function tellProofs({ verdict, trial, seconds }: GateRun): readonly string[] {
  if (verdict?.outcome !== 'pass') return [];
  if (migrationsOf(verdict).length === 0) {
    return [
      `A change without a new migration passes in ${seconds.toFixed(2)} s, process start to end, without a database.`,
    ];
  }
  const seen = (name: string) => verdict.proofs.find((proof) => proof.name === name)?.seen ?? '';
  return [`\`${trial.name}\`: ${seen('round-trip')}; after down ${seen('schema')}.`];
}

/** The last line, and the exit code in words. */
export function conclusion(runs: readonly GateRun[], seconds: number): string {
  const wrong = runs.filter((run) => run.wrong.length > 0);
  const end = `${Math.round(seconds)} s  (exit code ${wrong.length === 0 ? 0 : 1})`;
  if (wrong.length === 0) return `PASS  demo: ${runs.length} of ${runs.length} runs as expected  ${end}`;
  return `FAIL  demo: not as expected: ${wrong.map(({ trial }) => trial.name).join(', ')}  ${end}`;
}

/** Words of a sentence on lines of 80 columns, hanging behind `- `. */
export function item(sentence: string): string {
  const lines: string[] = [];
  for (const word of sentence.replaceAll('`', '').split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > columns - 2) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return `- ${lines.join('\n  ')}`;
}
