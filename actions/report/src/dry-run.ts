/** What would be sent, as data. Edge only in that it packs the SARIF to see that it fits. */
import { createHash } from 'node:crypto';
import type { Fault } from '@shipgate/schemas';
import { contentOf } from './check-run/keep.ts';
import { commentText } from './comment/text.ts';
import type { Options } from './inputs.ts';
import type { Origin } from './origin.ts';
import type { Plan } from './plan.ts';
import { readPacked } from './sarif/upload.ts';

export interface DryRun {
  readonly plan: object;
  readonly troubles: readonly Fault[];
}

export function dryRun(plan: Plan, { backstage, audience }: Options, origin: Origin | null): DryRun {
  const packed = plan.analyses.map((analysis) => ({ analysis, sarif: readPacked(analysis) }));
  const pullRequest = origin?.pullRequest ?? null;
  return {
    plan: {
      backstage: plan.sends.map(({ file, body }) => ({
        ...{ method: 'POST', url: backstage?.endpoint, audience, file: file.shown },
        ...{ bytes: Buffer.byteLength(body), sha256: createHash('sha256').update(body).digest('hex') },
      })),
      comments: plan.comments.map(({ file, marker, facts }) => ({
        ...{ file, pullRequest, marker: marker.line, body: commentText(facts, marker.line, undefined) },
        when: facts.verdict.outcome === 'pass' ? 'in place of an older one' : 'always',
      })),
      sarif: packed.flatMap(({ analysis: { shown, commit, ref }, sarif }) =>
        'title' in sarif ? [] : [{ file: shown, commit, ref, gzipBytes: sarif.bytes, results: sarif.results }],
      ),
      checkRuns: plan.checkRuns.map(({ file, name, commit, facts }) => {
        const { externalId, conclusion, output } = contentOf(facts, commit);
        return {
          ...{ file, name, commit, externalId, conclusion },
          ...{ title: output.title, summary: output.summary },
        };
      }),
    },
    troubles: packed.flatMap(({ sarif }) => ('title' in sarif ? [sarif] : [])),
  };
}
