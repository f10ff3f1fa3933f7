/** Which comment belongs to which verdict. Pure. */
import type { Marker } from './marker.ts';
import { readMarker } from './marker.ts';

export interface Comment {
  readonly id: number;
  readonly login: string;
  readonly body: string;
  readonly url: string;
}

export interface Assigned<Planned> {
  readonly planned: Planned;
  /** The marker that the comment has or gets. */
  readonly marker: string;
  /** Undefined: there is none yet. */
  readonly comment: Comment | undefined;
}

export interface Assignment<Planned> {
  readonly assigned: readonly Assigned<Planned>[];
  /** Comments that name only the gate, of gates that now name more. */
  readonly outdated: readonly Comment[];
}

/**
 * By the marker first. A run that could not begin knows neither service nor folder, so its verdict names the gate alone:
 * it takes the only comment of its gate, and a comment that names the gate alone goes to the verdict that names more.
 * `comments` are by `self`; what anybody else wrote is not looked at.
 */
export function assignComments<Planned extends { readonly marker: Marker }>(
  planned: readonly Planned[],
  comments: readonly Comment[],
  self: string,
): Assignment<Planned> {
  const free = new Map<Comment, Marker>();
  for (const comment of comments) {
    const marker = comment.login === self ? readMarker(comment.body) : undefined;
    if (marker !== undefined) free.set(comment, marker);
  }
  const take = (fits: (marker: Marker) => boolean, onlyOne = false): Comment | undefined => {
    const fitting = [...free].filter(([, marker]) => fits(marker)).map(([comment]) => comment);
    const [first] = fitting;
    if (first === undefined || (onlyOne && fitting.length > 1)) return undefined;
    free.delete(first);
    return first;
  };
  const exact = new Map(planned.map((one) => [one, take(({ line }) => line === one.marker.line)] as const));
  const assigned = planned.map((one): Assigned<Planned> => {
    const { gate, isBare, line } = one.marker;
    const comment = exact.get(one) ?? take((marker) => marker.gate === gate && (isBare || marker.isBare), isBare);
    const kept = comment !== undefined && isBare ? readMarker(comment.body) : undefined;
    return { planned: one, marker: kept?.line ?? line, comment };
  });
  const naming = new Set(planned.filter(({ marker }) => !marker.isBare).map(({ marker }) => marker.gate));
  const bare = new Set(planned.filter(({ marker }) => marker.isBare).map(({ marker }) => marker.gate));
  const outdated = [...free].filter(([, { gate, isBare }]) => isBare && naming.has(gate) && !bare.has(gate));
  return { assigned, outdated: outdated.map(([comment]) => comment) };
}
