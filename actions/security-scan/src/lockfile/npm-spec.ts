/** Whether what stands in a lock is what was asked for, as npm judges it before it installs. */
import { posix } from 'node:path';
import { Range, satisfies } from 'semver';
import type { NpmNode } from './npm-nodes.ts';

/** What is compared with the words of a package.json. */
export type Locked = Pick<NpmNode, 'name' | 'version' | 'resolved' | 'link'>;

/** Signs of a range; nobody writes a longer one, and comparing its parts takes long. */
const longest = 2_000;

/**
 * `from` is the folder that asks. `before` is what the lock says that the same folder asks for: of a branch or a tag of git
 * nothing else tells whether it is still the one that was locked.
 */
export function isAnswer(spec: string, from: string, locked: Locked, before?: string): boolean {
  if (spec.length > longest) return false;
  if (spec === '' || spec === '*') return true;
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@(.*))?$/.exec(spec);
  if (alias !== null) return locked.name === alias[1] && isIn(alias[2] ?? '*', locked) !== false;
  const range = isIn(spec, locked);
  if (range !== undefined) return range;
  const path =
    /^(?:file:(?:\/\/(?=[./]))?)?((?:\.{0,2}|~)\/.*|\.{1,2})$|^file:(.*)$|^([^:]+\.(?:tgz|tar|tar\.gz))$/i.exec(spec);
  if (path !== null) return isSamePath(path[1] ?? path[2] ?? path[3] ?? '', from, locked);
  const repository = repositoryOf(spec);
  if (repository !== undefined) return isSameRepository(repository, locked, before);
  if (/^https?:/i.test(spec)) return withoutHash(locked.resolved) === withoutHash(spec);
  // A tag of the registry: which version it was is known to the registry alone.
  return /^[^\s:/@#]+$/.test(spec) && (locked.version !== undefined || locked.resolved !== undefined);
}

/** undefined: the words are no range. What has no version is told elsewhere. */
function isIn(spec: string, { version, link }: Locked): boolean | undefined {
  const range = rangeOf(spec);
  if (range === undefined) return undefined;
  if (range.range === '' || (version === undefined && link === undefined)) return true;
  return version !== undefined && satisfies(version, range, { loose: true });
}

export function rangeOf(spec: string): Range | undefined {
  if (spec.length > longest) return undefined;
  try {
    return new Range(spec, { loose: true });
  } catch {
    return undefined;
  }
}

/** Paths are written from the folder that asks; a lock writes them from its own. */
function isSamePath(path: string, from: string, { link, resolved }: Locked): boolean {
  const plain = path.replaceAll('\\', '/');
  // Outside of all checkouts: nothing to compare it with.
  if (/^[/~]/.test(plain)) return true;
  const wanted = folder(posix.join(from, plain));
  return [link, resolved].some((each) => each !== undefined && folder(each.replace(/^file:/, '')) === wanted);
}

function folder(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '') || '.';
}

interface Repository {
  /** `github.com/acme/forms`, in small letters. */
  readonly place: string;
  /** A commit, a tag, a branch, or `semver:^2`. */
  readonly at: string;
}

const hosts: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  gist: 'gist.github.com',
};

/** undefined: it names no repository of git. */
export function repositoryOf(text: string): Repository | undefined {
  const [address = '', at = ''] = splitAtFirst(text, '#');
  const short = /^(?:(github|gitlab|bitbucket|gist):)?((?:[^@:/\s.][^:/\s]*\/)?[^:/\s]+)$/.exec(address);
  if (short?.[2] !== undefined && (short[1] !== undefined || short[2].includes('/')))
    return { place: placeOf(hosts[short[1] ?? 'github'] ?? '', short[2]), at };
  const packed = /^https?:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/(?:legacy\.)?tar\.gz\/(.+)$/i.exec(address);
  if (packed?.[1] !== undefined) return { place: placeOf('github.com', packed[1]), at: packed[2] ?? '' };
  const [, host, path] = /^[^@/:\s]+@([^/:\s]+):(.+)$/.exec(address) ?? [];
  if (host !== undefined && path !== undefined) return { place: placeOf(host, path), at };
  return ofAddress(address, at);
}

function ofAddress(address: string, at: string): Repository | undefined {
  const whole = /^(?:git\+)?\w+:\/\/(?:[^@/]*@)?([^/:]+)(?::\d*)?[/:](.+)$/.exec(address);
  if (whole === null) return undefined;
  const [, host = '', path = ''] = whole;
  const isGit = /^git[+:]|^ssh:/i.test(address);
  const isKnown = Object.values(hosts).includes(host.toLowerCase()) && /^[^/]+\/[^/]+\/?$/.test(path);
  return isGit || isKnown ? { place: placeOf(host, path), at } : undefined;
}

function placeOf(host: string, path: string): string {
  return `${host}/${path.replace(/\/$/, '').replace(/\.git$/i, '')}`.toLowerCase();
}

function isSameRepository(asked: Repository, { resolved, version }: Locked, before: string | undefined): boolean {
  const got = repositoryOf(resolved ?? '');
  if (got === undefined || got.place !== asked.place) return false;
  const wanted = safelyDecoded(asked.at);
  if (/^[0-9a-f]{40,64}$/i.test(wanted)) return got.at.toLowerCase() === wanted.toLowerCase();
  const range = /^semver:(.*)$/.exec(wanted)?.[1];
  if (range !== undefined) return version === undefined || satisfies(version, range, { loose: true });
  const locked = before === undefined ? undefined : repositoryOf(before);
  return locked === undefined || safelyDecoded(locked.at) === wanted;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutHash(text: string | undefined): string {
  return splitAtFirst(text ?? '', '#')[0] ?? '';
}

function splitAtFirst(text: string, sign: string): readonly string[] {
  const found = text.indexOf(sign);
  return found < 0 ? [text] : [text.slice(0, found), text.slice(found + 1)];
}
