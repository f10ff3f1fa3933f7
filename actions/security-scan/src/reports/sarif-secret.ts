/** Whether a result is about a secret, and which texts of it hold the value. */
import { at, textAt, textsAt } from './sarif-fields.ts';
import type { RuleOf } from './sarif-rules.ts';

const TOOLS =
  /gitleaks|trufflehog|detect-secrets|secretlint|ggshield|gitguardian|noseyparker|kingfisher|whispers|talisman|git-secrets|secret[ -]?scan/i;
/** Hard-coded credentials, password, cryptographic key; credentials in a configuration file; secrets in source code. */
const WEAKNESSES: ReadonlySet<string> = new Set(['CWE-798', 'CWE-259', 'CWE-321', 'CWE-260', 'CWE-540']);
const HARD_CODED =
  /hard[-_ ]?coded[-_ ]?(?:\w+[-_ ]){0,2}(?:secret|password|passwd|passphrase|credential|token|key|jwt)|(?:^|[^a-z])(?:leaked|exposed|detected)[-_ ](?:\w+[-_ ]){0,3}(?:secret|password|credential|token|key)/i;

/** `aws-access-key`, `private_key`; and `AWS access key id detected`. */
const KEY_NAME =
  /(?:^|[./_-])(?:api|access|private|secret|aws|ssh|signing|encryption)[-_]?(?:access[-_]?)?(?:key|token)(?:[-_]?id)?s?(?:$|[./_-])/i;
const KEY_SEEN =
  /(?:key|token|secret|password|credential)s?(?: id)? (?:was |were |is |are )?(?:detected|found|leaked|exposed|committed)/i;

/** Too often rather than too seldom: of a secret less is told, so that its value is in no text. */
export function isSecret(run: unknown, { id = '', rule }: RuleOf, weaknesses: readonly string[]): boolean {
  const driver = at(run, 'tool', 'driver');
  if ([textAt(driver, 'name'), textAt(driver, 'fullName')].some((name) => name !== undefined && TOOLS.test(name)))
    return true;
  if (weaknesses.some((each) => WEAKNESSES.has(each))) return true;
  if (/^CKV\d*_SECRET/.test(id) || /(?:^|[./_-])secrets?(?:[./_-]|$)/i.test(id)) return true;
  const name = textAt(rule, 'name') ?? '';
  if (/^secrets?$/i.test(name)) return true;
  if (textsAt(rule, 'properties', 'tags').some((tag) => /^(?:secrets?|credentials?|passwords?)$/i.test(tag)))
    return true;
  const texts = [id, name, (textAt(rule, 'shortDescription', 'text') ?? '').slice(0, 500)];
  return KEY_NAME.test(id) || texts.some((text) => HARD_CODED.test(text) || KEY_SEEN.test(text));
}

/** Longer than any key; a snippet that is longer still is no line of code. */
const LONGEST = 10_000;

/**
 * Values that a snippet may hold. Some tools give the value alone, others the line around it, whose other words would be
 * masked everywhere: of such a line, what stands in quotes, else what something is set to, else all of it.
 */
export function valuesIn(snippet: string): readonly string[] {
  const text = snippet.slice(0, LONGEST).trim();
  if (text === '') return [];
  if (text.includes('-----BEGIN')) return [text];
  const quoted = Array.from(text.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n]){4,2000})\1/g), ([, , value = '']) => value);
  const mixed = text
    .split(/[\s"'`,;()[\]{}<>]+/)
    .filter((word) => word.length >= 12 && /\d/.test(word) && /[a-z]/i.test(word));
  const set = quoted.length > 0 ? [] : Array.from(text.matchAll(/[:=]\s*(\S.*)$/gm), ([, value = '']) => value.trim());
  const values = [...quoted, ...set, ...mixed];
  return values.length === 0 || !/\s/.test(text) ? [...new Set([...values, text])] : [...new Set(values)];
}
