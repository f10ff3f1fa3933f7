/** Services of one purpose: maps, delivery networks, search in code, checks of dependencies. */
import { BASE62, BASE64, BASE64URL, HEX, named, prefixed, type SecretKind, shaped, UUID } from './kind.ts';

export const services: readonly SecretKind[] = [
  {
    id: 'aws-credential-pair',
    title: 'AWS secret access key beside its id',
    severity: 'critical',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    revoke: 'aws iam update-access-key --access-key-id <the key> --status Inactive',
    literals: ['akia', 'asia'],
    pattern: `A[KS]IA[A-Z0-9]{16}["'\`]?\\s{0,4}[,:;|]\\s{0,4}["'\`]?(?<secret>[${BASE64}]{40})(?![${BASE64}=])`,
  },
  {
    id: 'fastly-api-token',
    title: 'Fastly API token',
    severity: 'critical',
    page: 'https://docs.fastly.com/en/guides/using-api-tokens',
    revoke: 'Delete it at https://manage.fastly.com/account/personal/tokens',
    ...named(
      [
        ['fastly', 'api', 'token'],
        ['fastly', 'api', 'key'],
        ['fastly', 'token'],
        ['fastly', 'key'],
      ],
      `[${BASE64URL}]{32}(?![${BASE64URL}])`,
    ),
  },
  {
    id: 'new-relic-license-key',
    title: 'New Relic license key',
    severity: 'high',
    page: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/#license-key',
    revoke: 'Delete it at https://one.newrelic.com/api-keys',
    literals: ['nral'],
    before: 38,
    pattern: `(?<![${BASE62}])(?:eu01xx[${HEX}]{30}|us01xx[${HEX}]{30}|[${HEX}]{36})NRAL(?![${BASE62}])`,
  },
  {
    id: 'okta-api-token',
    title: 'Okta API token',
    severity: 'critical',
    page: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    revoke: 'Revoke it under Security > API > Tokens',
    ...named(
      [
        ['okta', 'api', 'token'],
        ['okta', 'token'],
        ['okta', 'client', 'token'],
      ],
      `00[${BASE64URL}]{40}(?![${BASE64URL}])`,
    ),
  },
  {
    id: 'snyk-api-token',
    title: 'Snyk API token',
    severity: 'high',
    page: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    revoke: 'Revoke it at https://app.snyk.io/account',
    ...named(
      [
        ['snyk', 'token'],
        ['snyk', 'api', 'token'],
        ['snyk', 'api', 'key'],
        ['snyk', 'key'],
      ],
      `${UUID}(?![0-9a-f])`,
    ),
  },
  {
    id: 'mapbox-api-token',
    title: 'Mapbox secret token',
    severity: 'high',
    page: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
    revoke: 'Delete it at https://console.mapbox.com/account/access-tokens/',
    // Public tokens begin with `pk.`, and are made to be seen.
    ...shaped(['sk.ey'], `sk\\.ey[${BASE64URL}]{40,160}\\.[${BASE64URL}]{20,24}(?![${BASE64URL}])`),
  },
  {
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    severity: 'high',
    page: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    revoke: 'Delete it under Settings > Access tokens',
    ...shaped(['sgp_'], `sgp_(?:(?:[${HEX}]{16}|local)_)?[${HEX}]{40}(?![${BASE62}])`),
  },
  {
    id: 'adafruit-api-key',
    title: 'Adafruit IO key',
    severity: 'high',
    page: 'https://io.adafruit.com/api/docs/#authentication',
    revoke: 'Regenerate it at https://io.adafruit.com',
    ...prefixed('aio_', BASE62, 28),
  },
  {
    id: 'frameio-api-token',
    title: 'Frame.io token',
    severity: 'high',
    page: 'https://developer.frame.io/docs/getting-started/authentication',
    revoke: 'Delete it at https://developer.frame.io',
    ...shaped(['fio-u-'], 'fio-u-[A-Za-z0-9_=-]{64}(?![A-Za-z0-9_=-])'),
  },
  {
    id: 'infracost-api-token',
    title: 'Infracost API key',
    severity: 'high',
    page: 'https://www.infracost.io/docs/features/environment_variables/',
    revoke: 'Regenerate it at https://dashboard.infracost.io',
    ...prefixed('ico-', BASE62, 32),
  },
];
