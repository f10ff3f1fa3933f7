/** Lock files in JSON: strict, for a file that a tool wrote has nothing around the document. */
import { type KeySeen, positionAt, scanJson } from '../reports/json-scan.ts';
import type { LockFault } from './lockfile.ts';

export function parsedJson(text: string, onKey: KeySeen): { readonly json: unknown } | LockFault {
  const scan = scanJson(text, 0, onKey);
  if ('fault' in scan) return { fault: `broken JSON: ${scan.fault}`, ...positionAt(text, scan.at) };
  const behind = /[^ \t\r\n]/.exec(text.slice(scan.end));
  if (behind !== null) {
    return { fault: 'something else behind the JSON document', ...positionAt(text, scan.end + behind.index) };
  }
  return { json: JSON.parse(text) };
}
