import { gracefulShutdown } from './graceful-shutdown.ts';
import { imageTag } from './image-tag.ts';
import { ingressTls } from './ingress-tls.ts';
import { literalSecrets } from './literal-secrets.ts';
import { noNodePort } from './no-node-port.ts';
import { BASELINE } from './pod-security-baseline.ts';
import { RESTRICTED } from './pod-security-restricted.ts';
import { livenessProbe, probesDiffer, readinessProbe } from './probes.ts';
import { readOnlyRootFilesystem } from './read-only-root-filesystem.ts';
import { resourceLimits, resourceRequests } from './resources.ts';
import type { Rule } from './rule.ts';
import { serviceAccountToken } from './service-account-token.ts';

/** All rules over single objects. */
export const RULES: readonly Rule[] = [
  ...[resourceRequests, resourceLimits, livenessProbe, readinessProbe, probesDiffer, imageTag, literalSecrets],
  ...[ingressTls, noNodePort, readOnlyRootFilesystem, serviceAccountToken, gracefulShutdown],
  ...BASELINE,
  ...RESTRICTED,
];
