/** Our own kinds, tried where one of their words is. Pure. */
import { type Check, seldom, unhurried } from './deadline.ts';
import type { Found, Span } from './found.ts';
import type { Hits } from './keywords.ts';
import type { SecretKind, Verdict } from './kinds/kind.ts';
import { pemAt } from './pem.ts';
import { judgeRandom } from './plausible.ts';

export interface Searched {
  readonly found: readonly Found[];
  /** Has the form, and is no secret: an example, a template, a word. */
  readonly none: readonly Span[];
}

interface Trial {
  readonly kind: SecretKind;
  readonly rank: number;
  readonly pattern: RegExp;
}

const PEM = '-----begin ';
const PEM_PAGE = 'https://www.rfc-editor.org/rfc/rfc7468';
const PEM_REVOKE = 'Make a new key pair, and take the public key out of everything that trusts it';
/** Behind everything that is sure. */
const DOUBTED = 10_000;

/** Signs behind the start of an example in which the same kind is not looked for again. */
const EXAMPLE = 50;
const MANY = 200;

/** Each kind by its words. */
export class KindSearch {
  readonly literals: readonly string[];
  private readonly trials: ReadonlyMap<string, readonly Trial[]>;

  constructor(kinds: readonly SecretKind[]) {
    const trials = new Map<string, Trial[]>();
    for (const [rank, kind] of kinds.entries()) {
      const flags = `d${kind.everywhere ? 'g' : 'y'}${kind.anyCase ? 'i' : ''}`;
      const trial: Trial = { kind, rank, pattern: new RegExp(kind.pattern, flags) };
      for (const literal of kind.literals) trials.set(literal, [...(trials.get(literal) ?? []), trial]);
    }
    this.trials = trials;
    this.literals = [...trials.keys(), PEM];
  }

  /** `hits` of `words` in `text`. */
  in(text: string, hits: Hits, words: readonly string[], check: Check = unhurried): Searched {
    const found: Found[] = [];
    const none: Span[] = [];
    const everywhere = new Set<Trial>();
    // A text that repeats a word would else be matched from each of them.
    const tried = new Map<Trial, number>();
    const examples = new Map<Trial, number>();
    const inTime = seldom(check);
    for (let at = 0; at < hits.length; at += 2) {
      inTime();
      const word = words[hits[at] ?? 0] ?? '';
      const start = (hits[at + 1] ?? 0) - word.length;
      if (word === PEM) keyAt(text, start, found, none);
      for (const trial of this.trials.get(word) ?? []) {
        if (trial.kind.everywhere) everywhere.add(trial);
        else if (start >= (tried.get(trial) ?? 0)) {
          const match = matchAt(text, trial, start);
          const before = found.length;
          note(trial, match, found, none);
          if (match === null) continue;
          const count = (examples.get(trial) ?? 0) + (found.length > before ? 0 : 1);
          examples.set(trial, count);
          // What is an example may be followed by what is none; of many no more is looked at than of a find.
          const isExample = found.length === before && count <= MANY;
          tried.set(trial, match.index + (isExample ? Math.min(match[0].length, EXAMPLE) : match[0].length));
        }
      }
    }
    for (const trial of everywhere) {
      check();
      for (const match of text.matchAll(trial.pattern)) note(trial, match, found, none);
    }
    return { found, none };
  }
}

function matchAt(text: string, { kind, pattern }: Trial, start: number): RegExpExecArray | null {
  for (let from = Math.max(0, start - (kind.before ?? 0)); from <= start; from++) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}

function note({ kind, rank }: Trial, match: RegExpExecArray | null, found: Found[], none: Span[]): void {
  if (match === null) return;
  const secret = match.groups?.['secret'] ?? match[0];
  const [start, end] = match.indices?.groups?.['secret'] ?? [match.index, match.index + match[0].length];
  const verdict = verdictOf(kind, secret, match);
  if (verdict === 'placeholder') {
    none.push({ start: match.index, end: match.index + match[0].length });
    return;
  }
  const { id: rule, title, page, revoke } = kind;
  found.push({
    rule,
    title,
    page,
    revoke,
    start,
    end,
    match: { start: match.index, end: match.index + match[0].length },
    ...(verdict === 'misfit'
      ? { severity: 'medium', doubt: doubtOf(kind), rank: rank + DOUBTED }
      : { severity: kind.severity, rank }),
    values: kind.anyText ? spellings(secret) : secret.split(/\r?\n/).filter((line) => line !== ''),
  });
}

function doubtOf({ anyText }: SecretKind): string {
  return anyText
    ? 'the password is one word or one number'
    : 'its checksum does not fit: it is cut or was never issued';
}

function verdictOf(kind: SecretKind, secret: string, match: RegExpExecArray): Verdict {
  const checked = kind.check?.(secret, match) ?? 'secret';
  if (checked === 'placeholder' || kind.anyText) return checked;
  const lower = secret.toLowerCase();
  const prefix = kind.literals.find((literal) => lower.startsWith(literal))?.length ?? 0;
  return judgeRandom(secret, prefix) === 'placeholder' ? 'placeholder' : checked;
}

/** As it is in the URL, and as programs print it. */
function spellings(password: string): string[] {
  try {
    return [...new Set([password, decodeURIComponent(password)])];
  } catch {
    return [password];
  }
}

function keyAt(text: string, start: number, found: Found[], none: Span[]): void {
  const key = pemAt(text, start);
  if (key === undefined) return;
  const span = { start, end: key.end };
  if (!key.real) {
    none.push(span);
    return;
  }
  const service =
    /"private_key"\s{0,8}:\s{0,8}"$/.test(text.slice(Math.max(0, start - 40), start)) &&
    text.slice(Math.max(0, start - 2000), key.end + 2000).includes('service_account');
  found.push({
    rule: service ? 'gcp-service-account' : key.rule,
    title: service ? 'key of a Google service account' : key.title,
    severity: key.severity,
    page: service ? 'https://cloud.google.com/iam/docs/keys-create-delete' : PEM_PAGE,
    revoke: service
      ? 'gcloud iam service-accounts keys delete <private_key_id> --iam-account <client_email>'
      : PEM_REVOKE,
    ...span,
    match: span,
    values: key.lines.filter((line) => line.length >= 6),
    rank: 0,
  });
}
