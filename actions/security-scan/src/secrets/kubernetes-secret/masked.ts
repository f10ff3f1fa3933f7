/** What must be kept out of all texts of a value that people chose. Pure. */

/** Signs in a row that the redactor keeps out. */
const WINDOW = 6;

/**
 * Words that our own texts and the names of such files have. A password may be made of them (`supersecret`): if each six signs of it
 * were kept out of every text, the finding would be in `k8s/***.yaml`, and no rule would have its name. They tell nobody the value.
 */
const PUBLIC =
  'kubernetes-secret-yaml secrets password passwords https://kubernetes.io/docs/concepts/configuration/secret/ configuration credentials database databases postgres postgresql deploy deployment production staging default manifests external sealed cluster';

const publicWindows = new Set(Array.from({ length: PUBLIC.length }, (_, at) => PUBLIC.slice(at, at + WINDOW)));

/** Line by line, without what is of those words alone. Shorter ones stay whole: they are replaced where they stand. */
export function maskable(value: string): string[] {
  return value.split(/\r\n|[\r\n]/).flatMap((line) => piecesOf(line.trim()));
}

function piecesOf(line: string): string[] {
  if (line.length < WINDOW) return line === '' ? [] : [line];
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at + WINDOW <= line.length; at++) {
    if (!publicWindows.has(line.slice(at, at + WINDOW).toLowerCase())) continue;
    if (at > from) pieces.push(line.slice(from, at + WINDOW - 1));
    from = at + 1;
  }
  if (from + WINDOW <= line.length) pieces.push(line.slice(from));
  return pieces;
}
