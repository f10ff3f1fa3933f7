/** Clouds: who has one of these has machines and data. */
import { BASE62, BASE64, BASE64URL, HEX, named, prefixed, type SecretKind, shaped, UUID } from './kind.ts';

const AWS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const AWS_REVOKE = 'aws iam update-access-key --access-key-id <the key> --status Inactive';

const aws: readonly SecretKind[] = [
  {
    id: 'aws-access-token',
    title: 'AWS access key',
    severity: 'critical',
    page: `${AWS}/reference_identifiers.html#identifiers-unique-ids`,
    revoke: AWS_REVOKE,
    // Of the prefixes, those of keys; the others name roles and users, which are not secret.
    ...shaped(['akia', 'asia', 'abia', 'acca'], '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])'),
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    severity: 'critical',
    page: `${AWS}/id_credentials_access-keys.html`,
    revoke: AWS_REVOKE,
    ...named(
      [
        ['secret', 'access', 'key'],
        ['aws', 'secret', 'access', 'key'],
        ['aws', 'secret', 'key'],
        ['secret', 'key'],
        ['aws', 'secret'],
      ],
      `[${BASE64}]{40}(?![${BASE64}=])`,
    ),
    // Forty signs are a SHA-1 too.
    check: (secret) => (/^[0-9a-f]+$/i.test(secret) ? 'placeholder' : 'secret'),
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    severity: 'high',
    page: `${AWS}/id_credentials_temp_use-resources.html`,
    revoke: 'Revoke the sessions of the role: IAM > Roles > Revoke sessions',
    ...named(
      [
        ['session', 'token'],
        ['aws', 'session', 'token'],
        ['security', 'token'],
      ],
      `(?:IQoJ|Fwo[GT]|FQoG|AQoD)[${BASE64}]{100,2000}={0,2}`,
    ),
  },
  {
    id: 'aws-amazon-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    severity: 'critical',
    page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    revoke: 'aws iam delete-service-specific-credential --service-specific-credential-id <its id>',
    ...shaped(['absk'], `ABSK[${BASE64}]{100,280}={0,2}(?![${BASE64}=])`),
  },
];

const google: readonly SecretKind[] = [
  {
    id: 'gcp-api-key',
    title: 'Google API key',
    severity: 'high',
    page: 'https://cloud.google.com/docs/authentication/api-keys',
    revoke: 'gcloud services api-keys delete <its id>',
    ...prefixed('AIza', BASE64URL, 35),
  },
  {
    id: 'gcp-oauth-client-secret',
    title: 'Google OAuth client secret',
    severity: 'high',
    page: 'https://support.google.com/cloud/answer/6158849',
    revoke: 'Reset it at https://console.cloud.google.com/auth/clients',
    ...prefixed('GOCSPX-', BASE64URL, 28),
  },
  {
    id: 'gcp-access-token',
    title: 'Google access token',
    severity: 'high',
    page: 'https://cloud.google.com/docs/authentication/token-types#access',
    revoke: 'curl -d token=<the token> https://oauth2.googleapis.com/revoke',
    ...shaped(['ya29.'], `ya29\\.[.${BASE64URL}]{60,2000}`),
  },
];

const azure: readonly SecretKind[] = [
  {
    id: 'azure-storage-key',
    title: 'Azure storage account key',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
    revoke: 'az storage account keys renew --account-name <its name> --key primary',
    ...named(
      [
        ['account', 'key'],
        ['storage', 'key'],
        ['storage', 'account', 'key'],
        ['storage', 'access', 'key'],
      ],
      `[${BASE64}]{86}==`,
    ),
  },
  {
    id: 'azure-shared-access-key',
    title: 'Azure shared access key',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    revoke:
      'az servicebus namespace authorization-rule keys renew --key PrimaryKey --name <rule> --namespace-name <its name>',
    ...named([['shared', 'access', 'key']], `[${BASE64}]{43}=`),
  },
  {
    id: 'azure-ad-client-secret',
    title: 'Microsoft Entra client secret',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/purview/sit-defn-client-secret-api-key',
    revoke: 'az ad app credential delete --id <the app> --key-id <its id>',
    literals: ['q~'],
    before: 4,
    pattern: '(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])',
  },
  {
    id: 'azure-identifiable-key',
    title: 'Azure service key',
    severity: 'critical',
    page: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-storage-account-key',
    revoke: 'Renew the key on the page of the service at https://portal.azure.com',
    // The four signs that Azure's services put into their keys, so that they can be told from other text in base64.
    literals: ['+ast', 'acdb', '+asb', '+aeh', '+acr', 'aiot', 'azfu', 'azse', '+aba', 'apim'],
    before: 76,
    pattern: `(?<![${BASE64}])[${BASE64}]{33,76}(?:\\+(?:ASt|ASb|AEh|ACR|ABa)|ACDb|AIoT|AzFu|AzSe|APIM)[${BASE64}]{5,6}={0,2}(?![${BASE64}=])`,
    check: (secret) => ([44, 52, 56, 84, 88].includes(secret.length) ? 'secret' : 'placeholder'),
  },
];

