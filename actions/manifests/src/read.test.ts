import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOOD } from './manifests.fixture.ts';
import { readManifest } from './read.ts';
import { at } from './value.ts';

const read = (text: string, path = 'a.yaml') => readManifest({ path, text });
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a:1}]}\n';

describe('reading manifests', () => {
  it('gives each document with the lines of its fields', () => {
    const { objects } = read(`# shop\n---\n${POD}---\n\n---\nkind: Service\napiVersion: v1\nmetadata:\n  name: b\n`);
    expect(objects.map(({ kind, name, line, namespace }) => [kind, name, line, namespace])).toEqual([
      ['Pod', 'a', 3, 'default'],
      ['Service', 'b', 10, 'default'],
    ]);
    expect(objects[0]?.lines.at(['spec', 'containers', 0, 'image'])).toBe(6);
    expect(objects[1]?.lines.at(['metadata', 'name'])).toBe(13);
    expect(objects[1]?.lines.at(['metadata', 'nothing', 'here'])).toBe(12);
  });

  it('reads JSON, a byte order mark and line ends of Windows', () => {
    const json = '\uFEFF{"apiVersion": "apps/v1",\r\n "kind": "Deployment",\r\n "metadata": {"name": "a"}}';
    expect(read(json).objects).toMatchObject([{ kind: 'Deployment', group: 'apps', version: 'v1', name: 'a' }]);
  });

  it('takes lists apart', () => {
    const list = '{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod, metadata: {name: a}}]}';
    const typed = '{apiVersion: apps/v1, kind: DeploymentList, items: [{metadata: {name: b}}]}';
    expect(read(`${list}\n---\n${typed}`).objects).toMatchObject([
      { kind: 'Pod', name: 'a' },
      { kind: 'Deployment', group: 'apps', name: 'b' },
    ]);
  });

  it('names no namespace for an object of the whole cluster', () => {
    const [object] = read('{apiVersion: v1, kind: Namespace, metadata: {name: shop}}').objects;
    expect(object?.namespace).toBeUndefined();
  });

  it('follows aliases and merge keys, and leaves out nulls', () => {
    const [object] = read(`apiVersion: v1
kind: ConfigMap
base: &base {a: 1, b: 2}
made:
  <<: [*base, {c: 4}]
  b: 3
  d: null
`).objects;
    expect(at(object?.value, 'made')).toEqual(new Map(Object.entries({ a: 1n, b: 3n, c: 4n })));
  });

  it('holds keys of JavaScript as any other', () => {
    const [object] = read('{apiVersion: v1, kind: ConfigMap, data: {__proto__: a, constructor: b}}').objects;
    expect(at(object?.value, 'data', '__proto__')).toBe('a');
    expect(at(object?.value, 'data', 'toString')).toBeUndefined();
  });
});

describe('what is no object', () => {
  it.each([
    ['a: 1', 'not an object'],
    ['- 1', 'not an object'],
    ['kind: Pod', 'not an object'],
    ['apiVersion: v1\nkind: 3', 'not an object'],
    ['', 'an empty file'],
    ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization', 'Kustomization'],
    ['kind: Pod\nkind: Pod', '"kind" twice'],
    ['a: [1', 'BAD_INDENT'],
    ['a: *b', 'none'],
    ['a: !!js/function x', 'js/function'],
    ['? {a: 1}\n: 2', 'another value'],
    ['a: &a [*a]', 'none'],
  ])('is a trouble: %j', (text, got) => {
    const { objects, troubles } = read(text);
    expect(objects).toEqual([]);
    expect(troubles).toMatchObject([{ file: 'a.yaml', got: expect.stringContaining(got) }]);
  });

  it('takes nothing away from the documents beside it', () => {
    const { objects, troubles } = read(`${POD}---\na: 1\n---\na: b: c\n---\n${POD}`);
    expect(objects).toHaveLength(2);
    expect(troubles.map(({ line }) => line)).toEqual([6, 8]);
  });

  it('takes the Kustomization of Flux for an object', () => {
    expect(read('apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization').objects).toHaveLength(1);
  });
});

describe('templates', () => {
  it.each([
    `${POD}  # {{ if .Values.debug }}\n`,
    POD.replace('a:1', '"{{ .Values.image }}"'),
    POD.replace('a:1', '{{ .Values.image }}'),
    `{{- if .Values.on }}\n${POD}{{- end }}`,
    `${POD}---\napiVersion: v1\nkind: ConfigMap\n# {{ x }}\n`,
    `apiVersion: v1\nkind: ConfigMap\ndata: {a: "\\x7b\\x7b"}\n---\n${POD}# {{ x }}\n`,
  ])('are not read as objects: %j', (text) => {
    const { objects, troubles, templateLine } = read(text);
    expect({ objects, troubles }).toEqual({ objects: [], troubles: [] });
    expect(text.split('\n')[(templateLine ?? 0) - 1]).toContain('{{');
  });

  it('may stand as plain text in objects that no rule judges', () => {
    const alert = 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {summary: "{{ $value }}"}';
    const { objects, templateLine } = read(`${POD}---\n${alert}`);
    expect(templateLine).toBeUndefined();
    expect(objects.map(({ isTemplate }) => isTemplate)).toEqual([false, true]);
  });
});

describe('hostile files', () => {
  it.each([
    ['deep brackets', '['.repeat(100_000)],
    ['deep maps', '{a: '.repeat(5000)],
    ['deep JSON', `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`],
    ['50 MB', 'a'.repeat(50_000_000)],
    ['an alias bomb', `a0: &a0 [1,2,3,4,5,6,7,8,9]\n${bomb(12)}`],
  ])('of %s are refused', (_name, text) => {
    const { objects, troubles } = read(text);
    expect(objects).toEqual([]);
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('of any text at all give objects and troubles, never an error', () => {
    const piece = fc.constantFrom(
      ...[': ', '- ', '\n', '{', '}', '[', ']', '&a ', '*a ', '<<', '!!str ', '"', "'", '|', '>', '#', '---\n', '? '],
      ...['apiVersion: v1\n', 'kind: Pod\n', 'spec', '\t', '%', '\u0000', '\u202E', '{{'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const result = read(pieces.join(''));
        expect(Array.isArray(result.objects)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('cut anywhere never give more objects than the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: GOOD.length }), (end) => {
        expect(read(GOOD.slice(0, end)).objects.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 200 },
    );
  });
});

function bomb(levels: number): string {
  const line = (level: number) =>
    `a${level}: &a${level} [${Array(9)
      .fill(`*a${level - 1}`)
      .join(', ')}]`;
  return Array.from({ length: levels }, (_, index) => line(index + 1)).join('\n');
}
