/** Private keys. Those in PEM have no form that a short pattern could hold: `pem.ts` reads them. */
import { bech32Checksum } from '../checksum.ts';
import { BASE64, type SecretKind, shaped } from './kind.ts';

export const keys: readonly SecretKind[] = [
  {
    id: 'age-secret-key',
    title: 'age secret key',
    severity: 'critical',
    page: 'https://github.com/C2SP/C2SP/blob/main/age.md',
    revoke: 'Make a new one with age-keygen, and encrypt again what was encrypted to it',
    ...shaped(['age-secret-key-1'], 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Z0-9])'),
    check: bech32Checksum,
  },
  {
    id: 'wireguard-private-key',
    title: 'WireGuard private key',
    severity: 'critical',
    page: 'https://man7.org/linux/man-pages/man8/wg.8.html',
    revoke: 'Make a new one with wg genkey, and replace the public key at every peer',
    literals: ['privatekey'],
    pattern: `PrivateKey\\s{0,8}=\\s{0,8}(?<secret>[${BASE64}]{42}[AEIMQUYcgkosw048]=)(?![${BASE64}=])`,
  },
  {
    id: 'putty-private-key',
    title: 'PuTTY private key',
    severity: 'critical',
    page: 'https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html',
    revoke: 'Take the public key out of every authorized_keys',
    literals: ['private-lines:'],
    pattern: `Private-Lines: [0-9]{1,3}\\r?\\n(?<secret>(?:[${BASE64}=]{1,64}\\r?\\n){1,100})`,
  },
];
