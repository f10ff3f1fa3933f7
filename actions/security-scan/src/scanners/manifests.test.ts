import { changed, GOOD } from '@shipgate/manifests/manifests.fixture';
import { ADVICE, OWN_RULES } from '@shipgate/manifests/rule-names';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTAINER, contentOf, contextOf, detect, rulesOf, scan, scanner } from './manifests.fixture.ts';
import { WEIGHTS } from './manifests-weights.ts';

describe('which files are manifests', () => {
  it('is told by what stands in them, whatever their names', async () => {
    const other = {
      '.github/workflows/ci.yml': `on: push\njobs: {a: {steps: [{run: "kubectl apply -f - <<E\\napiVersion: v1\\nkind: Pod"}]}}`,
      'compose.yaml': 'services: {db: {image: postgres, privileged: true}}\n',
      'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Component\n',
      'openapi.json':
        '{"openapi": "3.1.0", "components": {"schemas": {"Pod": {"properties": {"apiVersion": {}, "kind": {}}}}}}',
      'package.json': '{"name": "a"}',
    };
    expect(await detect(other)).toEqual({ kind: 'nothing', why: 'no Kubernetes manifests' });
    expect(await detect({ ...other, 'deep/down/A.YML': GOOD })).toEqual({
      kind: 'ready',
      version: '1.0.0',
      what: '1 file with Kubernetes objects',
    });
  });

  it('does not hang on their encoding', async () => {
    const text = changed(GOOD, 'Deployment', ['spec', 'template', 'spec', 'hostNetwork'], true);
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [text, `\uFEFF${text}`, utf16, Buffer.from(utf16).swap16()]) {
      const scanned = await scan({ 'a.yaml': bytes });
      expect('findings' in scanned && rulesOf(scanned.findings)).toEqual(['host-namespaces']);
    }
  });

  it('is an error for one that cannot be read from the disk', async () => {
    const read = () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
    const scanned = await scanner.scan({ root: '/', files: ['a.yaml'], read }, contextOf());
    expect(scanned).toMatchObject({ trouble: { got: 'EACCES', place: { file: 'a.yaml' } } });
  });
});

describe('a service that holds to the rules', () => {
  it('is clean, with what was looked at', async () => {
    expect(await contentOf(GOOD)).toEqual({
      findings: [],
      secrets: [],
      version: '1.0.0',
      seen: '5 objects, 34 rules',
    });
  });
});

describe('a fault', () => {
  it('is a finding that names the object, with place, source line and mend', async () => {
    const text = GOOD.replace('      os: {name: linux}', '      hostNetwork: true');
    const line = text.split('\n').indexOf('      hostNetwork: true') + 1;
    expect((await contentOf(text)).findings).toEqual([
      {
        category: 'manifest',
        rule: 'host-namespaces',
        title: 'pod in the namespaces of its host',
        severity: 'high',
        message:
          'Deployment order in shop: the pod has hostNetwork true, expected false. The container sees the network, the processes or the memory of everything on the node.',
        location: { path: 'k8s/order.yaml', line, column: 7 },
        advisories: [],
        fix: 'Drop hostNetwork, hostPID and hostIPC.',
        snippet: 'hostNetwork: true',
        helpUri: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
        cwe: ['CWE-250'],
      },
    ]);
  });

  it('of one rule in one container is one finding, though two fields are missing', async () => {
    const { findings } = await contentOf(changed(GOOD, 'Deployment', [...CONTAINER, 'resources', 'limits'], undefined));
    expect(findings).toMatchObject([{ rule: 'resource-limits', severity: 'medium' }]);
    expect(findings[0]?.message).toContain(
      'resources.limits.cpu, expected an amount such as 100m; container app has no resources.limits.memory',
    );
  });

  it.each([
    ['a volume of the host', ['spec', 'template', 'spec', 'volumes'], [{ name: 'a', hostPath: {} }], ['host-path']],
    [
      'an added capability',
      [...CONTAINER, 'securityContext', 'capabilities'],
      { drop: ['ALL'], add: ['SYS_ADMIN'] },
      ['capabilities-added'],
    ],
    [
      'seccomp switched off',
      [...CONTAINER, 'securityContext', 'seccompProfile'],
      { type: 'Unconfined' },
      ['seccomp-not-off'],
    ],
    [
      'a kept capability',
      [...CONTAINER, 'securityContext', 'capabilities'],
      { add: ['NET_BIND_SERVICE'] },
      ['capabilities'],
    ],
  ])('that two levels of the standards name is told once: %s', async (_name, path, value, rules) => {
    expect(rulesOf((await contentOf(changed(GOOD, 'Deployment', path, value))).findings)).toEqual(rules);
  });

  it('has a weight for every rule but advice', () => {
    const rules = [...OWN_RULES.keys()].filter((rule) => !ADVICE.has(rule));
    expect([...WEIGHTS.keys()].toSorted()).toEqual(rules.toSorted());
  });

  it('across objects is seen within an environment, not between two', async () => {
    const dev = GOOD.replace('selector: {app: order}\n  ports', 'selector: {app: orders}\n  ports');
    const scanned = await scan({ 'k8s/dev/all.yaml': dev, 'k8s/prod/all.yaml': GOOD });
    expect(scanned).toMatchObject({ findings: [{ rule: 'service-selects', location: { path: 'k8s/dev/all.yaml' } }] });
  });
});

describe('a secret that is written out', () => {
  it('is handed to the redactor, and stands in no text', async () => {
    const value = 'correct-horse-battery';
    const text = GOOD.replace('valueFrom: {secretKeyRef: {name: order, key: password}}', `value: "${value}" # mine`);
    const { findings, secrets } = await contentOf(text);
    expect(findings).toMatchObject([{ rule: 'literal-secrets', severity: 'high', snippet: 'value: ***' }]);
    expect(secrets).toEqual([value]);
  });

  it('gives of a URL its password alone', async () => {
    const { secrets } = await contentOf(GOOD.replace('order:$(DATABASE_PASSWORD)@db', 'order:s3cr3t-pass@db'));
    expect(secrets).toEqual(['s3cr3t-pass']);
  });

  it('is in no finding, in whatever style the value is written', async () => {
    const value = fc.stringMatching(/^[A-Za-z0-9+/=_!-]{8,40}$/).filter((text) => !text.startsWith('/'));
    const style = fc.constantFrom<(text: string) => string>(
      (text) => `[{name: API_TOKEN, value: '${text}', extra: "${text}"}]`,
      (text) => `\n            - name: API_TOKEN\n              value: "${text}"`,
      (text) => `\n            - name: API_TOKEN\n              value: "${escaped(text)}"`,
      (text) => `\n            - name: API_TOKEN\n              value: |-\n                ${text}`,
      (text) => `\n            - {"value": "${text}", "name": "API_TOKEN"}`,
    );
    await fc.assert(
      fc.asyncProperty(value, style, async (secret, write) => {
        const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n        - {name: a, image: a}\n        - name: b\n          env: ${write(secret)}\n`;
        const { findings, secrets } = await contentOf(text);
        const told = JSON.stringify(findings);
        expect(rulesOf(findings)).toContain('literal-secrets');
        expect(secrets).toContain(secret);
        for (let at = 0; at + 6 <= secret.length; at += 1) expect(told).not.toContain(secret.slice(at, at + 6));
      }),
      { numRuns: 60 },
    );
  });
});

function escaped(text: string): string {
  return [...text].map((sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
}
