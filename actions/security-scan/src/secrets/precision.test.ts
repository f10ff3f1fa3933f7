import { describe, expect, it } from 'vitest';
import { chance } from './chance.fixture.ts';
import { tokenOf } from './kinds.fixture.ts';
import { contextOf, scanned } from './tree.fixture.ts';

const c = chance(3);
const rulesIn = async (text: string, path = 'a.txt') => {
  const { findings } = await scanned({ [path]: text });
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
};
const url = (scheme: string, user: string, password: string, host: string) => `${scheme}://${user}:${password}@${host}`;

describe('what is no secret', () => {
  it.each([
    ['the key of the documentation', `AKIA${'IOSFODNN7EXAMPLE'}`],
    ['its secret', `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/${'bPxRfiCYEXAMPLEKEY'}`],
    [
      'the account of the storage emulator',
      `AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/${'K1SZFPTOtr/KBHBeksoGMGw=='}`,
    ],
    ['signs that stand for a token', `ghp_${'x'.repeat(36)} glpat-${'X'.repeat(20)} sk_live_${'0'.repeat(24)}`],
    ['a token in words', `hf_${'YourTokenGoesHereYourTokenGoesHere'}`],
    ['a sequence', `ghp_abcdefghijklmnopqrstuvwxyz${'0123456789'}`],
    ['a template', `token: ghp_\${TOKEN} ${url('postgres', 'app', '${PASSWORD}', 'db.acme.io')}`],
    ['a SHA-1 that is called a secret', `aws_secret_key: ${c.hex(40)}`],
    ['a hash', `integrity: sha512-${c.base64(86)}==, commit ${c.hex(40)}, id ${c.uuid()}`],
    ['an image', `url(data:image/png;base64,${c.base64(4000)})`],
    ['a longer word', `xghp_${c.base62(36)} ghp_${c.base62(60)}`],
    [
      'a password that is none',
      ['password', 'secret', 'changeme', 'postgres', '<password>', '%s', '$PASS', '***', 'pass123']
        .map((each) => url('mysql', 'app', each, 'db.acme.io/x'))
        .join('\n'),
    ],
    [
      'a host that is none',
      ['localhost:5432', '127.0.0.1', 'example.com', 'db.example.org', 'host']
        .map((each) => url('postgres', 'app', 'Zk39fjQw', each))
        .join('\n'),
    ],
    ['a password like the user', url('amqp', 'orders7', 'orders7', 'mq.acme.io')],
    [
      'a password that a program puts in',
      [
        ...[
          '%s',
          '%d',
          '%v',
          '%(pw)s',
          '%2$s',
          '%PASS%',
          '$PASS',
          '$pass',
          '$1',
          '${PASS}',
          '${A:-x}',
          '${A:-${B}}',
          '$(pass)',
        ],
        ...[
          '{pass}',
          '{0}',
          '{}',
          '{{pass}}',
          '{%pass%}',
          '#{pass}',
          '[password]',
          '(.*)',
          ':password',
          '%{pass}',
          'ENV[PASS]',
        ],
        ...[
          '...',
          '....',
          '…',
          '***',
          '********',
          '${A}${B}',
          '$A$B',
          '$A-$B',
          '%s%s',
          '{a}:{b}',
          'pass${N}',
          'pass$i',
          'pw-%d',
        ],
        ...['process.env.PASS', 'abc...', 'ab…cd', '***ab', '%2F%40', '${pass', 'password]', 'password)', 'secret}'],
      ]
        .flatMap((each) => [url('postgres', 'app', each, 'db.acme.io/x'), url('https', 'app', each, 'acme.io')])
        .join('\n'),
    ],
    ['a URL without a password', 'https://user@acme.io/a:b@c ssh://git@github.com:22/x https://a.io/x:y@z'],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----'],
    ['the armour of a key', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
    [
      'code about keys',
      "if (pem.startsWith('-----BEGIN RSA PRIVATE KEY-----')) {\n  return pem.split('-----END RSA PRIVATE KEY-----')[0];\n}",
    ],
    ['an age key with another checksum word', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`],
  ])('%s', async (_, text) => {
    expect(await rulesIn(text)).toEqual([]);
  });
});

describe('what is one', () => {
  it('is told as doubtful where the checksum does not fit', async () => {
    const token = tokenOf('github-pat');
    const other = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    const { findings } = await scanned({ a: other });
    expect(findings).toMatchObject([
      { rule: 'github-pat', severity: 'medium', message: expect.stringContaining('checksum') },
    ]);
  });

  it.each([
    ['behind an escape of JSON', (token: string) => JSON.stringify(`a\n${token}\n`)],
    ['in a query', (token: string) => `?a=b%3D${token}&c`],
    ['in a URL of git', (token: string) => `https://x-access-token:${token}@github.com/acme/x.git`],
    ['in UTF-16', (token: string) => Buffer.from(`\ufefftoken ${token}`, 'utf16le')],
    ['in a line of a megabyte', (token: string) => `${'a b '.repeat(250_000)}${token}${' c d'.repeat(1000)}`],
    ['in Latin-1', (token: string) => Buffer.from(`größe ${token}`, 'latin1')],
    ['behind a byte order mark', (token: string) => `\ufeff${token}`],
  ])('is found %s', async (_, around) => {
    const token = tokenOf('github-pat');
    const { findings, secrets } = await scanned({ a: around(token) });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['github-pat', 'critical']]);
    expect(secrets).toEqual([token]);
    expect(JSON.stringify(findings).length).toBeLessThan(2000);
  });

  it('has a password also as it is meant', async () => {
    const { secrets, findings } = await scanned({
      a: url('postgresql', 'app', 'p%40ss-Zk39%2Fq', 'db.acme.io:5432/x'),
    });
    expect(secrets).toEqual(['p%40ss-Zk39%2Fq', 'p@ss-Zk39/q']);
    expect(findings[0]?.snippet).toBe(url('postgresql', 'app', '***', 'db.acme.io:5432/x'));
  });

  it.each('%d %s %40 %v $ $x $X9 ) ( ] [ } { ... *** %( %PA ${ # : … ENV ENV- env. %%'.split(' '))(
    'is a password with %s before, in or behind it',
    async (sign) => {
      for (const password of [`${sign}Zk39fjQw7t`, `Zk39f${sign}jQw7t`, `Zk39fjQw7t${sign}`]) {
        for (const [scheme, rule] of [
          ['postgres', 'database-url critical'],
          ['https', 'basic-auth-url high'],
        ] as const) {
          const found = await rulesIn(`x = ${url(scheme, 'app', password, 'db.acme.io:5432/x')}`);
          expect([password, found]).toEqual([password, [rule]]);
        }
      }
    },
  );

  it.each(['${HOST}', '$HOST', '{host}', '%s', '{{host}}'])(
    'is a password before a host that a program puts in: %s',
    async (host) => {
      expect(await rulesIn(url('mysql', 'app', 'Zk39fjQw7t', host))).toEqual(['database-url critical']);
    },
  );

  it('is one finding where two rules see it', async () => {
    const text = `DATABASE_URL=${url('postgres', 'app', c.base62(20), 'db.acme.io/x')}`;
    expect(await rulesIn(text)).toEqual(['database-url critical']);
    expect(await rulesIn(`//registry.npmjs.org/:_authToken=${tokenOf('npm-access-token')}`, '.npmrc')).toEqual([
      'npm-access-token critical',
    ]);
  });

  it('is let through by a comment only where policy says that comments count', async () => {
    const token = tokenOf('github-pat');
    const files = {
      a: `x = "${token}" # gitleaks:allow`,
      b: `// secretlint-disable-next-line\nx = "${token}"\nx = "${token}"`,
      c: `/* secretlint-disable @secretlint/secretlint-rule-github -- an example */\n${token}\n/* secretlint-enable */\n${token}`,
      d: `// secretlint-disable-line @secretlint/secretlint-rule-slack\n${token} // secretlint-disable-line @secretlint/secretlint-rule-slack`,
    };
    const seen = async (inline: boolean) => {
      const { findings } = await scanned(files, contextOf({}, { inline }));
      return findings.map(({ location, suppressedBy }) =>
        `${location?.path}${location?.line} ${suppressedBy?.kind ?? ''}`.trim(),
      );
    };
    expect(await seen(false)).toEqual(['a1', 'b2', 'b3', 'c2', 'c4', 'd2']);
    expect(await seen(true)).toEqual(['a1 in-source', 'b2 in-source', 'b3', 'c2 in-source', 'c4', 'd2']);
  });
});
