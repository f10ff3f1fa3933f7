/** Values of Secrets that stand for a value: to be replaced, made by a template, kept elsewhere, locked. Pure. */
import { isTemplated } from './templates.ts';

/** Filled in by envsubst, Kubernetes, kustomize, Flux, Argo CD, Ansible and others. */
const FILLED_IN =
  /\$\{[^}]*\}|\$\([^)]*\)|^\$[A-Za-z_]\w*$|\{\{|\{%|^%[\w.-]+%$|^<[^<>]*>$|<(?:path|avp):|^__\w+__$|^@@?[\w.-]+@@?$|^#\{.*\}#?$|^\[[\w -]*\]$/;
/** Kept elsewhere: helm-secrets and vals, bank-vaults, 1Password, and the stores of clouds. */
const ELSEWHERE =
  /^(?:ref|secretref)\+|^(?:vault|op|awssm|awsssm|azurekeyvault|gcpsecretmanager|gcpsm|sops|doppler|conjur|file):|^arn:aws[\w-]*:(?:secretsmanager|ssm):|^projects\/[^/]+\/secrets\//;
/** Of SOPS, Ansible, kubeseal, PGP and age. */
const LOCKED =
  /^ENC\[|^\$ANSIBLE_VAULT;|^Ag[A-D][A-Za-z0-9+/]{300,}={0,2}$|^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE)-----/;
const SWITCH = /^(?:true|false|yes|no|on|off|null|nil|none|undefined|enabled|disabled|basic|~|n\/a)$/i;
const OPEN =
  /^-----BEGIN (?:CERTIFICATE|TRUSTED CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|EC PARAMETERS|DH PARAMETERS|X509 CRL|CERTIFICATE REQUEST)-----/;
const FILE = /^(?:\.{0,2}|~)(?:\/[a-z_.][a-z0-9_.-]*){2,}$/;
/** `***`, `xxx`, `....`; one letter is no secret either. */
const ONE_SIGN = /^(.)\1*$/s;

/** A text with one of these is to be replaced, if it is made of words of `WORDS` alone. */
const TELLING =
  /change|replace|placeholder|example|sample|dummy|redacted|hidden|masked|removed|censored|todo|tbd|fixme|xxx|your|insert|enter|fill|put|here|unset|not|fake|default|set[\s_-]*me|to[\s_-]*be/i;
const WORDS = (
  'a an the this that it is be to me my your our of for from with in into on at by and or not no please do must should will ' +
  'change changed replace replaced replacement placeholder example examples sample dummy redacted hidden masked removed censored todo tbd fixme ' +
  'insert enter fill put here goes set unset add use generate generated later before deploy deploying deployment prod production real actual fake ' +
  'some random strong secure long super very own new default test demo dev local encoded base value values string text secret secrets password passwd pass pwd passphrase ' +
  'token key api auth access private client user username admin root db database credential credentials data yaml file env var variable'
).split(' ');
const MOST_OF_WORDS = 80;

/** `value` as it is used: decoded, without blanks around it. */
export function isPlaceholder(value: string): boolean {
  if (value === '' || isTemplated(value) || ONE_SIGN.test(value) || SWITCH.test(value) || LOCKED.test(value))
    return true;
  if (OPEN.test(value)) return !value.includes('PRIVATE KEY-----');
  // What is longer is no note to somebody: in a file of a thousand lines these may stand anywhere.
  if (value.length > 1000) return false;
  return FILLED_IN.test(value) || ELSEWHERE.test(value) || FILE.test(value) || isNote(value);
}

function isNote(value: string): boolean {
  if (value.length > MOST_OF_WORDS || !TELLING.test(value)) return false;
  return ofWords(value.toLowerCase());
}

/** Whether it is words of the list, one after the other, with or without signs and digits between them: `changeMe123!`. */
function ofWords(text: string): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!reached.has(at)) continue;
    if (!/[a-z]/.test(text[at] ?? '') || text.startsWith('x', at)) reached.add(at + 1);
    for (const word of WORDS) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}
