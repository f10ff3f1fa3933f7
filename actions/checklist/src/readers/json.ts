/** The JSON of reports. */
import type { Refusal } from './measure.ts';
import { refusal } from './measure.ts';
import { textOf } from './text.ts';

export { at, countAt, type JsonRecord, listAt, listOf, numberAt, recordOf, textAt } from '@shipgate/kit/json-fields';

/** The document, or why there is none. A cut file is no JSON. A byte order mark is read over. */
export function jsonOf(bytes: Buffer, what: string, mend?: string): { readonly json: unknown } | Refusal {
  const read = textOf(bytes, what, mend);
  if ('refused' in read) return read;
  try {
    const json: unknown = JSON.parse(read.text);
    return { json };
  } catch {
    return refusal(what, 'text that is no complete JSON document', mend);
  }
}
