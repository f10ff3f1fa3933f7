import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Where tests stand: a project per package, and one for what belongs to the repository as a whole. */
const actions = readdirSync(new URL('./actions', import.meta.url)).map((name) => [name, [`actions/${name}`]] as const);
const folders: readonly (readonly [string, readonly string[]])[] = [
  ['schemas', ['schemas']],
  ...actions,
  ['cli', ['cli']],
  ['repository', ['scripts', 'bench', 'examples']],
];

export default defineConfig({
  test: {
    // Two cores, and tests that start databases and processes: the slow machine is the one to plan for.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: folders.map(([name, paths]) => ({
      extends: true,
      test: {
        name,
        include: paths.map((path) => `${path}/**/*.test.ts`),
        exclude: ['**/node_modules/**', '**/dist/**'],
      },
    })),
  },
});
