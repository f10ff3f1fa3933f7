import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOOD } from './manifests.fixture.ts';
import { recognise } from './recognise.ts';

const kindOf = (text: string, path = 'a.yaml') => recognise({ path, text }).kind;
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a:1}]}\n';

describe('what is a manifest', () => {
  it.each([
    ['a block', POD],
    ['behind a comment and a document start', `# shop\n---\n${POD}`],
    ['beside documents of other kinds', `apiVersion: v1\nkind: ConfigMap\n---\n${POD}`],
    ['indented as a whole', POD.replaceAll(/^/gm, '  ')],
    ['flow style', '{apiVersion: v1, kind: Pod, spec: {containers: []}}'],
    ['JSON', JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment' })],
    ['JSON with a byte order mark', `\uFEFF${JSON.stringify({ kind: 'Pod', apiVersion: 'v1' })}`],
    ['keys in quotes', '"apiVersion": "v1"\n"kind": "Pod"\n'],
    ['keys that are written as escapes', '"apiVersion": v1\n"\\x6bind": Pod\n# kind\n'],
    ['an anchor and an alias', 'apiVersion: v1\nname: &k Pod\nkind: *k\n'],
    ['line ends of Windows', POD.replaceAll('\n', '\r\n')],
    ['a list', `{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}]}`],
    ['a typed list', `apiVersion: v1\nkind: PodList\nitems: []\n---\n${POD}`],
    ["Argo's Rollout", 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n'],
  ])('is %s', (_name, text) => {
    expect(kindOf(text)).toBe('manifest');
  });

  it.each([
    ['a workflow that holds one as text', `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${indented(POD, 10)}`],
    ['a compose file', 'services:\n  a: {image: a}\n'],
    ['an OpenAPI description', 'openapi: 3.0.0\npaths: {}\ncomponents:\n  apiVersion: v1\n  kind: Pod\n'],
    ['a catalog entry of Backstage', 'apiVersion: backstage.io/v1alpha1\nkind: Component\nspec: {type: service}\n'],
    ['a Service of another group', 'apiVersion: serving.knative.dev/v1\nkind: Service\n'],
    ['a chart', 'apiVersion: v2\nname: Pod\nkindly: Service\n'],
    ['a kustomization', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n# Deployment\n'],
    ['a kubeconfig', 'apiVersion: v1\nkind: Config\nusers: []\n# Pod\n'],
    ['a ConfigMap that holds one', `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n${indented(POD, 4)}`],
    [
      'a playbook',
      '- hosts: all\n  tasks:\n    - k8s:\n        definition:\n          apiVersion: v1\n          kind: Pod\n',
    ],
    ['values of a chart', 'extra:\n  - apiVersion: v1\n    kind: Pod\n'],
    ['a schema', JSON.stringify({ properties: { apiVersion: { type: 'string' }, kind: { const: 'Pod' } } })],
    ['a broken file that is none', 'services:\n  a: [1\n  apiVersion: v1\n  kind: Pod\n'],
    ['a template that is none', 'on: push\nrun: "{{ apiVersion }}"\n  kind: Pod\n'],
    ['a template of Backstage', 'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\na: "${{ Pod }}"\n'],
  ])('is not %s', (_name, text) => {
    expect(kindOf(text)).toBe('other');
  });
});

describe('a manifest that cannot be read', () => {
  it.each([
    ['broken indentation', `${POD}   a: b\n`, { line: 5, column: 1 }],
    ['a key twice', `${POD}kind: Pod\n`, { line: 5, column: 1 }],
    ['a key twice, further in', `${POD}more: {a: 1, a: 2}\n`, { line: 5, column: 14 }],
    ['a merge conflict', `${POD}<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n`, { line: 5, column: 1 }],
    ['JSON that is cut off', '{"apiVersion": "v1",\n"kind": "Pod",\n"spec": {', { line: 3, column: 10 }],
  ])('is one all the same, with its place: %s', (_name, text, place) => {
    const read = recognise({ path: 'a.yaml', text });
    expect(read).toMatchObject({ kind: 'manifest', troubles: [{ file: 'a.yaml', ...place }] });
  });

  it('is no other file, wherever it is cut', () => {
    const start = GOOD.indexOf('metadata');
    fc.assert(
      fc.property(fc.integer({ min: start, max: GOOD.length }), (end) => {
        expect(kindOf(GOOD.slice(0, end))).toBe('manifest');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a template', () => {
  it.each([
    `{{- if .Values.on }}\n${POD}{{- end }}\n`,
    POD.replace('a:1', '{{ .Values.image }}'),
    'apiVersion: {{ include "api" . }}\nkind: Deployment\nspec:\n  {{- toYaml .Values.a | nindent 2 }}\n',
    'apiVersion: {{ .a }}\nkind: {{ .b }}\n',
    'apiVersion: apps/v1\nkind: "Deployment"\nmetadata:\n  name: {{ .a }}\n',
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "{{ a }}"}}',
  ])('is told with the line of its first mark: %j', (text) => {
    const read = recognise({ path: 'a.yaml', text });
    expect(read.kind).toBe('template');
    expect(text.split('\n')[(read.kind === 'template' ? read.line : 0) - 1]).toContain('{{');
  });
});

it('never throws, whatever the text', () => {
  const piece = fc.constantFrom(
    'apiVersion: ',
    'kind: ',
    'Pod',
    'v1',
    '\n',
    '---\n',
    '{',
    '}',
    '[',
    '{{',
    '"',
    ': ',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      expect(['other', 'template', 'manifest']).toContain(kindOf(pieces.join('')));
    }),
    { numRuns: 1500 },
  );
});

function indented(text: string, by: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(by));
}
