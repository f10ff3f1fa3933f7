export * from './client';
export * from './deployments-client';
export * from './entity-deployments';
export * from './permissions';
export * from './signal';
