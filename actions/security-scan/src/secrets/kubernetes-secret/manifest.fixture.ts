/** Manifests with Secrets, and what is found of them. */
import { contextOf, type Files, scanned } from '../tree.fixture.ts';

export const RULE = 'kubernetes-secret-yaml';
export const HEAD = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: orders\n';

/** `entries`: lines of YAML; the first is on line 6, two signs to the right. */
export const secret = (field: 'data' | 'stringData', entries: string) =>
  `${HEAD}${field}:\n${entries.replace(/^/gm, '  ')}\n`;

export const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

/** `places` and `ours` of this rule, `rules` of all; `trusted`: what the commit that decides has. */
export async function found(files: Files | string, trusted: Files = {}) {
  const all = typeof files === 'string' ? { 'k8s/secret.yaml': files } : files;
  const { findings, secrets } = await scanned(all, contextOf(trusted));
  const ours = findings.filter(({ rule }) => rule === RULE);
  const places = ours.map(({ location }) => `${location?.line}:${location?.column}`);
  return { places, ours, secrets, rules: findings.map(({ rule }) => rule) };
}
