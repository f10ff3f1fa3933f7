/** Who may do what at the GitHub stand-in. */
import type { Answer } from './github-rule.ts';

export interface AccessSeed {
  /** Tokens that are good for every repository. Any other one is answered 401. */
  readonly tokens?: readonly string[];
  /** Tokens that only read, as that of a pull request from a fork. */
  readonly readOnlyTokens?: readonly string[];
  /** Those of the tokens that have `Members: read` of the organisation; the token of a workflow has not. */
  readonly memberTokens?: readonly string[];
}

export interface Access {
  readonly kind: 'nobody' | 'reader' | 'writer' | 'bad';
  readonly seesMembers: boolean;
}

/** `header` is that of the request, '' without one. */
export function accessOf(seed: AccessSeed, header: string): Access {
  if (header === '') return { kind: 'nobody', seesMembers: false };
  const token = header.replace(/^(?:token|bearer) /i, '');
  const seesMembers = seed.memberTokens?.includes(token) ?? false;
  if (seed.readOnlyTokens?.includes(token)) return { kind: 'reader', seesMembers };
  return { kind: seed.tokens?.includes(token) ? 'writer' : 'bad', seesMembers };
}

/** https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#failed-login-limit */
export const badCredentials: Answer = { status: 401, body: { message: 'Bad credentials', status: '401' } };

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
export const notAccessible: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
    status: '403',
  },
};
