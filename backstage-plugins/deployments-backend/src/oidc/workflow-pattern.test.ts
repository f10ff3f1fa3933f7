import { describe, expect, it } from 'vitest';
import { splitWorkflowRef, workflowPattern } from './workflow-pattern';

function matches(pattern: string, text: string): boolean {
  const compiled = workflowPattern(pattern);
  const workflow = splitWorkflowRef(text);
  return compiled !== null && workflow !== null && compiled.path.test(workflow.path) && compiled.ref.test(workflow.ref);
}

const main = 'acme/app/.github/workflows/release.yml@refs/heads/main';

describe('a pattern of job_workflow_ref', () => {
  it.each([
    [main, main],
    ['acme/*/.github/workflows/release.yml@refs/heads/main', main],
    ['acme/app/.github/workflows/*@refs/heads/main', main],
    ['acme/app/.github/workflows/release.*@refs/heads/m*n', main],
    ['acme/app/.github/workflows/release.yml@refs/tags/v*', 'acme/app/.github/workflows/release.yml@refs/tags/v1.2'],
    ['acme/app/.github/workflows/release.yml@refs/heads/a@b', 'acme/app/.github/workflows/release.yml@refs/heads/a@b'],
  ])('%s matches %s', (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.each([
    ['acme/*/.github/workflows/release.yml@refs/heads/main', 'acme/a/b/.github/workflows/release.yml@refs/heads/main'],
    ['acme/app/.github/workflows/*@refs/heads/main', 'acme/app/.github/workflows/x/release.yml@refs/heads/main'],
    ['acme/app/.github/workflows/*@refs/heads/main', 'acme/app/.github/workflows/a.yml@refs/heads/x@refs/heads/main'],
    [
      'acme/app/.github/workflows/release.yml@refs/heads/*',
      'acme/app/.github/workflows/release.yml@refs/heads/feature/x',
    ],
    [main, `${main}x`],
    [main, `x${main}`],
    [main, `${main}\n`],
    [main, main.replace('.yml', 'Xyml')],
    [main, main.replace('acme', 'Acme')],
    ['acme/app/.github/workflows/release.yml@refs/tags/v*', 'acme/app/.github/workflows/release.yml@refs/heads/v1'],
  ])('%s does not match %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it.each([
    '*',
    'acme/app/release.yml@refs/heads/main',
    'acme/app/.github/workflows/a.yml',
    'acme/app/.github/workflows/a.yml@main',
    '',
    `${main} `,
  ])('%j is none', (text) => {
    expect(workflowPattern(text)).toBe(null);
  });
});
