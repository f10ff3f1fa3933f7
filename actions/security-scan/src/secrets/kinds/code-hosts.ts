/** GitHub, GitLab, Bitbucket and what builds from them. */
import { githubChecksum } from '../checksum.ts';
import { BASE62, BASE64URL, HEX, prefixed, type SecretKind, shaped } from './kind.ts';

const GITHUB = 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure';
const GITLAB = 'https://docs.gitlab.com/security/tokens/';
const FORMAT = 'https://github.blog/engineering/behind-githubs-new-authentication-token-formats/';

/** GitLab's tokens with routing: `<payload in base64url>.<its length in base 36>.<CRC32>` in older ones, without the second dot in newer. */
const ROUTABLE = String.raw`[A-Za-z0-9_-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7}(?![0-9a-z])`;

/** Of the kinds that are made alike: a prefix of GitLab, and one length. */
function gitlab(id: string, title: string, prefix: string, revoke: string): SecretKind {
  const form = `${prefix}(?:${ROUTABLE}|[${BASE64URL}]{20,64}(?![${BASE64URL}]))`;
  return { id, title, severity: 'critical', page: GITLAB, revoke, ...shaped([prefix], form) };
}

const github: readonly SecretKind[] = [
  {
    id: 'github-pat',
    title: 'GitHub personal access token',
    severity: 'critical',
    page: FORMAT,
    revoke: 'Delete it at https://github.com/settings/tokens',
    ...prefixed('ghp_', BASE62, 36),
    check: githubChecksum,
  },
  {
    id: 'github-fine-grained-pat',
    title: 'GitHub fine-grained personal access token',
    severity: 'critical',
    page: `${GITHUB}/managing-your-personal-access-tokens`,
    revoke: 'Delete it at https://github.com/settings/personal-access-tokens',
    ...prefixed('github_pat_', 'A-Za-z0-9_', 82),
  },
  {
    id: 'github-oauth',
    title: 'GitHub OAuth access token',
    severity: 'critical',
    page: FORMAT,
    revoke: 'Revoke the app at https://github.com/settings/applications',
    ...prefixed('gho_', BASE62, 36),
    check: githubChecksum,
  },
  {
    id: 'github-app-token',
    title: 'GitHub App token',
    severity: 'critical',
    page: FORMAT,
    revoke:
      'Revoke it: curl -X DELETE https://api.github.com/installation/token with it, or the app at https://github.com/settings/apps/authorizations',
    ...shaped(
      ['ghu_', 'ghs_'],
      `gh[us]_(?:[${BASE62}]{36}(?![A-Za-z0-9_])|[0-9]{1,20}_[${BASE64URL}]{10,600}\\.[${BASE64URL}]{10,4000}\\.[${BASE64URL}]{10,700})`,
    ),
    // Tokens of installations that carry a JWT have no CRC32 at their end.
    check: (token) => (token.includes('.') ? 'secret' : githubChecksum(token)),
  },
  {
    id: 'github-refresh-token',
    title: 'GitHub refresh token',
    severity: 'critical',
    page: FORMAT,
    revoke: 'Revoke the app at https://github.com/settings/apps/authorizations',
    ...shaped(['ghr_'], `ghr_(?:[${BASE62}]{76}|[${BASE62}]{36})(?![A-Za-z0-9_])`),
    check: githubChecksum,
  },
];

const gitlabKinds: readonly SecretKind[] = [
  gitlab(
    'gitlab-pat',
    'GitLab access token',
    'glpat-',
    'Revoke it at <your GitLab>/-/user_settings/personal_access_tokens',
  ),
  gitlab(
    'gitlab-oauth-app-secret',
    'GitLab OAuth application secret',
    'gloas-',
    'Renew it on the page of the application',
  ),
  gitlab(
    'gitlab-deploy-token',
    'GitLab deploy token',
    'gldt-',
    'Revoke it under Settings > Repository > Deploy tokens',
  ),
  gitlab('gitlab-runner-authentication-token', 'GitLab runner token', 'glrt-', 'Reset it: gitlab-runner reset-token'),
  gitlab('gitlab-rrt', 'GitLab runner registration token', 'GR1348941', 'Reset it under Settings > CI/CD > Runners'),
  gitlab('gitlab-ptt', 'GitLab trigger token', 'glptt-', 'Revoke it under Settings > CI/CD > Pipeline trigger tokens'),
  gitlab('gitlab-cicd-job-token', 'GitLab job token', 'glcbt-', 'Cancel the job: the token ends with it'),
  gitlab(
    'gitlab-feed-token',
    'GitLab feed token',
    'glft-',
    'Reset it at <your GitLab>/-/user_settings/personal_access_tokens',
  ),
  gitlab(
    'gitlab-incoming-mail-token',
    'GitLab incoming mail token',
    'glimt-',
    'Reset it at <your GitLab>/-/user_settings/personal_access_tokens',
  ),
  gitlab('gitlab-kubernetes-agent-token', 'GitLab agent token', 'glagent-', 'Revoke it on the page of the agent'),
  gitlab('gitlab-scim-token', 'GitLab SCIM token', 'glsoat-', 'Reset it under Settings > SAML SSO'),
  gitlab(
    'gitlab-feature-flag-client-token',
    'GitLab feature flag token',
    'glffct-',
    'Reset it under Deploy > Feature flags > Configure',
  ),
];

const others: readonly SecretKind[] = [
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    severity: 'critical',
    page: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    revoke: 'Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens',
    ...shaped(['atatt3', 'atctt3'], 'AT[AC]TT3[A-Za-z0-9_=-]{60,400}(?![A-Za-z0-9_=-])'),
  },
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    severity: 'critical',
    page: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    revoke: 'Revoke it at https://bitbucket.org/account/settings/app-passwords/',
    ...prefixed('ATBB', BASE62, 32),
  },
  {
    id: 'azure-devops-pat',
    title: 'Azure DevOps personal access token',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-devops-personal-access-token',
    revoke: 'Revoke it at https://dev.azure.com/<organization>/_usersSettings/tokens',
    literals: ['azdo'],
    before: 76,
    pattern: '(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])',
  },
  {
    id: 'circleci-personal-api-token',
    title: 'CircleCI API token',
    severity: 'critical',
    page: 'https://circleci.com/docs/guides/toolkit/managing-api-tokens/',
    revoke: 'Delete it at https://app.circleci.com/settings/user/tokens',
    ...shaped(['ccipat_', 'cciprj_'], `CCIP(?:AT|RJ)_[${BASE62}]{20,24}_[${HEX}]{40}(?![${BASE62}])`),
  },
  {
    id: 'buildkite-api-token',
    title: 'Buildkite API token',
    severity: 'critical',
    page: 'https://buildkite.com/docs/apis/managing-api-tokens',
    revoke: 'Revoke it at https://buildkite.com/user/api-access-tokens',
    ...prefixed('bkua_', HEX, 40),
  },
  {
    id: 'sonar-api-token',
    title: 'SonarQube token',
    severity: 'high',
    page: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
    revoke: 'Revoke it at <your SonarQube>/account/security',
    ...prefixed(['squ_', 'sqp_', 'sqa_'], HEX, 40),
  },
];

export const codeHosts: readonly SecretKind[] = [...github, ...gitlabKinds, ...others];
