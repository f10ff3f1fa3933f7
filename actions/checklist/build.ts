import type { PackageBuild } from '../../scripts/build/package-build.ts';

/** What turns outside (rules, readers of reports, GitHub's client) is a file of its own: most of a start is reading code. */
export default {
  entryPoints: { outside: 'src/outside-main.ts' },
  define: { 'import.meta.dirname': '__dirname' },
} satisfies PackageBuild;
