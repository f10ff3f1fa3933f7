/** How a failure of GitHub's client is told to the rest of the action. */
import { GitHubError } from '@shipgate/kit/github-client';
import { Refusal } from '../ports.ts';

/** GitHubError as Refusal; any other error as it is. */
export async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const { message, status, said, judgement } = error;
    throw new Refusal(message, { status, said, judgement });
  }
}
