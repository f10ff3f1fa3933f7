/** Where a result is (SARIF 2.1.0, 3.28 to 3.30 and 3.4), as a place in the checkout. */
import type { Location } from '../finding.ts';
import type { ReportOrigin } from '../ports.ts';
import { pathFromTop } from './report-path.ts';
import { at, listAt, textAt, wholeAt } from './sarif-fields.ts';

/** Places of the results of a run; the first of a result's locations that is a file of the checkout counts. null: none is. */
export function placesOf(run: unknown, origin: ReportOrigin): (result: unknown) => Location | null {
  const paths = new Map<string, string | undefined>();
  const pathAt = (uri: string, base: string | undefined): string | undefined => {
    const key = `${base ?? ''}\0${uri}`;
    if (!paths.has(key)) paths.set(key, pathOf(uri, base, run, origin));
    return paths.get(key);
  };
  return (result) => {
    for (const location of listAt(result, 'locations')) {
      const place = at(location, 'physicalLocation');
      const artifact = artifactOf(run, at(place, 'artifactLocation'));
      const uri = textAt(artifact, 'uri');
      const path = uri === undefined ? undefined : pathAt(uri, textAt(artifact, 'uriBaseId'));
      if (path !== undefined) return { path, ...regionOf(at(place, 'region')) };
    }
    return null;
  };
}

/** 3.4.3: a location without a URI may name its artifact by index. */
function artifactOf(run: unknown, artifact: unknown): unknown {
  const index = textAt(artifact, 'uri') === undefined ? wholeAt(0, artifact, 'index') : undefined;
  return index === undefined ? artifact : at(listAt(run, 'artifacts')[index], 'location');
}

/** Bases that lead to bases: more than any tool has. */
const MOST_BASES = 10;

/**
 * 3.14.14: what a base stands for is put before the URI, and a base may itself have one. A base of which nothing is known
 * (`%SRCROOT%`, `ROOTPATH`) is the top of the repository.
 */
function pathOf(uri: string, base: string | undefined, run: unknown, origin: ReportOrigin): string | undefined {
  let whole = uri;
  let relative = uri;
  let id = base;
  for (let step = 0; id !== undefined && step < MOST_BASES && !isAbsolute(whole); step += 1) {
    const location: unknown = at(run, 'originalUriBaseIds', id);
    const before = textAt(location, 'uri') ?? '';
    relative = whole;
    whole = before === '' || before.endsWith('/') ? `${before}${whole}` : `${before}/${whole}`;
    id = textAt(location, 'uriBaseId');
  }
  if (!isAbsolute(whole)) return fromTop(whole, origin);
  const path = fromTop(whole, origin);
  if (path !== undefined || isAbsolute(relative)) return path;
  // The report was made in another folder, and the base says which one: what stands behind it is clear.
  return fromTop(relative, origin);
}

function isAbsolute(uri: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(uri);
}

/** Tools that write a path where a URI belongs leave `%`, `#` and spaces in it as they are. */
function fromTop(uri: string, origin: ReportOrigin): string | undefined {
  if (origin.has(uri)) return uri;
  const path = pathFromTop(decoded(uri), origin);
  if (path !== undefined && origin.has(path)) return path;
  // osv-scanner puts `file://` before a path, even before a relative one.
  const rest = /^file:\/\/(?!\/|localhost\/)(.+)$/i.exec(uri)?.[1];
  if (rest !== undefined && origin.has(decoded(rest))) return decoded(rest);
  return rest === undefined ? path : undefined;
}

function decoded(uri: string): string {
  if (/^file:/i.test(uri) || !uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What is impossible (line 0, an end before the start) is left out. */
function regionOf(region: unknown): Omit<Location, 'path'> {
  const line = wholeAt(1, region, 'startLine');
  if (line === undefined) return {};
  const column = wholeAt(1, region, 'startColumn');
  const endLine = wholeAt(line, region, 'endLine');
  const least = (endLine ?? line) > line ? 1 : (column ?? 1) + 1;
  const endColumn = wholeAt(least, region, 'endColumn');
  return {
    line,
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
