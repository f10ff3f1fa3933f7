import { describe, expect, it } from 'vitest';
import { changed, GOOD, judged } from './manifests.fixture.ts';

const KEY = 'shipgate.io/ignore-image-tag';
const LATEST = changed(GOOD, 'Deployment', ['spec', 'template', 'spec', 'containers', 0, 'image'], 'order');
const ignored = (value: unknown, path: readonly string[] = ['metadata'], key = KEY) =>
  changed(LATEST, 'Deployment', [...path, 'annotations', key], value);

function outcome(text: string, now: string): { result: string; message: string } {
  const results = judged(text, '', new Date(now)).results.filter(({ rule }) => rule === 'image-tag');
  const app = results.find(({ container }) => container === 'app');
  return { result: app?.result ?? '', message: app?.message ?? '' };
}

describe('an annotation that ignores a rule', () => {
  const text = ignored('moves to digests; see ADR 7; until 2026-12-31');

  it('ignores it until the end of its last day in UTC', () => {
    expect(outcome(text, '2026-11-28T00:00:00Z').result).toBe('ignored');
    expect(outcome(text, '2026-12-31T23:59:59.999Z').result).toBe('ignored');
    expect(outcome(text, '2027-01-01T00:00:00Z').result).toBe('fail');
  });

  it('says why, and when it ended', () => {
    expect(outcome(text, '2026-12-01T00:00:00Z').message).toMatch(
      /ignored until 2026-12-31: moves to digests; see ADR 7$/,
    );
    expect(outcome(text, '2027-06-01T00:00:00Z').message).toMatch(/the annotation \S+ ended on 2026-12-31$/);
  });

  it('may stand on the pod template', () => {
    const inner = ignored('moves to digests; until 2026-12-31', ['spec', 'template', 'metadata']);
    expect(outcome(inner, '2026-12-01T00:00:00Z').result).toBe('ignored');
  });

  it.each([
    '',
    'moves to digests',
    'until 2026-12-31',
    '; until 2026-12-31',
    '...; until 2026-12-31',
    'moves; until tomorrow',
    'moves; until 2026-13-01',
    'moves; until 2027-02-30',
    'moves; until 2026-12-31 or so',
    true,
    20270131,
  ])('fails when it is malformed: %j', (value) => {
    expect(outcome(ignored(value), '2026-11-28T00:00:00Z')).toMatchObject({
      result: 'fail',
      message: expect.stringContaining('does not count'),
    });
  });

  it('ignores no other rule, and no object but its own', () => {
    expect(
      outcome(ignored('moves; until 2026-12-31', ['metadata'], 'shipgate.io/ignore-image'), '2026-11-28').result,
    ).toBe('fail');
    const elsewhere = changed(LATEST, 'Service', ['metadata', 'annotations', KEY], 'moves; until 2026-12-31');
    expect(outcome(elsewhere, '2026-11-28T00:00:00Z').result).toBe('fail');
  });

  it('does not make a pass of an error', () => {
    const broken = changed(text, 'Deployment', ['spec', 'template', 'spec', 'containers'], 'none');
    const results = judged(broken).results.filter(({ rule }) => rule === 'image-tag');
    expect(results.map(({ result }) => result)).toEqual(['error']);
  });

  it('reaches a policy of the user by its name', () => {
    const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: demo.example.com}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]}
  validations: [{expression: 'false'}]
`;
    const key = 'shipgate.io/ignore-demo.example.com';
    const { results } = judged(ignored('known; until 2026-12-31', ['metadata'], key), policy);
    const own = results.filter(({ rule }) => rule === 'ValidatingAdmissionPolicy/demo.example.com');
    expect(own.map(({ result }) => result)).toEqual(['ignored']);
  });
});
