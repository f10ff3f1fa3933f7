/** Whether a text from outside names the version or the commit that we speak of. Pure. */
import { cut } from '@shipgate/kit/escape';
import { type Judged, passed, stale, unknown } from './judged.ts';
import type { EvidenceSubject } from './result.ts';

/** Shortest beginning of a commit id that is taken for it: what git shows. */
const shortest = 7;

/** `who` is a noun: `the service`. */
export function namedSubject(said: string, subject: EvidenceSubject, who: string): Judged {
  const { commit, version } = subject;
  if (commit === undefined && version === undefined) {
    return unknown(
      `nobody said which version ${who} must be of`,
      'Give the input `version`, or run this in a checkout',
    );
  }
  const name = said.trim();
  const plain = withoutV(name);
  if (version !== undefined && plain === withoutV(version)) return passed(`${who} is of version ${version}`);
  if (commit !== undefined && isBeginning(name, commit))
    return passed(`${who} is of commit ${name.slice(0, shortest)}`);
  const wanted = isCommitLike(name) ? (commit?.slice(0, shortest) ?? version) : version;
  if (wanted === undefined) {
    return unknown(
      `${who} names version ${cut(plain, 40)}, and nobody said which one is wanted`,
      'Give the input `version`',
    );
  }
  return stale(
    `${who} is of ${cut(name, 40) || 'no version'}, wanted ${wanted}`,
    `Deploy ${wanted}, then run this once more`,
  );
}

function isBeginning(said: string, commit: string): boolean {
  return isCommitLike(said) && commit.startsWith(said.toLowerCase());
}

function isCommitLike(text: string): boolean {
  return text.length >= shortest && /^[0-9a-f]{7,64}$/iu.test(text);
}

function withoutV(version: string): string {
  return version.replace(/^v(?=\d)/u, '');
}
