import { describe, expect, it } from 'vitest';
import { isKustomizationPath, readKustomization } from './kustomize.ts';

const read = (text: string) => readKustomization({ path: 'k8s/prod/kustomization.yaml', text });

describe('a kustomization', () => {
  it('is known by its name', () => {
    expect(['kustomization.yaml', 'a/kustomization.yml', 'a/Kustomization'].every(isKustomizationPath)).toBe(true);
    expect(isKustomizationPath('a/my-kustomization.yaml')).toBe(false);
  });

  it('names its patches in all three ways, and counts those that are written in it', () => {
    const text = [
      'resources: [../base]',
      'patches: [{path: a.yaml}, {patch: "- op: add"}]',
      'patchesStrategicMerge:\n- ../b.yaml\n- |-\n  kind: Pod\n  metadata: {}',
      'patchesJson6902: [{target: {kind: Pod}, path: c.json}]',
      'helmCharts: [{name: a}]',
    ].join('\n');
    expect(read(text)).toMatchObject({ patchFiles: ['k8s/prod/a.yaml', 'k8s/b.yaml', 'k8s/prod/c.json'], changes: 6 });
  });

  it.each(['', 'a: [', '- 1', 'patches: 3', 'patches: [1, null]', 'a: &a [*a]', 'resources: [a.yaml]'])(
    'without patches names none: %j',
    (text) => {
      expect(read(text).patchFiles).toEqual([]);
    },
  );
});
