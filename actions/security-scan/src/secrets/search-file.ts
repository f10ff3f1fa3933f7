/** One file: what all rules find in it, one finding for one place. */
import { join } from 'node:path';
import { type Check, unhurried } from './deadline.ts';
import { Engine } from './engine.ts';
import { distinct, type Found, Places } from './found.ts';
import type { Allowlist } from './gitleaks/allowlist.ts';
import { CONFIG, IGNORE, type UserPolicy } from './gitleaks/load.ts';
import { UserSearch } from './gitleaks/search.ts';
import { type Hits, Keywords } from './keywords.ts';
import { secretKinds } from './kinds.ts';
import { kubernetesSecret, kubernetesSecrets, SECRET_WORD } from './kubernetes-secret/kubernetes-secret.ts';
import { Lines } from './lines.ts';
import { KindSearch } from './search.ts';
import { decode } from './text.ts';
import { isUtf7, isUtf32 } from './wide-text.ts';

export interface TextSearched {
  readonly kind: 'text';
  readonly text: string;
  readonly found: readonly Found[];
  /** How many an allowlist of the user let through. */
  readonly allowed: number;
}

export type FileSearched =
  | TextSearched
  /** Not looked into; rules of paths and of key stores found these. */
  | { readonly kind: 'binary'; readonly found: readonly Found[] };

export interface Manner {
  /** The text by the encoding that `.gitattributes` names. */
  readonly encoded?: string;
  /** Asked between pieces of work. */
  readonly check?: Check;
}

/** The engine compares each of its messages with each: a file of nothing but secrets is told by our own kinds alone. */
const MANY = 1000;

export class FileSearch {
  private readonly kinds = new KindSearch(secretKinds);
  private readonly engine = new Engine();
  private readonly user: UserSearch;
  private readonly keywords: Keywords;
  private readonly policy: UserPolicy;
  /** False: `useDefault = false` says that the user's rules are all. */
  private readonly embedded: boolean;

  constructor(policy: UserPolicy) {
    this.policy = policy;
    this.user = new UserSearch(policy.config?.rules ?? []);
    this.embedded = policy.config?.useDefault !== false;
    const ours = this.embedded ? [...this.kinds.literals, ...this.engine.literals, SECRET_WORD] : [];
    this.keywords = new Keywords([...new Set([...ours, ...this.user.literals])]);
  }

  /** Whether a file is let through whole, so that it need not be read. */
  allowsPath(path: string): boolean {
    return this.policy.config?.allowlists.some((list) => list.allowsPath(path)) ?? false;
  }

  async in(
    root: string,
    path: string,
    bytes: Buffer,
    { encoded, check = unhurried }: Manner = {},
  ): Promise<FileSearched> {
    if (encoded !== undefined) {
      const searched = await this.inText(root, path, encoded, this.keywords.inText(encoded), check);
      // Whoever names an encoding must not hide what the bytes say by themselves.
      if (searched.found.length > 0) return searched;
    }
    const decoded = decode(bytes);
    const raw = decoded === 'binary' || isMarked(bytes) ? this.inRaw(bytes, check) : undefined;
    if (raw !== undefined) return raw;
    if (decoded === 'binary') return { kind: 'binary', found: await this.inBinary(root, path) };
    const { text, plain } = decoded;
    check();
    const hits = plain ? this.keywords.inBytes(bytes) : this.keywords.inText(text);
    return await this.inText(root, path, text, hits, check);
  }

  private async inText(root: string, path: string, text: string, hits: Hits, check: Check): Promise<TextSearched> {
    if (hits.length === 0 && !this.user.looksAtAll) return { kind: 'text', text, found: [], allowed: 0 };
    const found = await this.all(root, path, text, hits, check);
    if (found.length === 0) return { kind: 'text', text, found, allowed: 0 };
    check();
    const told = this.allowed(path, text, found);
    return { kind: 'text', text, found: distinct(told), allowed: distinct(found).length - distinct(told).length };
  }

