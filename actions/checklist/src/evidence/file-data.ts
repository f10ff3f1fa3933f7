/** What the data of a YAML or JSON file must be: conditions in CEL over `document` and `documents`. */
import type { RepositoryFiles, SeenFile } from '../ports.ts';
import { evaluateCel } from './cel.ts';
import { documentsOf } from './documents.ts';
import type { FileQuestion } from './file-content.ts';
import { failed, type Judged, passed, unknown } from './judged.ts';
import { chosenThreshold, isWithin, type Quantity, quantityOf } from './limit.ts';
import { shownLimit, shownValue } from './shown.ts';

/** Files that one list may name. */
const mostNames = 200;

type Variables = Readonly<Record<string, unknown>>;

/** The checks that need the data; none when the entry asks for none. */
export async function judgeData(
  file: SeenFile,
  text: string,
  question: FileQuestion,
  files: RepositoryFiles,
): Promise<Judged[]> {
  const { holds, value, names } = question.entry;
  if (holds === undefined && value === undefined && names === undefined) return [];
  const read = documentsOf(file.path, text);
  if (read.kind === 'unreadable') return [unknown(`${file.path} ${read.why}`, 'Write it as YAML or JSON', at(file))];
  const [document] = read.documents;
  const variables = { document, documents: read.documents };
  return [
    ...(holds === undefined ? [] : [judgeHolds(file, holds, variables)]),
    ...(value === undefined ? [] : [judgeValue(file, value, variables, question)]),
    ...(names === undefined ? [] : [await judgeNames(file, names, variables, files)]),
  ];
}

/** Also for the predicate of an attestation. */
export function judgeHolds(file: SeenFile, expression: string, variables: Variables): Judged {
  const answer = evaluateCel(expression, variables);
  if (answer.kind === 'error') return noAnswer(file, answer.why);
  if (answer.value === true) return passed(`${file.path} holds \`${expression}\``);
  if (answer.value === false)
    return failed(`${file.path} does not hold \`${expression}\``, `Mend ${file.path}`, at(file));
  return noAnswer(file, 'it gives neither true nor false');
}

function judgeValue(file: SeenFile, expression: string, variables: Variables, question: FileQuestion): Judged {
  const answer = evaluateCel(expression, variables);
  if (answer.kind === 'error') return noAnswer(file, answer.why);
  const quantity = quantityOfCel(answer.value);
  if (quantity === undefined) return noAnswer(file, 'it gives no number, and no text that is a number with its unit');
  const choice = chosenThreshold(question.entry.threshold, question.item.thresholds, quantity.unit);
  if ('trouble' in choice) return unknown(choice.trouble, choice.mend);
  const { threshold: limit } = choice;
  if (!fits(quantity, limit.unit)) {
    return unknown(
      `the number in ${file.path} has another unit than the limit ${shownLimit(limit)}`,
      "Give it its unit: `string(document.days) + 'd'`",
    );
  }
  const [value, threshold] = [shownValue(quantity.value, limit), shownLimit(limit)];
  const more = { value, threshold, decidedBy: limit };
  if (isWithin(quantity.value, limit))
    return passed(`the value in ${file.path} is ${value}, wanted ${threshold}`, more);
  return failed(`the value in ${file.path} is ${value}, wanted ${threshold}`, `Change it in ${file.path}`, {
    ...more,
    ...at(file),
  });
}

/** A plain number is a count: 30 may be days, hours or percents, and a guess would decide. */
export function fits(quantity: Quantity, unit: string): boolean {
  return quantity.unit === unit || (quantity.unit === 'plain' && (unit === 'count' || unit === 'per-second'));
}

function quantityOfCel(value: unknown): Quantity | undefined {
  if (typeof value === 'string') return quantityOf(value);
  if (typeof value === 'bigint') return { value: Number(value), unit: 'plain' };
  return typeof value === 'number' && Number.isFinite(value) ? { value, unit: 'plain' } : undefined;
}

async function judgeNames(
  file: SeenFile,
  expression: string,
  variables: Variables,
  files: RepositoryFiles,
): Promise<Judged> {
  const answer = evaluateCel(expression, variables);
  if (answer.kind === 'error') return noAnswer(file, answer.why);
  const names: unknown = answer.value;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    return noAnswer(file, 'it gives no list of texts');
  if (names.length === 0) return unknown(`${file.path} names no file`, `Name the files in ${file.path}`, at(file));
  if (names.length > mostNames) return unknown(`${file.path} names more than ${mostNames} files`, 'Name fewer');
  for (const name of new Set<string>(names)) {
    const seen = await files.read(name);
    if ('kind' in seen && seen.kind === 'refused')
      return unknown(
        `${file.path} names ${name}, which cannot be used: ${seen.why}`,
        `Correct the name in ${file.path}`,
        at(file),
      );
    if ('kind' in seen || seen.state === 'made')
      return failed(
        `${file.path} names ${name}, which is not in the repository`,
        `Add ${name}, or correct the name in ${file.path}`,
        at(file),
      );
  }
  return passed(`all ${names.length} files that ${file.path} names are there`);
}

function noAnswer(file: SeenFile, why: string): Judged {
  return unknown(
    `the condition over ${file.path} has no answer: ${why}`,
    'Mend the expression in the evidence, or the file',
    at(file),
  );
}

function at(file: SeenFile): Pick<Judged, 'location'> {
  return { location: { file: file.path } };
}
