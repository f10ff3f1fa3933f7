/** Whether the value of an entry is a secret, and what of it must be kept out of all texts. Pure. */
import type { SecretEntry } from './documents.ts';
import { type Said, saidBy } from './names.ts';
import { isPlaceholder } from './placeholders.ts';

/** Of a text: the values in it that are of a known form, and whether it has the form of one and is an example. */
export type Known = (text: string) => { readonly values: readonly string[]; readonly isExample: boolean };

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const URL_WITH_PASSWORD = /[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#]{0,128}:([^\s/?#]{1,256})@([^\s/?#:]{0,255})/i;
/** `Password=…;`, `?password=…`, `AccountKey=…`, and Go's `user:password@tcp(…)`. */
const NAMED_PASSWORD =
  /(?:passw(?:or)?d|pwd|accountkey|sharedaccesskey|accesskey|secret)\s{0,4}=\s{0,4}["']?([^;&\s"']{1,256})/i;
const GO_DSN = /^[^\s:@/]{1,128}:([^\s@]{1,256})@(?:\w{1,10}\(|\()/;
const NOWHERE = /(?:^|\.)example(?:\.(?:com|org|net))?$/i;
/** A page, a server: no secret, unless it has one in it. */
const PLAIN_URL = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s@?]+$/i;
const MOST_LEAVES = 10_000;

/** undefined: no secret. Else what is secret of the value, as text: the whole, or parts of it. */
export function secretIn({ field, name, value }: SecretEntry, known: Known): readonly string[] | undefined {
  if (field === 'stringData') return secretOf(name, value.trim(), known);
  const base64 = value.replace(/\s+/g, '');
  // `changeme` is base64 too.
  if (!BASE64.test(base64) || isPlaceholder(base64)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd')) return ['password', 'secret'].includes(saidBy(name)) ? [] : undefined;
  return secretOf(name, text.trim(), known);
}

function secretOf(name: string, text: string, known: Known): readonly string[] | undefined {
  if (isPlaceholder(text)) return undefined;
  const url = passwordInUrl(name, text);
  if (url !== undefined) return url.isPlaceholder ? undefined : [url.password, text];
  const { values, isExample } = known(text);
  if (values.length > 0) return isMostly(values, text) ? values : [...values, text];
  if (isExample) return undefined;
  const said = saidBy(name);
  const leaves = leavesOf(name, text);
  if (leaves !== undefined) return secretLeaves(leaves, said, known);
  if (said === 'password') return [text];
  if (said === 'secret') return PLAIN_URL.test(text) ? undefined : [text];
  return undefined;
}

/** Of a key in PEM the lines of its body are enough. */
function isMostly(values: readonly string[], text: string): boolean {
  return values.reduce((sum, { length }) => sum + length, 0) * 2 > text.length;
}

interface Password {
  readonly password: string;
  readonly isPlaceholder: boolean;
}

/** In a URL whatever the name is; in other connection strings where the name says that it is one, or a secret. */
function passwordInUrl(name: string, text: string): Password | undefined {
  if (text.length > 4000 || text.startsWith('{')) return undefined;
  const [, inUrl, host = ''] = URL_WITH_PASSWORD.exec(text) ?? [];
  if (inUrl !== undefined) {
    return { password: inUrl, isPlaceholder: NOWHERE.test(host) || isPlaceholder(inUrl) };
  }
  if (saidBy(name) !== 'connection') return undefined;
  const named = (NAMED_PASSWORD.exec(text) ?? GO_DSN.exec(text))?.[1];
  return named === undefined ? undefined : { password: named, isPlaceholder: isPlaceholder(named) };
}

interface Leaf {
  readonly name: string;
  readonly value: string;
}

/** The texts of a JSON object: of Docker's configuration, of a service account. undefined: it is none. */
function leavesOf(name: string, text: string): readonly Leaf[] | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  const open: { readonly name: string; readonly value: unknown }[] = [];
  try {
    open.push({ name, value: JSON.parse(text) });
  } catch {
    return undefined;
  }
  const leaves: Leaf[] = [];
  for (let each = open.pop(); each !== undefined && leaves.length < MOST_LEAVES; each = open.pop()) {
    const { name: of, value } = each;
    if (typeof value === 'string') leaves.push({ name: of, value });
    else if (Array.isArray(value)) for (const item of value) open.push({ name: of, value: item });
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) open.push({ name: key, value: item });
    }
  }
  return leaves;
}

/** Those whose names say it; all where only the name of the entry does. */
function secretLeaves(leaves: readonly Leaf[], said: Said, known: Known): readonly string[] | undefined {
  const asked = leaves.filter(({ name }) => ['password', 'secret'].includes(saidBy(name)));
  if (asked.length > 0) {
    const secrets = asked.flatMap((leaf) => secretLeaf(leaf, known));
    return secrets.length > 0 ? secrets : undefined;
  }
  const values = leaves.map(({ value }) => value).filter((value) => value.trim() !== '');
  return (said === 'password' || said === 'secret') && values.length > 0 ? values : undefined;
}

function secretLeaf({ name, value }: Leaf, known: Known): readonly string[] {
  const text = value.trim();
  if (isPlaceholder(text) || known(text).isExample || PLAIN_URL.test(text)) return [];
  if (name !== 'auth') return [text];
  // Docker's: base64 of `user:password`.
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(text, 'base64').toString('utf8')) ?? [];
  if (password === undefined) return [text];
  return isPlaceholder(password.trim()) ? [] : [text, password];
}
