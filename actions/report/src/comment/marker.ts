/** The first line of a comment that we keep: which gate, service, environment and folder it is about. Pure. */
import type { Verdict } from '@shipgate/schemas';

export interface Marker {
  readonly gate: string;
  /** The whole line. */
  readonly line: string;
  /** It names the gate alone, as the verdict of a run that could not begin does. */
  readonly isBare: boolean;
}

const form = /^<!-- shipgate:sticky gate=([a-z-]+)((?: (?:service|environment|path)=[\w.%/-]+)*) -->$/;
/** Longer values are cut where two of them are hardly the same. */
const longestValue = 300;

export function markerOf({ gate, subject }: Pick<Verdict, 'gate' | 'subject'>): Marker {
  const { service, environment, path } = subject;
  const values = Object.entries({ service, environment, path }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [` ${name}=${encoded(value)}`],
  );
  return { gate, line: `<!-- shipgate:sticky gate=${gate}${values.join('')} -->`, isBare: values.length === 0 };
}

/** The marker of a comment's text; undefined when its first line is none. */
export function readMarker(body: string): Marker | undefined {
  const [line = ''] = body.split(/\r?\n/, 1);
  const [, gate, values] = form.exec(line) ?? [];
  return gate === undefined ? undefined : { gate, line, isBare: values === '' };
}

/** Nothing in it can end the comment: all but letters, digits, `.`, `_`, `/` and single hyphens as %XX of UTF-8. */
function encoded(value: string): string {
  const bytes = Array.from(Buffer.from(value.slice(0, longestValue), 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w./-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return bytes.join('').replaceAll('--', '-%2D');
}
