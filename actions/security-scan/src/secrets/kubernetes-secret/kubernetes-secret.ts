/** Secrets of Kubernetes that lie in the repository with their values: base64 is no lock. Pure. */
import type { Found } from '../found.ts';
import type { Hits } from '../keywords.ts';
import { entriesOf, type SecretEntry } from './documents.ts';
import { maskable } from './masked.ts';
import { type Known, secretIn } from './values.ts';

/** In lower case: in every text that has such a Secret. */
export const SECRET_WORD = 'secret';

/** As gitleaks calls it. */
export const kubernetesSecret = {
  id: 'kubernetes-secret-yaml',
  title: 'Kubernetes Secret with its value',
  severity: 'high',
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  revoke: 'Rotate the value, and keep the new one as a SealedSecret or an ExternalSecret, or encrypt it with SOPS',
} as const;

/** Behind all that know more exactly what it is. */
const RANK = 6000;
/** `secret.yaml`, `secret.json`, and with an ending of a template or an example: `secret.yaml.j2`. */
const FILE = /\.(?:ya?ml|json)(?:\.[a-z0-9_-]{1,12}){0,2}$/i;

/**
 * One for each entry of `data` and `stringData` that is secret: by its name, or by the form of its value. `hits` of `words` in `text`;
 * `known` tells what our other kinds know of a text.
 */
export function kubernetesSecrets(
  path: string,
  text: string,
  hits: Hits,
  words: readonly string[],
  known: Known,
): Found[] {
  if (!FILE.test(path)) return [];
  const word = words.indexOf(SECRET_WORD);
  const places: number[] = [];
  for (let at = 0; at < hits.length; at += 2) {
    if (hits[at] === word) places.push((hits[at + 1] ?? 0) - SECRET_WORD.length);
  }
  return entriesOf(text, places).flatMap((entry) => foundOf(entry, text, known));
}

function foundOf(entry: SecretEntry, text: string, known: Known): Found[] {
  const secrets = secretIn(entry, known);
  if (secrets === undefined) return [];
  const { id: rule, title, severity, page, revoke } = kubernetesSecret;
  const { start, end, from } = entry;
  const values = [...new Set(spellings(entry, text.slice(start, end), secrets).flatMap(maskable))];
  return [{ rule, title, severity, page, revoke, start, end, match: { start: from, end }, values, rank: RANK }];
}

/** As it stands in the file, as it is meant, and as the cluster prints it. */
function spellings({ field, value }: SecretEntry, source: string, secrets: readonly string[]): readonly string[] {
  const encoded = secrets.map((secret) => Buffer.from(secret).toString('base64'));
  if (field === 'data') return [source, value.replace(/\s+/g, ''), ...secrets, ...encoded];
  // Of a JSON text only what is secret in it: the name of a registry is none.
  const whole = secrets.includes(value.trim()) ? [source, value] : [];
  return [...whole, ...secrets, ...encoded, Buffer.from(value).toString('base64')];
}
