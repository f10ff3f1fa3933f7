import { describe, expect, it } from 'vitest';
import { chance } from '../chance.fixture.ts';
import { base64, found, HEAD, RULE, secret } from './manifest.fixture.ts';

const c = chance(41);
const value = c.base62(14);

describe('a Secret of Kubernetes', () => {
  it('with its value is a finding at the value, and the value is kept out of all texts', async () => {
    const { ours, secrets } = await found(secret('stringData', `password: ${value}`));
    expect(ours).toMatchObject([
      {
        severity: 'high',
        title: 'Kubernetes Secret with its value',
        message: `Rule ${RULE} matches. The value is not shown.`,
        location: { path: 'k8s/secret.yaml', line: 6, column: 13, endLine: 6, endColumn: 27 },
        snippet: 'password: ***',
        helpUri: 'https://kubernetes.io/docs/concepts/configuration/secret/',
      },
    ]);
    expect(secrets).toEqual(expect.arrayContaining([value, base64(value)]));
    expect(JSON.stringify(ours)).not.toContain(value.slice(0, 6));
  });

  it('has its data kept out of all texts decoded too', async () => {
    const { ours, places, secrets } = await found(secret('data', `DB_PASSWORD: ${base64(value)}`));
    expect(places).toEqual(['6:16']);
    expect(secrets).toEqual(expect.arrayContaining([value, base64(value)]));
    expect(JSON.stringify(ours)).not.toContain(base64(value).slice(0, 6));
  });

  const text = (entries: string) => secret('stringData', entries);
  it.each<[string, string, string[]]>([
    ['in quotes', text(`a_token: "${value}"\nb-token: '${value}'`), ['6:13', '7:13']],
    ['in a block', text(`token: |\n  ${value}\n  ${value}`), ['7:5']],
    ['in a folded block that is stripped', text(`token: >-\n\n    ${value}`), ['8:7']],
    ['behind a tag and an anchor', text(`token: !!str &t "${value}"`), ['6:20']],
    ['on the next line', text(`token:\n    ${value}`), ['7:7']],
    [
      'with the ends of lines of Windows',
      text(`user: app\ntoken: |\n  ${value}\npassword: ${value}`).replaceAll('\n', '\r\n'),
      ['8:5', '9:13'],
    ],
    ['in flow style', `{apiVersion: v1, kind: Secret, stringData: {token: ${value}}}`, ['1:52']],
    ['that is short', text('password: hu7'), ['6:13']],
    ['that is a number', text('password: 73915'), ['6:13']],
    ['in the second document', `kind: ConfigMap\ndata: {password: abc}\n---\n${text(`token: ${value}`)}`, ['9:10']],
    ['in two documents', `${text(`token: ${value}`)}---\r\n${text(`token: ${value}`)}`, ['6:10', '13:10']],
    [
      'in a List',
      `kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: "Secret"\n  data:\n    pwd: ${base64(value)}\n`,
      ['7:10'],
    ],
    ['in a SecretList', `kind: SecretList\napiVersion: v1\nitems:\n- data: {pwd: ${base64(value)}}\n`, ['4:15']],
    [
      'in values of a chart',
      `extraObjects:\n  - apiVersion: v1\n    kind: Secret\n    stringData:\n      pwd: ${value}\n`,
      ['5:12'],
    ],
    ['by an alias', `x: &p ${value}\napiVersion: v1\nkind: Secret\nstringData: {pwd: *p}\n`, ['1:7']],
    ['by a merge', `x: &p {pwd: ${value}}\napiVersion: v1\nkind: Secret\nstringData: {<<: *p}\n`, ['1:13']],
    [
      'behind a comment',
      `${HEAD.replace('kind: Secret', 'kind: Secret # of orders')}data: {pwd: ${base64(value)}}`,
      ['5:13'],
    ],
    [
      'in base64 over lines',
      secret('data', `token: |\n  ${base64(value).slice(0, 8)}\n  ${base64(value).slice(8)}`),
      ['7:5'],
    ],
    ['of bytes', secret('data', `signing-key: ${base64(Buffer.from([255, 254, 0, 1, 200, 3, 9]))}`), ['6:16']],
    [
      'of TLS',
      secret('data', `tls.crt: ${base64('-----BEGIN CERTIFICATE-----\nMII\n')}\ntls.key: ${base64(`k${value}`)}`),
      ['7:12'],
    ],
    ['beside a template', text(`{{- if .Values.on }}\nuser: {{ .Values.user }}\npwd: ${value}\n{{- end }}`), ['8:8']],
  ])('is found %s', async (_, content, places) => {
    expect((await found(content)).places).toEqual(places);
  });

  it('is found in JSON', async () => {
    const json = {
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: 'v1', kind: 'Secret', data: { apiKey: base64(value), user: base64('app') } }],
    };
    expect((await found({ 'a.json': JSON.stringify(json) })).ours).toHaveLength(1);
    expect((await found({ 'a.json': JSON.stringify(json, null, '\t') })).places).toEqual(['9:16']);
  });

  it.each(['secret.yml', 'SECRET.YAML', 'secret.yaml.j2', 'secret.yaml.example'])('is found in %s', async (path) => {
    expect((await found({ [path]: text(`pwd: ${value}`) })).places).toEqual(['6:8']);
  });

  it.each([
    'password',
    'DB_PASSWORD',
    'dbPasswd',
    'admin-pwd',
    'pgpass',
    'ssh-privatekey',
    'sshPrivateKey',
    'tls.key',
    'apiKey',
    'API-KEY',
    'apikey',
    'clientSecret',
    'SECRET_KEY_BASE',
    'auth',
    'jwt.secret',
    'token',
    'refresh_token_2',
    'credentials.json',
    'cookie-secret',
    'AWS_SECRET_ACCESS_KEY',
    'password_user',
    'encryption.key.txt',
  ])('is one by the name %s', async (name) => {
    expect((await found(secret('data', `${name}: ${base64(value)}`))).ours).toHaveLength(1);
  });

  it.each([
    'username',
    'DB_USER',
    'host',
    'port',
    'database',
    'AWS_ACCESS_KEY_ID',
    'client-id',
    'keyId',
    'tls.crt',
    'ca.crt',
    'ssh-publickey',
    'public.key',
    'token_url',
    'password-policy',
    'PASSWORD_MIN_LENGTH',
    'tokenTtl',
    'keycloak-realm',
    'author',
    'monkey',
    'keyspace',
    'bypass',
    'secret-name',
    'auth.enabled',
    'RECAPTCHA_SITE_KEY',
    'DATABASE_URL',
  ])('is none by the name %s', async (name) => {
    expect((await found(secret('data', `${name}: ${base64(value)}`))).ours).toEqual([]);
  });
});
