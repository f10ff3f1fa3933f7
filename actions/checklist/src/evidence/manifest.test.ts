import { changed, GOOD, judged } from '@shipgate/manifests/manifests.fixture';
import { describe, expect, it } from 'vitest';
import type { EvidenceQuestion } from '../ports.ts';
import type { ManifestEntry } from './entry.ts';
import { type JudgedManifests, ManifestEvidence } from './manifest.ts';
import type { EvidenceResult } from './result.ts';

function question(...rules: readonly string[]): EvidenceQuestion<ManifestEntry> {
  return {
    entry: { kind: 'manifest', items: ['limits'], rules },
    item: { id: 'limits', text: 'Limits', thresholds: [] },
    subject: {},
    freshnessMs: 0,
    now: new Date('2026-11-28T00:00:00Z'),
    signal: new AbortController().signal,
  };
}

function look(judgement: JudgedManifests, ...rules: readonly string[]): Promise<EvidenceResult> {
  return new ManifestEvidence(() => Promise.resolve(judgement)).look(question(...rules));
}

const IMAGE = ['spec', 'template', 'spec', 'containers', 0, 'image'];

describe('evidence of manifests', () => {
  it('passes when every object holds to every named rule', async () => {
    expect(await look(judged(GOOD), 'resources', 'probes')).toMatchObject({ outcome: 'pass', value: '1 object' });
    expect(await look(judged(GOOD), 'pod-security-restricted')).toMatchObject({ outcome: 'pass' });
  });

  it('fails with object, container, line and the count of the others', async () => {
    const two = changed(
      changed(GOOD, 'Deployment', IMAGE, 'order'),
      'Deployment',
      ['spec', 'template', 'spec', 'initContainers', 0, 'image'],
      'a',
    );
    const result = await look(judged(two), 'image-tag', 'replicas');
    expect(result.outcome).toBe('fail');
    expect(result.seen).toMatch(
      /^Deployment shop\/order, container setup \(k8s\/order\.yaml:\d+\): .* has image "a", expected the tag of a version, or a digest, and 1 more$/,
    );
    expect(result.location?.file).toBe('k8s/order.yaml');
    expect(two.split('\n')[(result.location?.line ?? 0) - 1]).toContain('image: a');
    expect(result.mend).toMatch(/digest/);
  });

  it('is not moved by rules that it does not name', async () => {
    expect(await look(judged(changed(GOOD, 'Deployment', IMAGE, 'order')), 'replicas')).toMatchObject({
      outcome: 'pass',
    });
  });

  it('passes what is ignored, and says how much', async () => {
    const bad = changed(GOOD, 'Deployment', IMAGE, 'order');
    const path = ['metadata', 'annotations', 'shipgate.io/ignore-image-tag'];
    const result = await look(judged(changed(bad, 'Deployment', path, 'moves; until 2026-12-31')), 'image-tag');
    expect(result).toMatchObject({ outcome: 'pass', seen: expect.stringContaining('1 ignored') });
  });

  it.each([
    ['a template', GOOD.replace('replicas: 3', 'replicas: {{ .n }}'), 'replicas', '{{'],
    ['a broken document', `${GOOD}---\na: [`, 'replicas', 'was not judged'],
    ['a file that is no object', `${GOOD}---\na: 1`, 'replicas', 'not an object'],
    ['an error', changed(GOOD, 'Deployment', ['spec', 'template', 'spec', 'volumes'], 'x'), 'privileged', 'no list'],
    ['no object for a rule', 'apiVersion: v1\nkind: ConfigMap', 'replicas', 'judged no object'],
    ['nothing at all', '', 'replicas', 'empty file'],
    ['a policy that is not there', GOOD, 'ValidatingAdmissionPolicy/demo', 'judged no object'],
    ['an unknown rule', GOOD, 'replica', 'did you mean replicas?'],
  ])('is unknown for %s', async (_what, text, rule, seen) => {
    expect(await look(judged(text), rule)).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining(seen) });
  });

  it('is unknown without a rule', async () => {
    expect(await look(judged(GOOD))).toMatchObject({ outcome: 'unknown' });
  });

  it('fails rather than be unknown when it knows of a fault', async () => {
    const text = `${changed(GOOD, 'Deployment', IMAGE, 'order')}---\na: 1`;
    expect(await look(judged(text), 'image-tag')).toMatchObject({ outcome: 'fail' });
  });

  it('judges once for all questions', async () => {
    let count = 0;
    const evidence = new ManifestEvidence(() => {
      count += 1;
      return Promise.resolve(judged(GOOD));
    });
    await Promise.all([evidence.look(question('replicas')), evidence.look(question('image-tag'))]);
    expect(count).toBe(1);
  });

  it('is unknown when the manifests cannot be had, without a word of the reason', async () => {
    const evidence = new ManifestEvidence(() => Promise.reject(new Error('token abc')));
    const result = await evidence.look(question('replicas'));
    expect(result).toMatchObject({ outcome: 'unknown', seen: 'the manifests could not be read' });
  });
});
