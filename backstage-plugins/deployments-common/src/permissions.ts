import { createPermission } from '@backstage/plugin-permission-common';

/** Whoever may read the entity may be let see its deployments, or only its owners may: the policy decides per entity. */
export const deploymentReadPermission = createPermission({
  name: 'shipgate.deployment.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});

export const deploymentsPermissions = [deploymentReadPermission];
