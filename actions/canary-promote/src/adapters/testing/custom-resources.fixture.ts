/** The definitions of routes as their projects publish them, for a real API server of tests. `.ci/real kubernetes` puts them there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { realTool, toolFolder } from '../../../../../scripts/real-tools.ts';
import type { KubeObject } from '../kubernetes/cluster.ts';
import type { ControlPlane } from './control-plane.fixture.ts';

export type Project = 'istio' | 'gateway-api' | 'argo-rollouts';

const API = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** Applies the definitions, and waits until the API server serves them. */
export async function applyCustomResources(plane: ControlPlane, projects: readonly Project[]): Promise<void> {
  const cluster = await plane.cluster('default');
  const signal = AbortSignal.timeout(120_000);
  const folder = realTool('kubernetes-crds') ?? join(toolFolder(), 'kubernetes-crds');
  const objects = projects.flatMap((project) => definitionsIn(join(folder, project)));
  for (const object of objects) await cluster.create(API, object, signal);
  for (const { metadata } of objects) {
    for (;;) {
      const { status } = await cluster.get(`${API}/${metadata?.name}`, signal);
      const { conditions } = Object(status);
      const isEstablished = (each: unknown) => Object(each).type === 'Established' && Object(each).status === 'True';
      if (Array.isArray(conditions) && conditions.some(isEstablished)) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function definitionsIn(folder: string): readonly KubeObject[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .map((document): unknown => document.toJS())
    .filter((each): each is KubeObject => Object(each).kind === 'CustomResourceDefinition');
}
