import { changed, GOOD } from '@shipgate/manifests/manifests.fixture';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTAINER, contentOf, rulesOf, scan } from './manifests.fixture.ts';

describe('what cannot be judged', () => {
  it('is an error with its place, and what was found beside it counts', async () => {
    const bad = changed(GOOD, 'Service', ['spec', 'type'], 'NodePort');
    expect(await scan({ 'a.yaml': bad, 'b.yaml': 'apiVersion: v1\nkind: Pod\n\tspec: 1\n' })).toEqual({
      trouble: {
        expected: 'YAML or JSON',
        got: expect.any(String),
        mend: expect.any(String),
        place: { file: 'b.yaml', line: 3, column: expect.any(Number) },
      },
      found: expect.objectContaining({ findings: [expect.objectContaining({ rule: 'no-node-port' })] }),
    });
  });

  it('never quotes the file that it could not read', async () => {
    const lines = [
      'a: "',
      'a: [',
      '@TOPSECRET',
      '%TOPSECRET',
      '*TOPSECRET',
      '!TOPSECRET a',
      '- TOPSECRET',
      '"\\TOPSECRET"',
    ];
    for (const line of [...lines, '|TOPSECRET', '{{TOPSECRET', '}TOPSECRET', 'a: b: TOPSECRET', '---\nTOPSECRET']) {
      const scanned = await scan({ 'a.yaml': `apiVersion: v1\nkind: Pod\n${line}\nb: TOPSECRET\n` });
      expect(scanned).toHaveProperty('trouble');
      expect(JSON.stringify(scanned)).not.toContain('SECRET');
    }
  });

  it('is a pod of a shape that Kubernetes does not have', async () => {
    expect(await scan({ 'a.yaml': changed(GOOD, 'Deployment', [...CONTAINER, 'securityContext'], [1]) })).toMatchObject(
      {
        trouble: { got: 'Deployment order in shop: container app: securityContext is no map', place: { line: 1 } },
      },
    );
  });

  it('is not a manifest with braces in a comment alone: it is judged', async () => {
    const bad = changed(GOOD, 'Service', ['spec', 'type'], 'NodePort');
    const scanned = await scan({ 'a.yaml': `# {{ x }}\n${bad}` });
    expect(scanned).toMatchObject({ findings: [{ rule: 'no-node-port' }] });
    expect(scanned).not.toHaveProperty('trouble');
  });

  it('is a template: not run, and never clean', async () => {
    const files = { 'chart/templates/a.yaml': `# a\n${GOOD.replace('replicas: 3', 'replicas: {{ .n }}')}` };
    expect(await scan(files)).toEqual({
      trouble: {
        expected: 'manifests as they are applied',
        got: 'a template that was not rendered: it holds {{',
        mend: expect.stringContaining('helm template'),
        place: { file: 'chart/templates/a.yaml', line: 7, column: 1 },
      },
      found: { findings: [], secrets: [], version: '1.0.0', seen: '0 objects, 0 rules' },
      notRun: true,
    });
    expect(await scan({ ...files, 'b.yaml': 'apiVersion: v1\nkind: Pod\nkind: Pod\n' })).not.toHaveProperty('notRun');
  });

  it.each([
    'yml.j2',
    'yaml.tpl',
    'yaml.tmpl',
    'json.jinja2',
    'yaml.gotmpl',
    'yml.erb',
    'yaml.in',
    'tftpl',
    'yaml.template',
  ])('is a template by its name: .%s', async (ending) => {
    for (const [text, got] of [
      [GOOD.replace('replicas: 3', 'replicas: {{ n }}'), 'a template that was not rendered: it holds {{'],
      [GOOD.replace('replicas: 3', 'replicas: ${n}'), 'a template that was not rendered'],
      [`{% if a %}\n${GOOD}\n{% endif %}\n`, 'a template that was not rendered'],
      [`<% if a %>\n${GOOD}`, 'a template that was not rendered'],
    ] as const) {
      const scanned = await scan({ [`k8s/order.${ending}`]: text });
      expect(scanned).toMatchObject({ notRun: true, trouble: { got, place: { file: `k8s/order.${ending}` } } });
    }
    const other = { [`a.${ending}`]: 'a: {{ b }}\n', 'b.yaml': GOOD };
    expect(await scan(other)).not.toHaveProperty('trouble');
  });

  it('is none in another encoding: it is judged, with a mark or without', async () => {
    const bad = changed(GOOD, 'Service', ['spec', 'type'], 'NodePort');
    const wide = (text: string) => Buffer.from(text, 'utf16le');
    const utf32 = Buffer.from([...bad].flatMap((sign) => [0, 0, 0, sign.charCodeAt(0)]));
    for (const bytes of [wide(bad), wide(`\ufeff${bad}`), wide(bad).swap16(), utf32]) {
      expect(await scan({ 'a.yml': bytes })).toMatchObject({ findings: [{ rule: 'no-node-port' }] });
    }
  });

  it('is bytes that are no text and have the words of a manifest', async () => {
    const bytes = Buffer.from(`${'\0\0\u0001'.repeat(500)}${GOOD}`);
    expect(await scan({ 'a.yml': bytes })).toMatchObject({
      trouble: { expected: 'YAML or JSON', got: 'bytes that are no text', place: { file: 'a.yml' } },
    });
    expect(await scan({ 'a.yml': Buffer.alloc(500, 1), 'b.yml': GOOD })).not.toHaveProperty('trouble');
  });

  it('is a patch: what it sets is judged, what it leaves out is not', async () => {
    const patch =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: order}\nspec: {template: {spec: {hostPID: true, containers: [{name: app}]}}}\n';
    const files = { 'k8s/kustomization.yaml': 'patches: [{path: p.yaml}]\nresources: [a.yaml]\n', 'k8s/p.yaml': patch };
    const scanned = await scan({ ...files, 'k8s/a.yaml': GOOD });
    expect(scanned).toMatchObject({ notRun: true, trouble: { place: { file: 'k8s/kustomization.yaml' } } });
    expect('found' in scanned && rulesOf(scanned.found?.findings ?? [])).toEqual(['host-namespaces']);
  });

  it('is not a Rollout whose pods a Deployment beside it has', async () => {
    const rollout = (name: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r, namespace: shop}\nspec: {replicas: 2, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}}\n`;
    expect(await contentOf(`${GOOD}---\n${rollout('order')}`)).toMatchObject({ findings: [] });
    await expect(contentOf(`${GOOD}---\n${rollout('orders')}`)).rejects.toThrow('no pod template');
  });

  it('is what takes too long, or is stopped', async () => {
    const late = { expected: 'all manifests judged within 0 s', got: 'more time needed' };
    expect(await scan({ 'a.yaml': GOOD }, { timeoutMs: 0 })).toMatchObject({ trouble: late });
    const stopped = await scan({ 'a.yaml': GOOD }, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ trouble: { got: 'the run was stopped' } });
  });

  it('never makes a manifest clean that is cut off, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: GOOD.indexOf('metadata'), max: GOOD.indexOf('      containers:') }),
        async (end) => {
          const scanned = await scan({ 'a.yaml': GOOD.slice(0, end) });
          expect('trouble' in scanned || scanned.findings.length > 0).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('annotations that let a finding through', () => {
  const ignored = (value: string) =>
    changed(GOOD, 'Service', ['metadata', 'annotations'], { 'shipgate.io/ignore-no-node-port': value }).replace(
      'spec:\n  selector:\n    app: order\n',
      'spec:\n  type: NodePort\n  selector:\n    app: order\n',
    );
  const good = 'reached by the old balancer; until 2027-01-31';

  it('do not count unless the policy says so', async () => {
    const [finding] = (await contentOf(ignored(good))).findings;
    expect(finding?.rule).toBe('no-node-port');
    expect(finding).not.toHaveProperty('suppressedBy');
    expect(finding?.message).not.toContain('balancer');
  });

  it('are told with their reason where they count', async () => {
    const { findings } = await contentOf(ignored(good), { inline: true });
    const suppressedBy = { kind: 'in-source', reason: 'reached by the old balancer (until 2027-01-31)' };
    expect(findings).toMatchObject([{ rule: 'no-node-port', suppressedBy }]);
  });

  it.each([
    ['old; until 2026-11-27', 'LoadBalancer. The port'],
    ['until 2027-01-31', 'Its annotation does not count'],
    ['forever', 'Its annotation does not count'],
    ['so; until 2027-02-31', '2027-02-31 is no day of the calendar'],
  ])('do not count when they say %j', async (value, told) => {
    const { findings } = await contentOf(ignored(value), { inline: true });
    expect(findings).toMatchObject([{ rule: 'no-node-port', message: expect.stringContaining(told) }]);
    expect(findings[0]).not.toHaveProperty('suppressedBy');
  });
});