  /** The bytes as they are, and without their NULs: two bytes at its front make nothing else of a text of ASCII. */
  private inRaw(bytes: Buffer, check: Check): FileSearched | undefined {
    if (!this.embedded) return undefined;
    const whole = bytes.toString('latin1');
    for (const text of [whole, whole.replaceAll('\0', '')]) {
      check();
      const hits = this.keywords.inText(text);
      const { found } = hits.length === 0 ? { found: [] } : this.kinds.in(text, hits, this.keywords.words, check);
      if (found.length > 0) return { kind: 'text', text, found: distinct(found), allowed: 0 };
    }
    return undefined;
  }

  private async all(root: string, path: string, text: string, hits: Hits, check: Check): Promise<Found[]> {
    const { words } = this.keywords;
    // The user's rules match themselves in the file that has them.
    const users = path === CONFIG || path === IGNORE ? [] : this.user.in(path, text, hits, words, check).map(known);
    if (!this.embedded) return users;
    const own = this.kinds.in(text, hits, words, check);
    check();
    const admitted = own.found.length > MANY ? [] : this.engine.admitted(text, hits, words);
    const others = await this.engine.lint(join(root, path), text, admitted, check);
    // What our own kinds looked at closely is decided, whether it is a secret, an example, or switched off.
    const decided = new Places([...own.found, ...own.none]);
    const unasked = others.filter((each) => !decided.meet(each));
    check();
    // Not among what is decided: where people have switched this rule off, other rules still tell what it saw.
    const inManifests = kubernetesSecrets(path, text, hits, words, (value) => this.knownIn(value));
    return [...own.found, ...unasked, ...inManifests, ...users];
  }

  /** Of a text that stands in a file in base64, or in a string of JSON. */
  private knownIn(text: string): { readonly values: readonly string[]; readonly isExample: boolean } {
    const { found, none } = this.kinds.in(text, this.keywords.inText(text), this.keywords.words);
    const values = found.flatMap((each) => each.values ?? [text.slice(each.start, each.end)]);
    return { values, isExample: found.length === 0 && none.some(({ start }) => start === 0) };
  }

  private allowed(path: string, text: string, found: readonly Found[]): Found[] {
    const { config } = this.policy;
    if (config === undefined) return [...found];
    const lines = new Lines(text);
    const replaced = new Set(
      config.rules.filter(({ regex, path: of }) => regex !== undefined || of !== undefined).map(({ id }) => id),
    );
    const own = new Map(config.rules.map((rule) => [rule.id, rule.allowlists]));
    return found.filter((each) => {
      if (!each.users && (config.disabled.has(each.rule) || replaced.has(each.rule))) return false;
      const lists = [...config.allowlists, ...(config.targeted.get(each.rule) ?? []), ...(own.get(each.rule) ?? [])];
      return !lets(lists, path, text, each, lines);
    });
  }

  private async inBinary(root: string, path: string): Promise<Found[]> {
    const found = this.user.ofPath(path);
    if (!this.embedded || !path.endsWith('.p12')) return found;
    return [...found, ...(await this.engine.lint(join(root, path), '', this.engine.containers))];
  }
}

/** A rule of the user that takes the place of one of ours is as severe, and is mended alike. */
function known(found: Found): Found {
  const kind = [...secretKinds, kubernetesSecret].find(({ id }) => id === found.rule);
  return kind === undefined ? found : { ...found, severity: kind.severity, page: kind.page, revoke: kind.revoke };
}

function lets(lists: readonly Allowlist[], path: string, text: string, found: Found, lines: Lines): boolean {
  if (lists.length === 0) return false;
  const first = lines.placeOf(found.match.start).line;
  const last = lines.placeOf(Math.max(found.match.start, found.match.end - 1)).line;
  const subject = {
    path,
    secret: text.slice(found.start, found.end),
    match: text.slice(found.match.start, found.match.end),
    line: Array.from({ length: last - first + 1 }, (_, index) => lines.textOf(first + index)).join('\n'),
  };
  return lists.some((list) => list.allows(subject));
}

/** It begins with the mark of an encoding, whatever follows. */
function isMarked(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 || isUtf32(bytes) !== undefined || isUtf7(bytes);
}
