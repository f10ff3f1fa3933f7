/**
 * What the GitHub stand-in answers to writes of git's own things: blobs, trees, commits and refs of the repository's folder, which
 * may be a bare one. What is a fast-forward git says. See ./github-rules.ts for reads, and for how.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  UnknownSituation,
} from './github-rule.ts';
import { gitRules } from './github-rules.ts';

/** By operationId of GitHub's OpenAPI description. */
export const gitWriteRules: Readonly<Record<string, Rule>> = {
  'git/get-ref': getRef,
  'git/create-ref': createRef,
  'git/update-ref': updateRef,
  'git/create-blob': createBlob,
  'git/create-tree': createTree,
  'git/create-commit': createCommit,
};

/** https://docs.github.com/en/rest/git/refs#get-a-reference: 404 for one that is not there, also when others begin with its name. */
function getRef({ repository, parameters, apiUrl }: Question): Answer {
  const ref = branchRef(`refs/${parameters['ref'] ?? ''}`);
  const sha = idOf(repository, ref);
  return sha === null ? notFound : { status: 200, body: refBody(repository, ref, sha, apiUrl) };
}

/** https://docs.github.com/en/rest/git/refs#create-a-reference */
function createRef({ repository, apiUrl, body }: Question): Answer {
  const [ref, sha] = [branchRef(String(body['ref'])), String(body['sha'])];
  if (typeOf(repository, sha) !== 'commit') return invalid('Object does not exist');
  if (idOf(repository, ref) !== null) return invalid('Reference already exists');
  git(repository, {}, 'update-ref', ref, sha, '0'.repeat(40));
  return { status: 201, body: refBody(repository, ref, sha, apiUrl) };
}

/** https://docs.github.com/en/rest/git/refs#update-a-reference: `force` is false by default. */
function updateRef({ repository, parameters, apiUrl, body }: Question): Answer {
  const [ref, sha] = [branchRef(`refs/${parameters['ref'] ?? ''}`), String(body['sha'])];
  if (body['force'] === true) throw new UnknownSituation('an update by force');
  if (typeOf(repository, sha) !== 'commit') return invalid('Object does not exist');
  const old = idOf(repository, ref);
  if (old === null) return invalid('Reference does not exist');
  if (tryGit(repository, 'merge-base', '--is-ancestor', old, sha) === null)
    return invalid('Update is not a fast forward');
  git(repository, {}, 'update-ref', ref, sha, old);
  return { status: 200, body: refBody(repository, ref, sha, apiUrl) };
}

/** https://docs.github.com/en/rest/git/blobs#create-a-blob: `encoding` is utf-8 by default. */
function createBlob({ repository, apiUrl, body }: Question): Answer {
  const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8';
  const sha = writeBlob(repository, Buffer.from(String(body['content']), encoding));
  return { status: 201, body: { sha, url: `${apiUrl}/repos/${repository.name}/git/blobs/${sha}` } };
}

/** https://docs.github.com/en/rest/git/trees#create-a-tree: entries over `base_tree`, each by `sha` or by `content`. */
function createTree(question: Question): Answer {
  const { repository, body } = question;
  const { base_tree: base, tree } = body;
  if (base !== undefined && typeOf(repository, String(base)) !== 'tree')
    throw new UnknownSituation('a base that is no tree');
  const folder = mkdtempSync(join(tmpdir(), 'github-tree-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    git(repository, { env }, 'read-tree', ...(base === undefined ? ['--empty'] : [String(base)]));
    for (const entry of Array.isArray(tree) ? tree : []) {
      const { path, mode, sha } = entryOf(repository, entry);
      git(repository, { env }, 'update-index', '--add', '--cacheinfo', `${mode},${sha},${path}`);
    }
    const sha = git(repository, { env }, 'write-tree').toString().trim();
    return created('git/get-tree', question, { tree_sha: sha });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function entryOf(repository: SeededRepository, entry: Record<string, unknown>) {
  const { path, mode, type, sha, content } = entry;
  const isFile = type === 'blob' && (mode === '100644' || mode === '100755') && typeof path === 'string';
  if (!isFile) throw new UnknownSituation('a tree with something else than files');
  if (typeof content === 'string') return { path, mode, sha: writeBlob(repository, Buffer.from(content, 'utf8')) };
  if (typeof sha !== 'string' || typeOf(repository, sha) !== 'blob')
    throw new UnknownSituation('an entry without a blob');
  return { path, mode, sha };
}

/** https://docs.github.com/en/rest/git/commits#create-a-commit: author and committer are whom the token belongs to, now. */
function createCommit(question: Question): Answer {
  const { repository, body, login } = question;
  const { tree, parents, message, author, committer, signature } = body;
  if ([author, committer, signature].some((given) => given !== undefined))
    throw new UnknownSituation('a commit in the name of another');
  const ids = Array.isArray(parents) ? parents.map(String) : [];
  if (typeOf(repository, String(tree)) !== 'tree' || ids.some((id) => typeOf(repository, id) !== 'commit'))
    throw new UnknownSituation('a commit of objects that are not there');
  const email = `${login}@users.noreply.github.com`;
  const env = {
    ...{ GIT_AUTHOR_NAME: login, GIT_AUTHOR_EMAIL: email },
    ...{ GIT_COMMITTER_NAME: login, GIT_COMMITTER_EMAIL: email },
  };
  const args = ids.flatMap((id) => ['-p', id]);
  const sha = git(repository, { env, input: Buffer.from(String(message)) }, 'commit-tree', String(tree), ...args);
  return created('git/get-commit', question, { commit_sha: sha.toString().trim() });
}

/** The answer to a write is what a read of it gives. */
function created(operation: string, question: Question, parameters: Readonly<Record<string, string>>): Answer {
  const answer = gitRules[operation]?.({ ...question, parameters });
  if (answer?.status !== 200) throw new UnknownSituation(`${operation} of what was just made`);
  return { status: 201, body: answer.body };
}

function branchRef(ref: string): string {
  if (!ref.startsWith('refs/heads/')) throw new UnknownSituation('a ref that is no branch');
  return ref;
}

function idOf(repository: SeededRepository, ref: string): string | null {
  return tryGit(repository, 'rev-parse', '--verify', '--quiet', '--end-of-options', ref);
}

function typeOf(repository: SeededRepository, sha: string): string | null {
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new UnknownSituation('a name where an id is expected');
  return tryGit(repository, 'cat-file', '-t', sha);
}

function writeBlob(repository: SeededRepository, input: Buffer): string {
  return git(repository, { input }, 'hash-object', '-w', '--stdin').toString().trim();
}

function refBody({ name }: SeededRepository, ref: string, sha: string, apiUrl: string) {
  const at = `${apiUrl}/repos/${name}/git`;
  const object = { type: 'commit', sha, url: `${at}/commits/${sha}` };
  return { ref, node_id: Buffer.from(ref).toString('base64'), url: `${at}/${ref}`, object };
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
function invalid(message: string): Answer {
  return { status: 422, body: { message, documentation_url: 'https://docs.github.com/rest', status: '422' } };
}

interface GitOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: Buffer;
}

function git(
  { folder }: SeededRepository,
  { env = {}, input = Buffer.alloc(0) }: GitOptions,
  ...args: string[]
): Buffer {
  const own = {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return execFileSync('git', args, { cwd: folder, env: { ...own, ...env }, input, stdio: ['pipe', 'pipe', 'ignore'] });
}

function tryGit(repository: SeededRepository, ...args: string[]): string | null {
  try {
    return git(repository, {}, ...args)
      .toString('utf8')
      .trim();
  } catch {
    return null;
  }
}
