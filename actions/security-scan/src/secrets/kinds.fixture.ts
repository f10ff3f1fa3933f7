/** A maker for each kind of secret, from what its provider documents, and not from our patterns. Nothing here is a secret that ever was. */
import { generateKeyPairSync } from 'node:crypto';
import { base62Of, type Chance, chance, crcOf } from './chance.fixture.ts';

/** The value, and the line it needs where it is not known by its form alone. */
export type Made = string | { readonly value: string; readonly line: string };
type Maker = (c: Chance) => Made;

const github = (prefix: string, length: number) => (c: Chance) => {
  const body = c.base62(length - 6);
  return `${prefix}${body}${base62Of(crcOf(body))}`;
};
const plain =
  (prefix: string, alphabet: 'hex' | 'base62' | 'base64url' | 'lower' | 'upper' | 'base64', length: number): Maker =>
  (c) =>
    prefix + c[alphabet](length);
const assigned = (name: string, make: (c: Chance) => string) => (c: Chance) => {
  const value = make(c);
  return {
    value,
    line: c.pick([`${name}=${value}`, `"${name}": "${value}"`, `export ${name}='${value}'`, `${name}: ${value}`]),
  };
};
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** BIP 173, "Checksum". */
function bech32Sum(prefix: string, data: readonly number[]): string {
  const polymod = (values: readonly number[]) =>
    values.reduce((sum, value) => {
      const top = sum >>> 25;
      const turned = ((sum & 0x1ffffff) << 5) ^ value;
      return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce(
        (all, each, bit) => ((top >>> bit) & 1 ? all ^ each : all),
        turned,
      );
    }, 1);
  const codes = [...prefix].map((sign) => sign.charCodeAt(0));
  const sum =
    polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  return [0, 1, 2, 3, 4, 5].map((place) => bech32[(sum >>> (5 * (5 - place))) & 31]).join('');
}

function pem(type: 'pkcs8' | 'pkcs1' | 'sec1'): string {
  if (type === 'sec1')
    return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type, format: 'pem' }).toString();
  return generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type, format: 'pem' }).toString();
}

