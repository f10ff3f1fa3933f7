/**
 * What the GitHub stand-in answers about commits and files, from real git folders. Each rule cites the page of GitHub that
 * it follows; a situation that no rule covers throws UnknownSituation (501), never a guess.
 */
import { execFileSync } from 'node:child_process';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  UnknownSituation,
} from './github-rule.ts';

/** By operationId of GitHub's OpenAPI description. */
export const gitRules: Readonly<Record<string, Rule>> = {
  'git/get-commit': getCommit,
  'git/get-tree': getTree,
  'git/get-blob': getBlob,
  'repos/compare-commits-with-basehead': compare,
};

/** https://docs.github.com/rest/git/commits#get-a-commit-object */
function getCommit({ repository, parameters, apiUrl }: Question): Answer {
  const { commit_sha: sha = '' } = parameters;
  if (typeOf(repository, sha) !== 'commit') return notFound;
  const { author, committer, message, tree, parents } = commitFacts(repository, sha);
  const at = `${apiUrl}/repos/${repository.name}/git`;
  const html = `https://github.com/${repository.name}/commit`;
  return {
    status: 200,
    body: {
      ...{ sha, node_id: nodeId(sha), url: `${at}/commits/${sha}`, html_url: `${html}/${sha}` },
      ...{ author, committer, message, verification: unsigned },
      tree: { sha: tree, url: `${at}/trees/${tree}` },
      parents: parents.map((parent) => ({
        sha: parent,
        url: `${at}/commits/${parent}`,
        html_url: `${html}/${parent}`,
      })),
    },
  };
}

/** https://docs.github.com/rest/git/trees#get-a-tree: `recursive` counts with any value; at most 100,000 entries. */
function getTree({ repository, parameters, apiUrl }: Question): Answer {
  const { tree_sha: name = '', recursive } = parameters;
  const type = typeOf(repository, name);
  if (type === null) return notFound;
  if (type !== 'tree' && type !== 'commit') throw new UnknownSituation(`the tree of a ${type}`);
  const sha = git(repository, 'rev-parse', '--verify', `${name}^{tree}`).toString().trim();
  const flags = recursive === undefined ? ['-z', '-l'] : ['-r', '-t', '-z', '-l'];
  const all = git(repository, 'ls-tree', ...flags, '--full-tree', sha)
    .toString('utf8')
    .split('\0')
    .slice(0, -1);
  const at = `${apiUrl}/repos/${repository.name}/git`;
  const tree = all.slice(0, 100_000).map((line) => {
    const [mode = '', kind = '', id = '', size = ''] = line.slice(0, line.indexOf('\t')).split(/ +/);
    const path = line.slice(line.indexOf('\t') + 1);
    const plural = kind === 'blob' ? 'blobs' : 'trees';
    // A submodule has neither an address nor a size.
    if (kind === 'commit') return { path, mode, type: kind, sha: id };
    return {
      path,
      mode,
      type: kind,
      sha: id,
      ...(kind === 'blob' ? { size: Number(size) } : {}),
      url: `${at}/${plural}/${id}`,
    };
  });
  return { status: 200, body: { sha, url: `${at}/trees/${sha}`, tree, truncated: all.length > tree.length } };
}

/** https://docs.github.com/rest/git/blobs#get-a-blob: base64, lines of 60 characters, up to 100 MB. */
function getBlob({ repository, parameters, apiUrl }: Question): Answer {
  const { file_sha: sha = '' } = parameters;
  const type = typeOf(repository, sha);
  if (type === null) return notFound;
  if (type !== 'blob') throw new UnknownSituation(`the blob of a ${type}`);
  const bytes = git(repository, 'cat-file', 'blob', sha);
  if (bytes.length > 100_000_000) throw new UnknownSituation('a blob of more than 100 MB');
  const content = bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
  const url = `${apiUrl}/repos/${repository.name}/git/blobs/${sha}`;
  return { status: 200, body: { sha, node_id: nodeId(sha), size: bytes.length, url, content, encoding: 'base64' } };
}

/**
 * https://docs.github.com/rest/commits/commits#compare-two-commits: like `git log BASE..HEAD`, oldest first; files of the
 * three-dot comparison on the first page, at most 300.
 */
