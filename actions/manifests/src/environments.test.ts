import { describe, expect, it } from 'vitest';
import { environmentsOf } from './environments.ts';
import type { KubernetesObject } from './object.ts';
import { readManifest } from './read.ts';

const at = (file: string, ...names: readonly string[]): readonly KubernetesObject[] =>
  readManifest({
    path: file,
    text: names.map((name) => `{apiVersion: v1, kind: Service, metadata: {name: ${name}}}`).join('\n---\n'),
  }).objects;

const shown = (objects: readonly KubernetesObject[]) =>
  environmentsOf(objects).map(({ own, context }) => [
    own.map(({ file, name }) => `${file} ${name}`).join(', '),
    context.map(({ file, name }) => `${file} ${name}`).join(', '),
  ]);

describe('objects that are applied together', () => {
  it('are all, while none is there twice', () => {
    expect(shown([...at('k8s/a.yaml', 'a'), ...at('ops/b.yaml', 'b', 'c')])).toEqual([
      ['k8s/a.yaml a, ops/b.yaml b, ops/b.yaml c', ''],
    ]);
  });

  it('are those of a folder and of the folders above it, when folders hold the same', () => {
    const objects = [...at('k8s/base.yaml', 'b'), ...at('k8s/dev/a.yaml', 'a'), ...at('k8s/prod/a.yaml', 'a')];
    expect(shown(objects)).toEqual([
      ['k8s/base.yaml b', ''],
      ['k8s/dev/a.yaml a', 'k8s/base.yaml b'],
      ['k8s/prod/a.yaml a', 'k8s/base.yaml b'],
    ]);
  });

  it('are those of a file and of files that have nothing twice, when files of one folder hold the same', () => {
    const objects = [...at('dev.yaml', 'a'), ...at('prod.yaml', 'a'), ...at('all.yaml', 'b')];
    expect(shown(objects)).toEqual([
      ['all.yaml b', 'dev.yaml a, prod.yaml a'],
      ['dev.yaml a', 'all.yaml b'],
      ['prod.yaml a', 'all.yaml b'],
    ]);
  });

  it('are those of a file that holds one object twice, which no folder can part', () => {
    expect(shown(at('a.yaml', 'a', 'a'))).toEqual([['a.yaml a, a.yaml a', '']]);
  });

  it('are judged once each, however folders are nested', () => {
    const files = ['a.yaml', 'x/a.yaml', 'x/y/a.yaml', 'x/z/a.yaml', 'x/z/b.yaml', 'w/c.yaml'];
    const objects = files.flatMap((file) => at(file, 'a', file.length.toString()));
    const own = environmentsOf(objects).flatMap((environment) => environment.own);
    expect(new Set(own)).toEqual(new Set(objects));
    expect(own).toHaveLength(objects.length);
  });
});
