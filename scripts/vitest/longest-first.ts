// The order of test files: those that take minutes first, so that the workers end together. Without it the largest files
// come first, and the longest of ours are small: they start a process for each case.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, the longest first: what takes about 20 s or more when nothing else runs than the suite. */
const longest = [
  'scripts/portal/browser.test',
  'canary-promote/src/rollout.real.test',
  'migrate-gate/src/examples.test',
  'migrate-gate/src/scenarios.test',
  'migrate-gate/src/hostile-sql.test',
  'canary-promote/src/rollout-survival.real.test',
  'scripts/pack/pack.test',
  'gitops/pull-request-mover.test',
  'scripts/portal/portal.test',
  'migrate-gate/src/trial/trial.test',
  'migrate-gate/src/command-line.test',
  'migrate-gate/src/catalog/fingerprint.test',
  'kubernetes/argo-rollouts.real.test',
  'prometheus/prometheus.real.test',
  'checklist/src/signoffs/cross-product.test',
  'kubernetes/faults.real.test',
  'gitops/gitops-mover.test',
  'checklist/src/example.test',
  'kubernetes/routes.real.test',
  'kubernetes/rolling.real.test',
  'checklist/src/scenarios.test',
  'security-scan/src/scenarios.test',
  'security-scan/src/scanners/semgrep.real.test',
  'migrate-gate/src/configuration.test',
];

function place(path: string): number {
  const at = longest.findIndex((part) => path.includes(part));
  return at === -1 ? longest.length : at;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, two) => place(one.moduleId) - place(two.moduleId));
  }
}