const smaller: readonly SecretKind[] = [
  {
    id: 'digitalocean-pat',
    title: 'DigitalOcean token',
    severity: 'critical',
    page: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'Delete it at https://cloud.digitalocean.com/account/api/tokens',
    ...prefixed(['dop_v1_', 'doo_v1_', 'dor_v1_'], HEX, 64),
  },
  {
    id: 'heroku-api-key-v2',
    title: 'Heroku API key',
    severity: 'critical',
    page: 'https://devcenter.heroku.com/articles/authentication',
    revoke: 'heroku authorizations:revoke <its id>',
    ...shaped(['hrku-'], `HRKU-(?:AA[${BASE64URL}]{50,70}|${UUID})(?![${BASE64URL}])`),
  },
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    severity: 'critical',
    page: 'https://devcenter.heroku.com/articles/platform-api-quickstart#authentication',
    revoke: 'heroku authorizations:revoke <its id>',
    ...named(
      [
        ['heroku', 'api', 'key'],
        ['heroku', 'api', 'token'],
        ['heroku', 'auth', 'token'],
        ['heroku', 'key'],
      ],
      `${UUID}(?![0-9a-f])`,
    ),
  },
  {
    id: 'alibaba-access-key-id',
    title: 'Alibaba Cloud access key',
    severity: 'critical',
    page: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
    revoke: 'aliyun ram UpdateAccessKey --UserAccessKeyId <the key> --Status Inactive',
    ...shaped(['ltai'], `LTAI(?:[${BASE62}]{20}|[${BASE62}]{12})(?![${BASE62}])`),
  },
  {
    id: 'tencent-secret-id',
    title: 'Tencent Cloud secret id',
    severity: 'critical',
    page: 'https://www.tencentcloud.com/document/product/598/32675',
    revoke: 'Disable it at https://console.tencentcloud.com/cam/capi',
    ...prefixed('AKID', BASE62, 32),
  },
  {
    id: 'cloudflare-token',
    title: 'Cloudflare token',
    severity: 'critical',
    page: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
    revoke: 'Roll it at https://dash.cloudflare.com/profile/api-tokens',
    // The page names a checksum and does not say of what: its form alone is looked at.
    ...shaped(['cfk_', 'cfut_', 'cfat_'], `(?:cfk|cfut|cfat)_[${BASE62}]{40}[0-9a-f]{8}(?![${BASE62}])`),
  },
  {
    id: 'cloudflare-api-key',
    title: 'Cloudflare API token',
    severity: 'critical',
    page: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
    revoke: 'Roll it at https://dash.cloudflare.com/profile/api-tokens',
    ...named(
      [
        ['cloudflare', 'api', 'token'],
        ['cloudflare', 'token'],
        ['cloudflare', 'api', 'key'],
        ['cf', 'api', 'token'],
        ['cf', 'api', 'key'],
      ],
      `(?:[${BASE64URL}]{40}|[${HEX}]{37})(?![${BASE64URL}])`,
    ),
  },
  {
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare origin CA key',
    severity: 'critical',
    page: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
    revoke: 'Change it at https://dash.cloudflare.com/profile/api-tokens',
    ...shaped(['v1.0-'], `v1\\.0-[${HEX}]{24}-[${HEX}]{146}(?![${HEX}])`),
  },
];

export const clouds: readonly SecretKind[] = [...aws, ...google, ...azure, ...smaller];
