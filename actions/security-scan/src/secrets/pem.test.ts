import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chance } from './chance.fixture.ts';
import { pemAt } from './pem.ts';

const pem = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const body = pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
const armour = (kind: string, text: string) => `-----BEGIN ${kind}-----\n${text}\n-----END ${kind}-----`;

describe('a private key', () => {
  it.each([
    ['on lines', pem],
    ['on lines that end with CR LF', pem.replaceAll('\n', '\r\n')],
    ['in JSON', JSON.stringify({ key: pem })],
    [
      'in strings that are joined',
      pem
        .split('\n')
        .map((line) => `  "${line}\\n" +`)
        .join('\n'),
    ],
    [
      'in a list of strings',
      pem
        .split('\n')
        .map((line) => `  '${line}',`)
        .join('\n'),
    ],
    [
      'in a comment',
      pem
        .split('\n')
        .map((line) => ` * ${line}`)
        .join('\n'),
    ],
    [
      'in YAML',
      pem
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n'),
    ],
    ['without its end', pem.slice(0, pem.indexOf('-----END'))],
  ])('%s gives its lines whole', (_, text) => {
    const key = pemAt(text, text.indexOf('-----BEGIN'));
    expect(key?.real).toBe(true);
    expect(key?.lines).toEqual(body);
  });

  it('gives its lines whole whatever they begin and end with', () => {
    const lines = ['MIIB', '+a/', '/b+', '++', '//c'].map((start) => `${start}${chance(start.length).base64(56)}+/`);
    const key = pemAt(armour('RSA PRIVATE KEY', lines.join('\n')), 0);
    expect(key?.lines).toEqual(lines);
  });

  it('is less severe with a passphrase', () => {
    const form = (cipher: string) => {
      const head = `openssh-key-v1\0\0\0\0${String.fromCharCode(cipher.length)}${cipher}`;
      return armour(
        'OPENSSH PRIVATE KEY',
        `${Buffer.from(head, 'latin1').toString('base64').replaceAll('=', '')}${chance(1).base64(200)}`,
      );
    };
    expect(pemAt(form('none'), 0)).toMatchObject({ real: true, severity: 'critical', title: 'private key (OpenSSH)' });
    expect(pemAt(form('aes256-ctr'), 0)).toMatchObject({ severity: 'high', title: 'encrypted private key (OpenSSH)' });
    const old = `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${chance(2).hex(32)}\n\n${body.join('\n')}`;
    expect(pemAt(armour('RSA PRIVATE KEY', old), 0)).toMatchObject({ severity: 'high', lines: body });
    expect(pemAt(armour('ENCRYPTED PRIVATE KEY', body.join('\n')), 0)?.severity).toBe('high');
  });

  it('of OpenPGP has headers and a checksum', () => {
    const text = `Version: GnuPG v2\nComment: a\n\n${chance(3).base64(64)}\n${chance(4).base64(64)}\n=aB3d`;
    expect(pemAt(armour('PGP PRIVATE KEY BLOCK', text), 0)).toMatchObject({
      real: true,
      title: 'private key of OpenPGP',
    });
  });

  it('is none where nothing of one is there', () => {
    expect(pemAt(armour('PUBLIC KEY', body.join('\n')), 0)).toBeUndefined();
    expect(pemAt(armour('CERTIFICATE', body.join('\n')), 0)).toBeUndefined();
    for (const text of ['...', '', 'x'.repeat(300), 'YOUR KEY HERE', 'MIIEexample'.repeat(20)]) {
      expect(pemAt(armour('PRIVATE KEY', text), 0)?.real).toBe(false);
    }
  });
});
