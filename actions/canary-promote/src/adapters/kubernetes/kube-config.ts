/** The one class that is used of a large package, by its name, so that a bundle leaves the rest out. */
export { KubeConfig } from '@kubernetes/client-node';
