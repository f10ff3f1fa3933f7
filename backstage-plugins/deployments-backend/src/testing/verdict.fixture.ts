import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChecklistEvidence, Verdict } from '@shipgate/schemas';

const examples = resolve(__dirname, '../../../../schemas/examples/accept');

/** A verdict of schemas/examples, with no word of what the token knows better, unless `changes` say so. */
export function exampleVerdict(
  name:
    | 'green'
    | 'red-drift'
    | 'unknown'
    | 'other-gate'
    | 'security-red'
    | 'security-unknown'
    | 'security-configuration',
  changes: Partial<Verdict> = {},
): Verdict {
  const verdict = JSON.parse(readFileSync(resolve(examples, `${name}.verdict.json`), 'utf8')) as Verdict;
  return { ...verdict, subject: { service: 'order-service', path: 'migrations' }, ...changes };
}

const counts = { proven: 0, claimed: 0, notApplicable: 0, open: 0, unknown: 0 };

/** A checklist that wants one of two signatures, unless `evidence` says otherwise. */
export function checklistVerdict(evidence: ChecklistEvidence = checklistEvidence()): Verdict {
  return exampleVerdict('red-drift', {
    gate: 'checklist',
    headline: 'production is not ready, 1 item and 1 signature',
    subject: { service: 'order-service', path: 'docs/production-checklist.ru.md', environment: 'production' },
    evidence,
    tool: { name: 'checklist', version: '0.1.0' },
  });
}

export function checklistEvidence(changes: ChecklistEvidence = {}): ChecklistEvidence {
  const at = '2026-11-20T10:00:00Z';
  const proven = { login: 'dev-lead', id: 11, kind: 'review' as const, commit: 'a'.repeat(40), at };
  return {
    ...{ mode: 'enforce', when: 'before', subject: 'c'.repeat(64) },
    phases: [
      { ...counts, id: 'phase-1', title: 'Фаза 1: Код', number: 1, gates: true, items: 3, done: 2, proven: 2, open: 1 },
      { ...counts, id: 'phase-9', title: 'Фаза 9: После', gates: false, items: 4, done: 0, unknown: 4 },
    ],
    signatures: [
      { role: 'lead', label: 'Руководитель разработки', claimed: null, proven, state: 'proven' },
      { role: 'devops', label: 'Руководитель DevOps', claimed: null, proven: null, state: 'stale' },
    ],
    ...changes,
  };
}
