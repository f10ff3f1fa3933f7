/** Passwords in URLs: of databases, brokers and everything else. */
import { isPrinted } from '../plausible.ts';
import type { SecretKind, Verdict } from './kind.ts';

const DATABASES = String.raw`postgres(?:ql)?|mysqlx?|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|oracle|clickhouse|cockroachdb|nats|neo4j(?:\+s)?|bolt|ldaps?|influxdb|couchdb`;
/** The user may be empty (Redis); nothing of a URL stands unescaped in either. */
const USER = String.raw`[^\s:@/'"\x60<>\\]{0,128}`;
const PASSWORD = String.raw`[^\s@/'"\x60<>\\]{1,256}`;
const HOST = String.raw`@(?<host>\[[0-9a-f:.]{2,45}\]|[A-Za-z0-9_.$\{\}%-]{1,255})`;

/** Signs of a password that opens anything. */
const LEAST = 6;

/** Of no secret: what documentation, tests and compose files have, alone or with digits and signs at the end. */
const COMMON =
  /^(?:my|your|the|db|user|some|test|super|super_?secret)?[_-]?(?:p|pw|pwd|pass|passw(?:or)?d|passwd|passphrase|secret|secure|user(?:name)?|root|admin|administrator|postgres|mysql|mongo(?:db)?|redis|guest|test(?:ing|er)?|demo|foo|bar|baz|qux|example|changeme|change_me|hunter2|letmein|qwerty|token|api_?key|key|auth|login|dev|development|local|docker|default|welcome|abc|sa|rabbit(?:mq)?|dummy|fake|xxx+|credentials?|hidden|redacted|masked|placeholder|here|p[@4a]ssw[o0]rd|p%40ssw[o0]rd)(?:[_-]?(?:here|word|123|1234|12345|\d{1,4}|[!@#$%]{1,3}))*$/i;

/** What a program puts a password in the place of, closed on both sides; and what people write for one that they hide. */
const CLOSED = String.raw`\$\{(?:[^{}]|\{[^{}]*\})*\}|#\{[^{}]*\}|%\{[^{}]*\}|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[^{}]*\}|\$\([^()]*\)|%\([^()]*\)[a-z]|<[^<>]*>|\[[^[\]]*\]|\([^()]*\)|\*{3,}|\.{3,}|…`;
/** Of a variable: in one case, or letters with a number behind them. Signs that chance mixes are none. */
const NAME = String.raw`[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*|[A-Za-z_]+\d*`;
/** Of a real password these may be a part by chance. */
const OPEN = String.raw`\$(?:${NAME})(?!\w)|\$\d+(?!\w)|%(?:${NAME})%|%(?:\d+\$)?[-+#0]?\d*(?:\.\d+)?[a-zA-Z@](?![0-9A-Za-z])`;
const closed = new RegExp(CLOSED, 'g');
const open = new RegExp(OPEN, 'g');
/** As languages write a variable without a sign of their own around it. */
const variable = new RegExp(`^:[a-z_]+$|^(?:process\\.env\\.|(?:ENV|env|os\\.environ)[.[(]+)(?:${NAME})[\\])]*$`);

/** Placeholders alone; a sign of a regular expression may stand behind its group. */
function isWhole(password: string): boolean {
  if (variable.test(password)) return true;
  const left = password.replace(closed, '\0').replace(open, '\0');
  return left.includes('\0') && !/[^\0_.:+*?-]/.test(left);
}

/** Without the escapes of a URL. */
function meant(password: string): string {
  return password.replace(/%[0-9a-f]{2}/gi, '.');
}

/** Whether it stands for a password: all of it, or all but what is too short for one, or a word of examples. */
function isPlaceholder(password: string): boolean {
  if (isWhole(password)) return true;
  const rest = password.replace(closed, '');
  if (meant(rest).length < LEAST) return true;
  const bare = (text: string) => text.replace(/^[$%:#[({]+|[\])}]+$/g, '');
  return [rest, rest.replace(open, '')].some((text) => bare(text) === '' || COMMON.test(bare(text)));
}

const NOWHERE =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host|hostname|server|domain|some-?host|my-?host|ip|url|proxy|(?:.+\.)?(?:example|test|invalid|localhost|local)(?:\.(?:com|org|net))?|(?:.+\.)?(?:foo|bar|mydomain|yourdomain|domain|site|host)\.(?:com|org|net|tld)|x+|[a-z])$/i;

export function judgePassword(user: string, password: string, host: string): Verdict {
  if (COMMON.test(password) || NOWHERE.test(host) || isPlaceholder(password)) return 'placeholder';
  // Both together: of a test that is written in a template.
  if (/[${}]/.test(host) && /passw|secret|user/i.test(password)) return 'placeholder';
  if (password === user || password === host || /^(.)\1*$/.test(password) || isPrinted(password)) return 'placeholder';
  if (meant(password).length < LEAST) return 'placeholder';
  // One word is a password all the same, but rather one of an example.
  return /^[a-z]+$|^[A-Z]+$|^\d+$/.test(password) && password.length < 16 ? 'misfit' : 'secret';
}

function check(password: string, { groups }: RegExpExecArray): Verdict {
  return judgePassword(groups?.['user'] ?? '', password, groups?.['host'] ?? '');
}

export const urls: readonly SecretKind[] = [
  {
    id: 'database-url',
    title: 'password in the URL of a database',
    severity: 'critical',
    page: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    revoke: 'Change the password of the user that the URL names',
    literals: ['://'],
    before: 16,
    anyCase: true,
    pattern: `(?<![A-Za-z0-9+.-])(?:jdbc:)?(?:${DATABASES})(?:\\+[a-z0-9]{2,12})?://(?<user>${USER}):(?<secret>${PASSWORD})${HOST}`,
    check,
    anyText: true,
  },
  {
    id: 'basic-auth-url',
    title: 'password in a URL',
    severity: 'high',
    page: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    revoke: 'Change the password of the user that the URL names',
    literals: ['://'],
    before: 16,
    anyCase: true,
    pattern: `(?<![A-Za-z0-9+.-])(?:https?|ftps?|sftp|ssh|git(?:\\+https?)?|smtps?|imaps?|socks5h?|wss?)://(?<user>${USER}):(?<secret>${PASSWORD})${HOST}`,
    check,
    anyText: true,
  },
];
