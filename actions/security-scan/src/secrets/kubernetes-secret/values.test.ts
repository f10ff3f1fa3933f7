import { describe, expect, it } from 'vitest';
import { chance } from '../chance.fixture.ts';
import { tokenOf } from '../kinds.fixture.ts';
import { base64, found, RULE, secret } from './manifest.fixture.ts';

const c = chance(41);
const value = c.base62(14);

describe('the value of an entry', () => {
  const ofValue = async (name: string, written: string) =>
    Promise.all(
      [secret('stringData', `${name}: ${JSON.stringify(written)}`), secret('data', `${name}: ${base64(written)}`)].map(
        async (content) => (await found(content)).ours.length,
      ),
    );

  it.each([
    'changeme',
    'CHANGE_ME',
    'change-me-123!',
    '<password>',
    '<path:secret/data/x#pwd>',
    '${PASSWORD}',
    '$PASSWORD',
    '$(DB_PASSWORD)',
    '{{ password }}',
    'REPLACE_ME',
    'replace with your token',
    '',
    '   ',
    '***',
    'xxxxxxxx',
    'ENC[AES256_GCM,data:Zk39,iv:ab=,tag:cd=,type:str]',
    'ref+vault://secret/x#/pwd',
    'vault:secret/data/x#PWD',
    'op://vault/item/pwd',
    'your-api-key-here',
    'todo',
    'example',
    'dummy-secret',
    'true',
    'none',
    '/run/secrets/db_password',
    '__DB_PASSWORD__',
    '#{DbPassword}#',
    '@password@',
    'insert_base64_encoded_value_here',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:x',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  ])('is none where it is %s', async (written) => {
    expect(await ofValue('password', written)).toEqual([0, 0]);
  });

  it.each([
    'hunter2',
    'admin',
    's3cr3t',
    'P@ssw0rd',
    'supersecret',
    'password',
    'postgres',
    '12345678',
    'My-Sample!Horse9',
    'pa$$w{}rd',
    'example.Zk39',
    'correct horse battery staple',
    '/Zk39+x/y=',
  ])('is one where it is %s', async (written) => {
    expect(await ofValue('password', written)).toEqual([1, 1]);
  });

  it('of a known form is one whatever its name is', async () => {
    const token = tokenOf('github-pat');
    const { rules, secrets } = await found(secret('data', `config: ${base64(`user = app\nx = ${token}\n`)}`));
    expect([rules, secrets.includes(token)]).toEqual([[RULE], true]);
    const pem =
      `-----BEGIN ${'PRIVATE KEY'}-----\n${c.base64(64)}\n${c.base64(64)}\n-----END PRIVATE KEY-----\n`.replace(
        '\n',
        '\nMIIE',
      );
    expect((await found(secret('data', `server.pem: ${base64(pem)}`))).rules).toEqual([RULE]);
  });

  it.each([
    ['DATABASE_URL', `postgres://app:${value}@pg.default.svc.cluster.local/x`, 1],
    ['uri', `amqp://app:${value}@mq:5672`, 1],
    ['dsn', `app:${value}@tcp(db:3306)/orders`, 1],
    ['ConnectionStrings__Orders', `Server=db;User Id=app;Password=${value};`, 1],
    ['jdbc-url', `jdbc:postgresql://db/x?user=app&password=${value}`, 1],
    ['DATABASE_URL', 'postgres://app@db/x', 0],
    ['DATABASE_URL', 'postgres://app:changeme@db/x', 0],
    ['DATABASE_URL', 'postgres://app:$(PASSWORD)@db/x', 0],
    ['auth', 'https://auth.acme.io/realms/x', 0],
  ])('in %s is known by its password: %s', async (name, written, count) => {
    const { rules } = await found(secret('data', `${name}: ${base64(written)}`));
    expect(rules).toEqual(Array.from({ length: count }, () => RULE));
  });

  it("of Docker's configuration is what opens the registry, and not its name", async () => {
    const config = (auth: object) => base64(JSON.stringify({ auths: { 'registry.acme.io': auth } }));
    const docker = (auth: object) =>
      found(`${secret('data', `.dockerconfigjson: ${config(auth)}`)}type: kubernetes.io/dockerconfigjson\n`);
    const { places, secrets } = await docker({ username: 'robot', password: value, auth: base64(`robot:${value}`) });
    expect([places, secrets.includes(value), secrets.some((each) => each.includes('acme'))]).toEqual([
      ['6:22'],
      true,
      false,
    ]);
    expect((await docker({ auth: base64(`robot:${value}`) })).secrets).toContain(value);
    expect((await docker({ auth: base64('robot:changeme') })).places).toEqual([]);
    expect((await docker({})).places).toEqual([]);
  });

  it('that is made of words of ours leaves the names of rules and files as they are', async () => {
    const { secrets, ours } = await found(secret('stringData', 'password: supersecret'));
    expect(secrets.some((each) => each.includes('secret'))).toBe(false);
    expect(secrets).toContain('supersecre');
    expect(ours[0]?.snippet).toBe('password: ***');
  });

  it('that another rule knows better is one finding, of that rule', async () => {
    const token = tokenOf('github-pat');
    expect(
      (await found(secret('stringData', `token: ${token}\nurl: postgres://a:${value}@db.acme.io/x`))).rules,
    ).toEqual(['github-pat', 'database-url']);
  });
});
