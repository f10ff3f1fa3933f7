import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/vitest/longest-first.ts';
import { isThorough } from './scripts/vitest/thoroughly.ts';

/** Where tests stand: a project per package, and one for what belongs to the repository as a whole. */
const actions = readdirSync(new URL('./actions', import.meta.url)).map((name) => [name, [`actions/${name}`]] as const);
const folders: readonly (readonly [string, readonly string[]])[] = [
  ['schemas', ['schemas']],
  ...actions,
  ['cli', ['cli']],
  ['repository', ['scripts', 'bench', 'examples']],
];
const exclude = ['**/node_modules/**', '**/dist/**'];
/** Backstage's test packages call Jest's globals. */
const backstage = { globals: true, exclude, setupFiles: ['./scripts/vitest/jest-globals.ts'] };

export default defineConfig({
  test: {
    // Two cores, and tests that start databases and processes: the slow machine is the one to plan for.
    maxWorkers: 2,
    // The embedded PostgreSQL is 9 MB of WebAssembly. A gate that a test starts asks so little of it that optimising the
    // machine code takes half of its processor time. Tests that ask much of it, in their own process, are twice as slow
    // without. `.ci/real` runs gates as users do.
    env: isThorough ? {} : { SHIPGATE_GATE_FLAGS: '--liftoff-only' },
    setupFiles: ['./scripts/vitest/seed.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      ...folders.map(([name, paths]) => ({
        extends: true as const,
        test: { name, include: paths.map((path) => `${path}/**/*.test.ts`), exclude },
      })),
      {
        extends: true,
        test: {
          ...backstage,
          name: 'backstage-node',
          include: ['backstage-plugins/{deployments-backend,deployments-common,app,backend}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...backstage,
          name: 'backstage-dom',
          include: ['backstage-plugins/deployments/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: [...backstage.setupFiles, './scripts/vitest/dom.ts'],
          // Transformed here: they are CommonJS that loads ESM, or the other way round.
          server: { deps: { inline: [/@backstage\//, /material-ui-popup-state/, /@material-ui/, /@mui/] } },
        },
      },
    ],
  },
});
