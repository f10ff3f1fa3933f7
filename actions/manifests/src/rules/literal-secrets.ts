import { shown, textAt } from '../value.ts';
import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

/** Words that make a secret of a variable, wherever they stand; and those that do at the end only. */
const ANYWHERE = 'PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API[_.-]?KEY|PRIVATE[_.-]?KEY|ACCESS[_.-]?KEY';
const AT_END = '(^|[_.-])(PASS|PWD|PAT|KEY|AUTH)[_.-]?[0-9]*$';
/** What is said about a secret, and keys that are none. */
const ABOUT = [
  '(FILE|PATH|DIR|NAME|REF|URL|URI|ENDPOINT|HOST|PORT|TTL|EXPIRY|EXPIRATION|EXPIRES|EXPIRES[_.-]?IN|LIFETIME|AGE',
  '|LENGTH|SIZE|LIMIT|COUNT|BUDGET|HEADER|ALGORITHM|ALG|ISSUER|AUDIENCE|TYPE|KIND|ENABLED|DISABLED|REQUIRED|ID',
  '|SECONDS|MINUTES|HOURS|DAYS|MS|POLICY|PREFIX|SUFFIX|ROTATION|VERSION|PROVIDER|BACKEND|STORE|MODE|FORMAT)$',
].join('');
const NO_SECRET = '(PUBLIC|PARTITION|SORT|CACHE|ROUTING|PRIMARY|FOREIGN|HASH|SHARD|GROUP|ANNOTATION|LABEL)[_.-]?KEY$';
const AMOUNT = '(MAX|MIN|NUM|TOTAL|INPUT|OUTPUT|PROMPT)[_.-]([A-Z0-9]+[_.-])*TOKENS?$|TOKENS[_.-]PER';

/** A URL with a password in it that is no reference to another variable. */
const URL_PASSWORD = String.raw`://[^/\s:@]*:[^$@/\s][^@/\s]*@`;
/** Forms in which well-known services give their keys, and private keys. */
const KEY_FORMS = String.raw`-----BEGIN [A-Z ]*PRIVATE KEY|\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bglpat-[\w-]{20}|\bxox[abpr]-[\w-]{10}|\bsk_live_[A-Za-z0-9]{16}|\bAIza[\w-]{35}`;

/** Literals that hide nothing: nothing, a switch, a reference to other variables alone, a path that secrets are mounted at. */
const HARMLESS = [
  String.raw`(?i)^(true|false|yes|no|on|off|none|null|0|1)?$|^(\$\([A-Za-z_][\w.-]*\))+$`,
  String.raw`|^/(etc|var|run|secrets?|mnt|opt|home|app|tmp|usr|config|certs?|vault)(/[\w.-]+)+$`,
].join('');

/** https://kubernetes.io/docs/concepts/configuration/secret/ */
export const literalSecrets: Rule = {
  name: 'literal-secrets',
  title: 'secrets are not written out in env',
  hurts: 'everyone who can read the repository, the pod or its events has the secret, for as long as the history lasts',
  mend: 'Take it from a Secret (valueFrom.secretKeyRef), and change the value: it is known now.',
  subjects: 'pods',
  checks: [
    {
      each: 'env',
      expression: `!has(env.value) || string(env.value).matches(r'${HARMLESS}')
        || (!string(env.value).matches(r'${URL_PASSWORD}') && !string(env.value).matches(r'${KEY_FORMS}')
          && (!(env.name.matches('(?i)${ANYWHERE}') || env.name.matches('(?i)${AT_END}'))
            || env.name.matches('(?i)[_.-]?${ABOUT}') || env.name.matches('(?i)${NO_SECRET}')
            || env.name.matches('(?i)${AMOUNT}')))`,
      field: ['value'],
      seen: ({ container, element }) =>
        `${containerText(container)} has the value of ${shown(textAt(element, 'name'))} written out, expected valueFrom.secretKeyRef`,
    },
  ],
};
