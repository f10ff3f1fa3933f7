import type { ClusterRule } from './cluster.ts';
import { hpaTarget } from './hpa-target.ts';
import { networkPolicyEgress, networkPolicyIngress } from './network-policy.ts';
import { pdbMinAvailable } from './pdb-min-available.ts';
import { replicas } from './replicas.ts';
import { serviceSelects } from './service-selects.ts';

/** All rules over several objects. */
export const CLUSTER_RULES: readonly ClusterRule[] = [
  ...[replicas, hpaTarget, pdbMinAvailable, networkPolicyIngress, networkPolicyEgress, serviceSelects],
];
