/** What the GitHub stand-in answers about one commit and what people say of it; see ./github-rules.ts for how. */
import { nodeId } from './github-comment-rules.ts';
import { pageOf } from './github-pages.ts';
import { seededUser } from './github-people-rules.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  UnknownSituation,
  type WorldQuestion,
} from './github-rule.ts';
import { changedFiles, commitFacts, commitOf, comparedCommit, git } from './github-rules.ts';
import type { SeededCommitComment } from './github-seeds.ts';

export const commitRules: Readonly<Record<string, Rule>> = {
  'repos/get-commit': getCommit,
  'repos/list-comments-for-commit': listComments,
};

/** Of the tree without files, in every repository of git. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * https://docs.github.com/rest/commits/commits#get-a-commit: files against the first parent, 300 a page, at most 3,000; 422
 * for what is no commit.
 */
function getCommit(question: Question): Answer {
  const { repository, parameters, apiUrl, directory } = question;
  const { ref = '', page = '1', per_page: size = '300' } = parameters;
  const sha = commitOf(repository, ref.replace(/^(?:heads|tags)\//, ''));
  if (sha === null && /^[0-9a-f]{4,39}$/.test(ref)) throw new UnknownSituation('the beginning of an id');
  if (sha === null) return unprocessable(`No commit found for SHA: ${ref}`);
  const [parent = emptyTree] = commitFacts(repository, sha).parents;
  const all = changedFiles(repository, parent, sha, apiUrl);
  if (all.length > 300 || page !== '1' || size !== '300') throw new UnknownSituation('files of a commit by pages');
  const files = all.map((file) => ({ ...file, ...patchOf(repository, parent, sha, file.filename) }));
  const sum = (pick: (file: (typeof all)[number]) => number) => all.reduce((total, file) => total + pick(file), 0);
  const stats = {
    additions: sum((f) => f.additions),
    deletions: sum((f) => f.deletions),
    total: sum((f) => f.changes),
  };
  return { status: 200, body: { ...knownCommit(repository, sha, { directory, apiUrl }), stats, files } };
}

/** Of binary files there is none. */
function patchOf(repository: SeededRepository, parent: string, sha: string, path: string): { patch?: string } {
  const text = git(repository, 'diff', '--no-renames', '--no-color', parent, sha, '--', `:(literal)${path}`).toString();
  const start = text.search(/^@@ /m);
  return start < 0 ? {} : { patch: text.slice(start).replace(/\n$/, '') };
}

/** A commit as lists and https://docs.github.com/rest/commits/commits#get-a-commit have it, with what the seed says of it. */
export function knownCommit(
  repository: SeededRepository,
  sha: string,
  world: Pick<WorldQuestion, 'directory' | 'apiUrl'>,
) {
  const { directory, apiUrl } = world;
  const known = repository.commitFacts?.[sha];
  const plain = comparedCommit(repository, sha, apiUrl);
  const user = (login: string | undefined) => (login === undefined ? null : seededUser(directory, login, apiUrl));
  const comments = (repository.commitComments ?? []).filter(({ commit }) => commit === sha).length;
  const commit = { ...plain.commit, comment_count: comments, ...signature(repository, sha) };
  return { ...plain, commit, author: user(known?.author), committer: user(known?.committer) };
}

/** https://docs.github.com/rest/commits/commits#get-a-commit: signature, payload and time only of what was signed. */
function signature({ commitFacts: seeded }: SeededRepository, sha: string): object {
  const verification = seeded?.[sha]?.verification;
  if (verification === undefined) return {};
  const isSigned = verification.reason !== 'unsigned';
  const signed = isSigned ? { signature: '-----BEGIN PGP SIGNATURE-----', payload: `tree of ${sha}` } : none;
  const at = verification.verified ? '2026-11-20T14:00:00Z' : null;
  return { verification: { ...verification, ...signed, verified_at: at } };
}

const none = { signature: null, payload: null };

/** https://docs.github.com/rest/commits/comments#list-commit-comments: oldest first, 30 a page. */
function listComments(question: Question): Answer {
  const { repository, parameters } = question;
  const { commit_sha: name = '' } = parameters;
  if (repository.commitComments === undefined)
    throw new UnknownSituation(`${repository.name} was seeded without comments on commits`);
  const sha = commitOf(repository, name);
  if (sha === null) return notFound;
  const found = repository.commitComments.filter(({ commit }) => commit === sha);
  return pageOf(found, question, (comment) => commentBody(question, comment));
}

function commentBody({ repository, directory, apiUrl }: Question, comment: SeededCommitComment) {
  const { id, commit, by, body, createdAt, updatedAt = createdAt } = comment;
  return {
    ...{ id, node_id: nodeId(id), body, path: null, position: null, line: null, commit_id: commit },
    ...{ user: seededUser(directory, by, apiUrl), created_at: createdAt, updated_at: updatedAt },
    url: `${apiUrl}/repos/${repository.name}/comments/${id}`,
    html_url: `https://github.com/${repository.name}/commit/${commit}#commitcomment-${id}`,
    author_association: 'MEMBER',
  };
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
export function unprocessable(message: string): Answer {
  return { status: 422, body: { message, documentation_url: 'https://docs.github.com/rest', status: '422' } };
}
