/** Registries: who has one of these can publish what others install. */
import { githubChecksum } from '../checksum.ts';
import { BASE62, BASE64URL, HEX, prefixed, type SecretKind, shaped } from './kind.ts';

export const registries: readonly SecretKind[] = [
  {
    id: 'npm-access-token',
    title: 'npm access token',
    severity: 'critical',
    page: 'https://docs.npmjs.com/about-access-tokens',
    revoke: 'npm token revoke <its id>',
    ...prefixed('npm_', BASE62, 36),
    check: githubChecksum,
  },
  {
    id: 'npmrc-auth-token',
    title: 'registry token in an .npmrc',
    severity: 'critical',
    page: 'https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration',
    revoke: 'Revoke it at the registry that the line names',
    literals: [':_authtoken', ':_password', ':_auth'],
    pattern: String.raw`:_(?:authToken|password|auth)\s{0,8}=\s{0,8}["']?(?<secret>[A-Za-z0-9+/=_.:-]{16,2000})`,
  },
  {
    id: 'pypi-upload-token',
    title: 'PyPI token',
    severity: 'critical',
    page: 'https://docs.pypi.org/api/secrets/',
    revoke: 'Remove it at https://pypi.org/manage/account/#api-tokens',
    // A macaroon in base64: version, location `pypi.org` or `test.pypi.org`.
    ...shaped(
      ['pypi-ageichlwas5vcmc', 'pypi-agendgvzdc5wexbplm9yzw'],
      `pypi-Ag(?:EIcHlwaS5vcmc|ENdGVzdC5weXBpLm9yZw)[${BASE64URL}]{50,1500}`,
    ),
  },
  {
    id: 'rubygems-api-token',
    title: 'RubyGems API key',
    severity: 'critical',
    page: 'https://guides.rubygems.org/api-key-scopes/',
    revoke: 'Delete it at https://rubygems.org/profile/api_keys',
    ...prefixed('rubygems_', HEX, 48),
  },
  {
    id: 'crates-io-token',
    title: 'crates.io token',
    severity: 'critical',
    page: 'https://doc.rust-lang.org/cargo/reference/registry-authentication.html',
    revoke: 'Revoke it at https://crates.io/settings/tokens',
    ...prefixed('cio', BASE62, 32),
  },
  {
    id: 'docker-token',
    title: 'Docker access token',
    severity: 'critical',
    page: 'https://docs.docker.com/security/access-tokens/',
    revoke: 'Delete it at https://app.docker.com/settings/personal-access-tokens',
    ...shaped(['dckr_pat_', 'dckr_oat_'], `dckr_(?:pat|oat)_[${BASE64URL}]{27,36}(?![${BASE64URL}])`),
  },
  {
    id: 'nuget-api-key',
    title: 'NuGet API key',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys',
    revoke: 'Delete it at https://www.nuget.org/account/apikeys',
    ...prefixed('oy2', 'a-z0-9', 43),
  },
  {
    id: 'clojars-api-token',
    title: 'Clojars deploy token',
    severity: 'critical',
    page: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    revoke: 'Disable it at https://clojars.org/tokens',
    ...prefixed('CLOJARS_', 'a-z0-9', 60),
  },
  {
    id: 'jfrog-api-key',
    title: 'Artifactory API key',
    severity: 'critical',
    page: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key',
    revoke: 'Revoke it in the profile of its user',
    ...prefixed(['AKCp'], BASE62, 69),
  },
  {
    id: 'artifactory-reference-token',
    title: 'Artifactory reference token',
    severity: 'critical',
    page: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token',
    revoke: 'Revoke it under Administration > User Management > Access Tokens',
    // `reftkn` in base64.
    ...prefixed(['cmVmdGtu'], BASE62, 56),
  },
];
