/** What a package.json, or an entry of a lock, asks for. Source: npm's documentation, "package.json". */
import { at, recordOf } from '../reports/json.ts';

/** `may be there`: a peer that is optional, which npm does not install by itself. */
export type AskedKind = 'prod' | 'dev' | 'optional' | 'peer' | 'may be there';

export interface Asked {
  readonly name: string;
  /** `^1.2.0`, `npm:other@1`, `github:acme/forms#v2`. */
  readonly spec: string;
  readonly kind: AskedKind;
}

/** In the order of precedence: of a name that stands in several, the last counts. */
const kinds = [
  ['peerDependencies', 'peer'],
  ['dependencies', 'prod'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'dev'],
] as const;

/** `isProject`: what is for development counts in a folder of one's own alone. */
export function askedBy(manifest: unknown, isProject: boolean): readonly Asked[] {
  const found = new Map<string, Asked>();
  for (const [part, kind] of kinds) {
    if (kind === 'dev' && !isProject) continue;
    for (const [name, spec] of Object.entries(recordOf(at(manifest, part)) ?? {})) {
      // What is no text is asked for all the same, and no version answers it.
      const isOptional = kind === 'peer' && at(manifest, 'peerDependenciesMeta', name, 'optional') === true;
      found.set(name, {
        name,
        spec: typeof spec === 'string' ? spec.trim() : 'no text',
        kind: isOptional ? 'may be there' : kind,
      });
    }
  }
  return [...found.values()];
}
