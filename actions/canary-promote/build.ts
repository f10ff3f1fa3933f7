import type { PackageBuild } from '../../scripts/build/package-build.ts';

/** Of the Kubernetes client only the reading of a kubeconfig is used, not the 20 MB of its generated calls. */
export default {
  entryPoints: { post: 'src/post-main.ts' },
  withoutSideEffects: ['@kubernetes/client-node'],
} satisfies PackageBuild;
