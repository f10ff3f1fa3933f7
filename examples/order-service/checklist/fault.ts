/** What the service can be told to do wrong, each a fact of the production checklist that is then false. */
export const faults = [
  'health',
  'ready',
  'startup',
  'version',
  'schema',
  'metrics',
  'errors-30d',
  'latency-30d',
  'availability-30d',
  'cache',
  'errors-24h',
  'latency-24h',
  'availability-24h',
  'critical-alerts',
  'cors',
  'hsts',
  'xss',
  'csrf',
  'validation',
  'browser-cache',
  'docs',
] as const;

export type Fault = (typeof faults)[number];

export function isFault(name: string): name is Fault {
  return faults.some((each) => each === name);
}
