import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChecklistPolicy } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { readChecklist } from '../markdown/read.ts';
import { matchEvidence } from '../matching.ts';
import { resolvePolicy } from '../policy.ts';
import { policySkeleton } from './policy.ts';

const seed = join(import.meta.dirname, '../../seed/production-checklist.ru.md');
const document = readChecklist(readFileSync(seed, 'utf8'), 'docs/checklist.md');

/** With every proposed entry in force. */
function uncommented(text: string): string {
  return text.replace(/^#(evidence:| {2}- \{)/gm, '$1').replaceAll("users: ['?']", 'users: [dev-lead]');
}

describe('a policy that init writes', () => {
  it('is a fault until somebody says who signs', () => {
    const { faults } = readChecklistPolicy(policySkeleton([document]), { file: 'p.yml' });
    expect(faults.map(({ got }) => got)).toEqual(['?', '?', '?', '?']);
  });

  it('fits the schema then, with the roles and phases of the checklist', () => {
    const { value, faults } = readChecklistPolicy(uncommented(policySkeleton([document])), { file: 'p.yml' });
    expect(faults).toEqual([]);
    expect(Object.values(value?.checklist?.roles ?? {}).map(({ label }) => label)).toHaveLength(4);
    expect(value?.checklist?.gates?.['production']).toMatchObject({
      phases: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      after: ['-мониторинг-после-deployment'],
    });
  });

  it('proposes evidence for every item, by a name that only this item has', () => {
    const { value, faults } = readChecklistPolicy(uncommented(policySkeleton([document])), { file: 'p.yml' });
    expect(faults).toEqual([]);
    const policy = resolvePolicy(value?.checklist ?? {}, 'production');
    const { evidence, findings } = matchEvidence(policy.evidence, [document], () => ({ file: 'p.yml' }));
    expect([evidence.size, findings]).toEqual([148, []]);
  });
});