const makers: Readonly<Record<string, Maker>> = {
  'github-pat': github('ghp_', 36),
  'github-fine-grained-pat': (c) => `github_pat_${c.base62(22)}_${c.base62(59)}`,
  'github-oauth': github('gho_', 36),
  'github-app-token': (c) => github(c.pick(['ghu_', 'ghs_']), 36)(c),
  'github-refresh-token': github('ghr_', 76),
  'gitlab-pat': plain('glpat-', 'base64url', 20),
  'gitlab-deploy-token': plain('gldt-', 'base64url', 20),
  'gitlab-runner-authentication-token': plain('glrt-', 'base64url', 20),
  'gitlab-rrt': plain('GR1348941', 'base64url', 20),
  'gitlab-ptt': plain('glptt-', 'hex', 40),
  'gitlab-feed-token': plain('glft-', 'base64url', 20),
  'gitlab-kubernetes-agent-token': plain('glagent-', 'base64url', 50),
  'gitlab-oauth-app-secret': plain('gloas-', 'hex', 64),
  'atlassian-api-token': (c) => `ATATT3xFfGF0${c.base64url(171)}=${c.hex(8).toUpperCase()}`,
  'bitbucket-app-password': plain('ATBB', 'base62', 32),
  'azure-devops-pat': (c) => `${c.base62(76)}AZDO${c.base62(4)}`,
  'circleci-personal-api-token': (c) => `CCIPAT_${c.base62(22)}_${c.hex(40)}`,
  'buildkite-api-token': plain('bkua_', 'hex', 40),
  'sonar-api-token': (c) => c.pick(['squ_', 'sqp_', 'sqa_']) + c.hex(40),
  'aws-access-token': (c) => c.pick(['AKIA', 'ASIA']) + c.of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16),
  'aws-secret-access-key': (c) =>
    assigned(c.pick(['AWS_SECRET_ACCESS_KEY', 'aws_secret_access_key', 'secretAccessKey', 'SecretAccessKey']), (d) =>
      d.base64(40),
    )(c),
  'aws-amazon-bedrock-api-key': (c) =>
    `ABSK${Buffer.from(`BedrockAPIKey-${c.lower(4)}-at-${c.digits(12)}:${c.base64(44)}`).toString('base64')}`,
  'gcp-api-key': plain('AIza', 'base64url', 35),
  'gcp-oauth-client-secret': plain('GOCSPX-', 'base64url', 28),
  'azure-storage-key': (c) => {
    const value = `${c.base64(86)}==`;
    return {
      value,
      line: `AZURE="DefaultEndpointsProtocol=https;AccountName=${c.lower(9)};AccountKey=${value};EndpointSuffix=core.windows.net"`,
    };
  },
  'azure-ad-client-secret': (c) => `${c.base62(3)}${c.digits(1)}Q~${c.base64url(34)}`,
  'azure-shared-access-key': (c) => {
    const value = `${c.base64(43)}=`;
    return {
      value,
      line: `Endpoint=sb://${c.lower(8)}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${value}`,
    };
  },
  'digitalocean-pat': plain('dop_v1_', 'hex', 64),
  'heroku-api-key': assigned('HEROKU_API_KEY', (c) => c.uuid()),
  'heroku-api-key-v2': plain('HRKU-AA', 'base64url', 58),
  'alibaba-access-key-id': plain('LTAI', 'base62', 20),
  'cloudflare-token': (c) => `${c.pick(['cfk_', 'cfut_', 'cfat_'])}${c.base62(40)}${c.hex(8)}`,
  'cloudflare-api-key': assigned('CLOUDFLARE_API_TOKEN', (c) => c.base64url(40)),
  'npm-access-token': github('npm_', 36),
  'npmrc-auth-token': (c) => {
    const value = c.uuid();
    return { value, line: `//npm.${c.lower(6)}.io/:_authToken=${value}` };
  },
  'pypi-upload-token': (c) => `pypi-AgEIcHlwaS5vcmc${c.base64url(c.between(120, 180))}`,
  'rubygems-api-token': plain('rubygems_', 'hex', 48),
  'crates-io-token': plain('cio', 'base62', 32),
  'docker-token': plain('dckr_pat_', 'base64url', 27),
  'nuget-api-key': plain('oy2', 'lower', 43),
  'clojars-api-token': plain('CLOJARS_', 'lower', 60),
  'openai-api-key': (c) =>
    c.between(0, 1)
      ? `sk-proj-${c.base64url(74)}T3BlbkFJ${c.base64url(74)}`
      : `sk-${c.base62(20)}T3BlbkFJ${c.base62(20)}`,
  'anthropic-api-key': (c) => `sk-ant-api03-${c.base64url(93)}AA`,
  'huggingface-access-token': (c) => `hf_${c.of('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 34)}`,
  'groq-api-key': plain('gsk_', 'base62', 52),
  'replicate-api-token': plain('r8_', 'base62', 37),
  'perplexity-api-key': plain('pplx-', 'base62', 48),
  'openrouter-api-key': plain('sk-or-v1-', 'hex', 64),
  'stripe-access-token': (c) => `${c.pick(['sk', 'rk'])}_live_51${c.base62(c.pick([22, 97]))}`,
  'stripe-webhook-secret': plain('whsec_', 'base62', 32),
  'square-access-token': plain('sq0atp-', 'base64url', 22),
  'square-secret': plain('sq0csp-', 'base64url', 43),
  'braintree-access-token': (c) => `access_token$production$${c.lower(16)}$${c.hex(32)}`,
  'plaid-api-token': (c) => `access-production-${c.uuid()}`,
  'flutterwave-secret-key': (c) => `FLWSECK-${c.hex(32)}-X`,
  'shopify-access-token': (c) => c.pick(['shpat_', 'shpca_', 'shppa_', 'shpss_']) + c.hex(32),
  'shippo-api-token': plain('shippo_live_', 'hex', 40),
  'slack-bot-token': (c) => `xoxb-${c.digits(12)}-${c.digits(13)}-${c.base62(24)}`,
  'slack-user-token': (c) => `xoxp-${c.digits(12)}-${c.digits(12)}-${c.digits(13)}-${c.hex(32)}`,
  'slack-app-token': (c) => `xapp-1-A${c.upper(10)}-${c.digits(13)}-${c.hex(64)}`,
  'slack-webhook-url': (c) => {
    const value = c.base62(24);
    return { value, line: `SLACK_URL=https://hooks.slack.com/services/T${c.upper(8)}/B${c.upper(10)}/${value}` };
  },
  'telegram-bot-api-token': (c) => `${c.digits(10)}:AA${c.base64url(33)}`,
  'discord-bot-token': (c) => {
    const value = `${Buffer.from(c.digits(18)).toString('base64url')}.${c.base64url(6)}.${c.base64url(38)}`;
    return { value, line: `DISCORD_TOKEN=${value}` };
  },
  'discord-webhook-url': (c) => {
    const value = c.base64url(68);
    return { value, line: `url: https://discord.com/api/webhooks/${c.digits(18)}/${value}` };
  },
  'twilio-api-key': plain('SK', 'hex', 32),
  'twilio-auth-token': assigned('TWILIO_AUTH_TOKEN', (c) => c.hex(32)),
  'sendgrid-api-token': (c) => `SG.${c.base64url(22)}.${c.base64url(43)}`,
  'mailgun-private-api-token': plain('key-', 'hex', 32),
  'mailchimp-api-key': (c) => `${c.hex(32)}-us${c.between(1, 21)}`,
  'sendinblue-api-token': (c) => `xkeysib-${c.hex(64)}-${c.base62(16)}`,
  'netlify-access-token': plain('nfp_', 'base62', 36),
  'vercel-token': plain('vcp_', 'base62', 56),
  'supabase-access-token': plain('sbp_', 'hex', 40),
  'planetscale-api-token': plain('pscale_tkn_', 'base64url', 43),
  'doppler-api-token': plain('dp.pt.', 'base62', 43),
  'vault-service-token': plain('hvs.', 'base64url', 95),
  'hashicorp-tf-api-token': (c) => `${c.base62(14)}.atlasv1.${c.base62(67)}`,
  'pulumi-api-token': plain('pul-', 'hex', 40),
  'databricks-api-token': plain('dapi', 'hex', 32),
  'tailscale-key': (c) => `tskey-auth-k${c.base62(11)}CNTRL-${c.base62(32)}`,
  '1password-service-account-token': (c) =>
    `ops_${Buffer.from(JSON.stringify({ email: `${c.lower(12)}@1passwordserviceaccounts.com`, secretKey: c.upper(34), srpX: c.hex(64), salt: c.base64url(22) })).toString('base64')}`,
  'grafana-service-account-token': (c) => {
    const secret = c.base62(32);
    return `glsa_${secret}_${crcOf(`glsa_${secret}`).toString(16).padStart(8, '0')}`;
  },
  'grafana-cloud-api-token': (c) =>
    `glc_${Buffer.from(JSON.stringify({ o: c.digits(6), n: c.lower(8), k: c.base64(24), m: { r: 'eu' } })).toString('base64')}`,
  'new-relic-user-api-key': plain('NRAK-', 'upper', 27),
  'datadog-access-token': assigned('DD_API_KEY', (c) => c.hex(32)),
  'sentry-user-token': plain('sntryu_', 'hex', 64),
  'sentry-org-token': (c) =>
    `sntrys_${Buffer.from(JSON.stringify({ iat: 1_700_000_000.5, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: c.lower(6) })).toString('base64')}_${c.base64(43)}`,
  'dynatrace-api-token': (c) =>
    `dt0c01.${c.of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 24)}.${c.of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 64)}`,
  'launchdarkly-access-token': (c) => `sdk-${c.uuid()}`,
  'linear-api-key': plain('lin_api_', 'base62', 40),
  'notion-api-token': (c) => `ntn_${c.digits(11)}${c.base62(35)}`,
  'figma-personal-access-token': plain('figd_', 'base64url', 40),
  'postman-api-token': (c) => `PMAK-${c.hex(24)}-${c.hex(34)}`,
  'airtable-personnal-access-token': (c) => `pat${c.base62(14)}.${c.hex(64)}`,
  'contentful-personal-access-token': plain('CFPAT-', 'base64url', 43),
  'hubspot-private-app-token': (c) => `pat-${c.pick(['na1', 'eu1'])}-${c.uuid()}`,
  'aws-credential-pair': (c) => {
    const value = c.base64(40);
    return { value, line: `AKIA${c.upper(16)},${value}` };
  },
  'fastly-api-token': assigned('FASTLY_API_TOKEN', (c) => c.base64url(32)),
  'new-relic-license-key': (c) => `eu01xx${c.hex(30)}NRAL`,
  'okta-api-token': assigned('OKTA_API_TOKEN', (c) => `00${c.base64url(40)}`),
  'snyk-api-token': assigned('SNYK_TOKEN', (c) => c.uuid()),
  'mapbox-api-token': (c) =>
    `sk.${Buffer.from(JSON.stringify({ u: c.lower(9), a: c.lower(25) })).toString('base64url')}.${c.base64url(22)}`,
  'sourcegraph-access-token': (c) => `sgp_${c.hex(16)}_${c.hex(40)}`,
  'adafruit-api-key': plain('aio_', 'base62', 28),
  'frameio-api-token': plain('fio-u-', 'base64url', 64),
  'infracost-api-token': plain('ico-', 'base62', 32),
  'age-secret-key': (c) => {
    const data = Array.from({ length: 52 }, () => c.between(0, 31));
    return `AGE-SECRET-KEY-1${data.map((each) => bech32[each]).join('')}${bech32Sum('age-secret-key-', data)}`.toUpperCase();
  },
  'wireguard-private-key': (c) => {
    const value = `${c.base64(42)}${c.pick([...'AEIMQUYcgkosw048'])}=`;
    return { value, line: `PrivateKey = ${value}` };
  },
  'private-key': (c) => pem(c.pick(['pkcs8', 'pkcs1', 'sec1'] as const)),
  'database-url': (c) => {
    const value = c.base62(18);
    return {
      value,
      line: `DATABASE_URL=${c.pick(['postgres', 'postgresql', 'mysql', 'mongodb+srv', 'redis', 'amqp'])}://orders:${value}@db.${c.lower(6)}.internal:5432/orders`,
    };
  },
  'basic-auth-url': (c) => {
    const value = c.base62(16);
    return { value, line: `git clone https://deploy:${value}@git.${c.lower(7)}.net/acme/app.git` };
  },
};

/** Every kind that a maker is there for. */
export const madeKinds: readonly string[] = Object.keys(makers);

export function made(kind: string, c: Chance): Made {
  const maker = makers[kind];
  if (maker === undefined) throw new Error(`no maker for ${kind}`);
  return maker(c);
}

/** The value alone, for tests of something else. */
export function tokenOf(kind: string, seed = 1): string {
  const one = made(kind, chance(seed));
  return typeof one === 'string' ? one : one.value;
}
