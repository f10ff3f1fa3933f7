/** What the other grain says: a migration alone against the batch, or against its neighbours. */
import { mark } from '@shipgate/kit/report/sentence';
import type { WayBackFinding } from '../findings.ts';
import { hygieneTexts } from './hygiene.ts';
import { roundTripTexts } from './round-trip.ts';
import type { ReasonText, ReasonTexts } from './text.ts';
import { listSome } from './text.ts';

const texts = { ...roundTripTexts, ...hygieneTexts };

function titleOf(finding: WayBackFinding): string {
  // Keyed by code; TypeScript does not follow a union through an index.
  const text = texts[finding.code] as unknown as ReasonText<never>;
  return text.title(finding as never);
}

export const grainTexts: ReasonTexts<'not-reached' | 'not-reversible-alone' | 'only-in-group'> = {
  'not-reached': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ migrations }) =>
      `${migrations.length} later ${migrations.length === 1 ? 'migration was' : 'migrations were'} not run`,
    seen: ({ after, migrations }) => `\`up\` of ${mark(after)} fails, so ${listSome(migrations)} could not be reached.`,
    hurts: () => 'nobody knows whether they come back.',
    mend: ({ after }) => `mend ${mark(after)} first.`,
  },
  'not-reversible-alone': {
    severity: 'warning',
    proof: null,
    title: ({ migration }) => `${mark(migration)} does not come back alone`,
    seen: ({ why }) => `alone, ${titleOf(why)}; all new migrations of this change together come back clean.`,
    hurts: ({ migration }) => `a rollback that stops at ${mark(migration)}, as \`down 1\` does, is not possible.`,
    mend: () => 'roll back the whole change at once, or make each migration undo itself.',
  },
  'only-in-group': {
    severity: 'warning',
    proof: null,
    title: ({ migration }) => `${mark(migration)} comes back only together with its neighbours`,
    seen: ({ group }) => `up, down and up is clean for ${group.map(mark).join(', ')} together, not alone.`,
    hurts: () => 'a rollback that stops between them leaves a schema that nobody has tested.',
    mend: () => 'always roll these back together.',
  },
};
