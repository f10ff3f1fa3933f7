import type { ClusterFinding } from './across/cluster.ts';
import { clusterOf } from './across/cluster.ts';
import { CLUSTER_RULES } from './across/table.ts';
import { withIgnore } from './ignore.ts';
import { judgeObject } from './judge-object.ts';
import { ADMISSION_GROUP, POLICY_KIND } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { judgeByPolicies } from './policies/judge.ts';
import type { Policy } from './policies/policy.ts';
import { readPolicy } from './policies/policy.ts';
import type { ManifestFile, ManifestTrouble, ReadManifest } from './read.ts';
import { readManifest } from './read.ts';
import type { ManifestResult } from './result.ts';
import { EVERY_RULE, resultOf } from './result.ts';
import { RULES } from './rules/table.ts';

export type { ManifestFile, ManifestTrouble } from './read.ts';
export type { ManifestResult } from './result.ts';
export { EVERY_RULE } from './result.ts';

export interface ManifestInput {
  /** What is applied to the cluster: rendered, not templates. */
  readonly files: readonly ManifestFile[];
  /** Users' own ValidatingAdmissionPolicies, with their bindings and parameters. */
  readonly policies: readonly ManifestFile[];
  /** For annotations that end. */
  readonly now: Date;
}

export interface ManifestJudgement {
  /** By file, line and rule. */
  readonly results: readonly ManifestResult[];
  /** How many objects were judged. */
  readonly objects: number;
  /** What could not be read; nothing of it was judged. */
  readonly troubles: readonly ManifestTrouble[];
}

/** Judges all objects of all files by all rules and by users' policies. Pure; never throws for what is in a file. */
export function judgeManifests({ files, policies, now }: ManifestInput): ManifestJudgement {
  const read = files.map((file) => ({ ...readManifest(file), path: file.path }));
  const objects = read.flatMap((file) => file.objects);
  const own = readPolicies(policies);
  const known = [...objects, ...own.objects];
  const found = objects.flatMap((object) => [
    ...judgeObject(object, RULES).map((finding) => ({ object, finding })),
    ...judgeByPolicies(object, own.policies, known).map((finding) => ({ object, finding })),
  ]);
  const cluster = clusterOf(objects);
  const across = CLUSTER_RULES.flatMap((rule) => rule.judge(cluster));
  const results = [...read.flatMap(templateResults), ...said([...found, ...across], now)];
  return {
    results: results.toSorted(inOrder(new Map(files.map(({ path }, index) => [path, index])))),
    objects: objects.length,
    troubles: [...read.flatMap((file) => file.troubles), ...own.troubles],
  };
}

function said(found: readonly ClusterFinding[], now: Date): ManifestResult[] {
  return found.map(({ object, finding }) => withIgnore(resultOf(object, finding), object, now));
}

/** A template may become anything, so nothing is said of what stands in it. */
function templateResults({ path, templateLine }: ReadManifest & { readonly path: string }): ManifestResult[] {
  if (templateLine === undefined) return [];
  const message = 'the file holds {{, so it is a template that was not rendered';
  const mend = 'Render it first (render: helm template, kustomize build), and judge what comes out.';
  const result = { result: 'not-evaluated', message, mend } as const;
  return [{ file: path, line: templateLine, kind: 'File', name: path, rule: EVERY_RULE, ...result }];
}

function readPolicies(files: readonly ManifestFile[]): {
  readonly objects: readonly KubernetesObject[];
  readonly policies: readonly Policy[];
  readonly troubles: readonly ManifestTrouble[];
} {
  const read = files.map((file) => ({ file, ...readManifest(file) }));
  const objects = read.flatMap((one) => one.objects);
  const outcomes = objects
    .filter(({ kind, group }) => kind === POLICY_KIND && group === ADMISSION_GROUP)
    .map((object) => readPolicy(object));
  const templates = read.flatMap(({ file, templateLine }) =>
    templateLine === undefined
      ? []
      : [{ file: file.path, line: templateLine, expected: 'a policy that is no template', got: '{{' }],
  );
  return {
    objects,
    policies: outcomes.flatMap((outcome) => ('rule' in outcome ? [outcome] : [])),
    troubles: [
      ...read.flatMap((one) => one.troubles),
      ...templates,
      ...outcomes.flatMap((outcome) => ('rule' in outcome ? [] : [outcome])),
    ],
  };
}

function inOrder(files: ReadonlyMap<string, number>): (a: ManifestResult, b: ManifestResult) => number {
  const place = (result: ManifestResult) => files.get(result.file) ?? 0;
  return (a, b) => place(a) - place(b) || a.line - b.line || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
