// The order of test files: those that take minutes first, so that the workers end together. Without it the largest files
// come first, and the longest of ours are small: they start a process for each case.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, the longest first. */
const longest = [
  'migrate-gate/src/scenarios.test',
  'migrate-gate/src/examples.test',
  'migrate-gate/src/hostile-sql.test',
  'scripts/portal/browser.test',
  'migrate-gate/src/trial/',
  'migrate-gate/src/catalog/fingerprint.test',
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