function compare({ repository, parameters, apiUrl }: Question): Answer {
  const [baseName = '', headName = '', ...more] = (parameters['basehead'] ?? '').split('...');
  if (more.length > 0 || `${baseName}${headName}`.includes(':'))
    throw new UnknownSituation('a comparison between forks');
  const [base, head] = [commitOf(repository, baseName), commitOf(repository, headName)];
  if (base === null || head === null) return notFound;
  const mergeBase = tryGit(repository, 'merge-base', base, head);
  if (mergeBase === null)
    return { ...notFound, body: { message: `No common ancestor between ${baseName} and ${headName}.` } };
  const page = Number(parameters['page'] ?? 1);
  const size = Number(parameters['per_page'] ?? 250);
  const ahead = lines(git(repository, 'rev-list', '--reverse', `${base}..${head}`));
  const behind = lines(git(repository, 'rev-list', `${head}..${base}`));
  const commit = (sha: string) => comparedCommit(repository, sha, apiUrl);
  const html = `https://github.com/${repository.name}/compare/${base}...${head}`;
  return {
    status: 200,
    body: {
      ...{ url: `${apiUrl}/repos/${repository.name}/compare/${base}...${head}`, html_url: html, permalink_url: html },
      ...{ diff_url: `${html}.diff`, patch_url: `${html}.patch` },
      ...{ base_commit: commit(base), merge_base_commit: commit(mergeBase) },
      ...{ status: relation(ahead.length, behind.length), ahead_by: ahead.length, behind_by: behind.length },
      total_commits: ahead.length,
      commits: ahead.slice((page - 1) * size, page * size).map(commit),
      ...(page === 1 ? { files: changedFiles(repository, mergeBase, head, apiUrl).slice(0, 300) } : {}),
    },
  };
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

export function comparedCommit(repository: SeededRepository, sha: string, apiUrl: string) {
  const { author, committer, message, tree, parents } = commitFacts(repository, sha);
  const at = `${apiUrl}/repos/${repository.name}`;
  const html = `https://github.com/${repository.name}/commit`;
  return {
    ...{
      sha,
      node_id: nodeId(sha),
      url: `${at}/commits/${sha}`,
      html_url: `${html}/${sha}`,
      comments_url: `${at}/commits/${sha}/comments`,
    },
    commit: {
      ...{ author, committer, message, comment_count: 0, url: `${at}/git/commits/${sha}`, verification: unsigned },
      tree: { sha: tree, url: `${at}/git/trees/${tree}` },
    },
    // Null: no account has the address of the commit.
    ...{ author: null, committer: null },
    parents: parents.map((parent) => ({ sha: parent, url: `${at}/commits/${parent}`, html_url: `${html}/${parent}` })),
  };
}

export function changedFiles(repository: SeededRepository, base: string, head: string, apiUrl: string) {
  const output = git(repository, 'diff', '--raw', '--numstat', '--no-renames', '--no-abbrev', '-z', base, head);
  const fields = output.toString('utf8').split('\0').slice(0, -1);
  const raw = fields.filter((field) => field.startsWith(':'));
  const counts = fields.slice(raw.length * 2);
  return raw.map((line, index) => {
    const [, , , sha = '', letter = ''] = line.split(' ');
    const [added = '0', deleted = '0', ...name] = (counts[index] ?? '').split('\t');
    const filename = name.join('\t');
    const status = { A: 'added', D: 'removed', M: 'modified', T: 'changed' }[letter];
    if (status === undefined) throw new UnknownSituation(`a file with the status ${letter}`);
    const [additions, deletions] = [Number(added) || 0, Number(deleted) || 0];
    const place = `${head}/${encodeURI(filename)}`;
    const addresses = {
      blob_url: `https://github.com/${repository.name}/blob/${place}`,
      raw_url: `https://github.com/${repository.name}/raw/${place}`,
      contents_url: `${apiUrl}/repos/${repository.name}/contents/${encodeURI(filename)}?ref=${head}`,
    };
    return { sha, filename, status, additions, deletions, changes: additions + deletions, ...addresses };
  });
}

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

const nodeId = (sha: string) => Buffer.from(sha).toString('base64');

export function commitFacts(repository: SeededRepository, sha: string) {
  const format = '--format=%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B';
  const fields = git(repository, 'show', '--no-patch', format, sha).toString('utf8').split('\0');
  const [tree = '', parents = '', an, ae, at, cn, ce, ct, message = ''] = fields;
  const person = (name = '', email = '', time = '0') => ({
    name,
    email,
    date: new Date(Number(time) * 1000).toISOString(),
  });
  return {
    ...{ tree, parents: parents.split(' ').filter((parent) => parent !== '') },
    ...{ author: person(an, ae, at), committer: person(cn, ce, ct), message: message.replace(/\n+$/, '') },
  };
}

/** A branch or tag of GitHub, or an id: never an expression of git. */
export function commitOf(repository: SeededRepository, name: string): string | null {
  for (const candidate of /^[0-9a-f]{40}$/.test(name) ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`]) {
    const sha = tryGit(repository, 'rev-parse', '--verify', '--quiet', `${candidate}^{commit}`);
    if (sha !== null) return sha;
  }
  return null;
}

function typeOf(repository: SeededRepository, name: string): string | null {
  if (!/^[0-9a-f]{40}$/.test(name)) throw new UnknownSituation('a name where an id is expected');
  return tryGit(repository, 'cat-file', '-t', name);
}

export function git(repository: SeededRepository, ...args: string[]): Buffer {
  const env = {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return execFileSync('git', args, {
    cwd: repository.folder,
    env,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

export function tryGit(repository: SeededRepository, ...args: string[]): string | null {
  try {
    return git(repository, ...args)
      .toString('utf8')
      .trim();
  } catch {
    return null;
  }
}

export const lines = (output: Buffer) => output.toString('utf8').split('\n').slice(0, -1);
