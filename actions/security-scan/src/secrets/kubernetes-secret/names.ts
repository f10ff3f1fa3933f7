/** What the name of an entry says of its value: `DB_PASSWORD`, `tls.key`, `ssh-privatekey`, but not `AWS_ACCESS_KEY_ID`. Pure. */

/** `password`: whatever stands behind it. `secret`: a word that says of other things too that they are about secrets. */
export type Said = 'password' | 'secret' | 'connection' | 'nothing';

const PASSWORD = /(?:passw(?:or)?d|passphrase|passcode|passwort|pwd)s?$|^pw$|^(?!by|com|over|under|tres|sur).*pass$/;
const SECRET =
  /(?:secret|token|credential|cred|api_?key|(?:access|auth|client|deploy|encryption|host|license|master|priv|private|secret|server|shared|signing|ssh|tls)key|keystore|keyfile|keytab|kubeconfig)s?$|^(?:keys?|private|auth|authorization|bearer|cookie|hmac|jwt|netrc|otp|totp|pat|psk|salt|seed|mnemonic|sas)$/;
const CONNECTION =
  /^(?:dsn|jdbc|uri|url|urls|conn|connection|connect|connstr|connectionstring|address|database|endpoint)$|(?:dsn|url|uri)$/;

/** Of what such a word is about, and no secret itself: `password-policy`, `token-url`. */
const ABOUT = new Set(
  (
    'id ids name names url urls uri uris host hosts hostname port ports path paths dir directory username email mail enabled disabled ' +
    'enable required type kind alg algorithm length size min max expiry expires expiration ttl timeout lifetime duration age version ' +
    'public pub crt cert certs certificate certificates csr endpoint issuer audience scope scopes realm region method mode provider prefix suffix ' +
    'header count limit bits policy format field label ref reference rotation interval status hint arn alias fingerprint thumbprint'
  ).split(' '),
);
/** Behind `password` they say whose it is: `password-user`. */
const WHOSE = new Set('db database user users service server domain account group groups role ca'.split(' '));
/** Of keys that are no secret. */
const OPEN = new Set('public pub publickey publishable site partition sort foreign'.split(' '));
const ENDINGS = new Set('json yaml yml txt pem properties conf ini env'.split(' '));

export function saidBy(name: string): Said {
  const words = wordsOf(name);
  while (words.length > 1 && ENDINGS.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const about = ABOUT.has(last);
  if (!about && words.some((word) => PASSWORD.test(word))) return 'password';
  const open = about || WHOSE.has(last) || (words.some((word) => OPEN.has(word)) && !words.includes('private'));
  if (!open && words.some((word) => SECRET.test(word))) return 'secret';
  return words.some((word) => CONNECTION.test(word)) ? 'connection' : 'nothing';
}

/** In lower case; digits are of none. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 300)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
