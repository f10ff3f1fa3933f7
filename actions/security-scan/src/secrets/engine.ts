/** secretlint's engine and its recommended rules: each rule runs on the files that have one of its words, and on no other. */
import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Check, unhurried } from './deadline.ts';
import type { Found } from './found.ts';
import type { Hits } from './keywords.ts';
import { judgePassword } from './kinds/urls.ts';
import { judgeRandom } from './plausible.ts';

/** What a rule of secretlint needs, without which it finds nothing. */
interface Needs {
  readonly title: string;
  /** One of these, in this case unless `anyCase`. */
  readonly literals: readonly string[];
  readonly anyCase?: true;
  /** At the literal: says no only where the rule would. */
  readonly there?: RegExp;
}

/** `scheme://user:password@`, as wide as the rules have it. */
const CREDENTIALS = /[^:/\s]{1,256}:[^@/\s]{1,256}@/y;

const needs: Readonly<Record<string, Needs>> = {
  aws: {
    title: 'AWS secret access key',
    literals: ['secret_access_key', 'secret_accesskey', 'secretaccess_key', 'secretaccesskey'],
    anyCase: true,
  },
  gcp: { title: 'key of a Google service account', literals: ['private_key_id'] },
  npm: { title: 'token of a registry', literals: [':x-oauth-basic@', '_authToken=', 'npm_'] },
  slack: {
    title: 'Slack token or webhook',
    literals: ['xoxb-', 'xoxp-', 'xapp-', 'xoxa-', 'xoxo-', 'xoxr-', 'hooks.slack.com/services/'],
    anyCase: true,
  },
  basicauth: { title: 'password in a URL', literals: ['http://', 'https://', 'ftp://', 'ftps://'], there: CREDENTIALS },
  openai: { title: 'OpenAI API key', literals: ['T3BlbkFJ'] },
  anthropic: { title: 'Anthropic API key', literals: ['sk-ant-api0'] },
  groq: { title: 'Groq API key', literals: ['gsk_'] },
  huggingface: { title: 'Hugging Face access token', literals: ['hf_'] },
  linear: { title: 'Linear API key', literals: ['lin_api_'] },
  notion: { title: 'Notion token', literals: ['ntn_'] },
  privatekey: { title: 'private key', literals: ['-----BEGIN'] },
  sendgrid: { title: 'SendGrid API key', literals: ['SG.'] },
  shopify: { title: 'Shopify token', literals: ['shppa_', 'shpca_', 'shpat_', 'shpss_'] },
  stripe: { title: 'Stripe key', literals: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'] },
  github: { title: 'GitHub token', literals: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'] },
  gitlab: { title: 'GitLab access token', literals: ['glpat-'] },
  grafana: { title: 'Grafana token', literals: ['glc_', 'glsa_'] },
  '1password': { title: '1Password service account token', literals: ['ops_ey'] },
  'database-connection-string': {
    title: 'password in the URL of a database',
    literals: ['mongodb://', 'mongodb+srv://', 'mysql://', 'mysqlx://', 'postgres://', 'postgresql://'],
    anyCase: true,
    there: CREDENTIALS,
  },
  'hashicorp-vault': { title: 'HashiCorp Vault token', literals: ['hvs.', 'hvb.', 'hvr.'] },
  vercel: { title: 'Vercel token', literals: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'] },
  databricks: { title: 'Databricks token', literals: ['dapi'] },
  docker: { title: 'Docker access token', literals: ['dckr_pat_'] },
  figma: { title: 'Figma token', literals: ['figd_'] },
  cloudflare: { title: 'Cloudflare token', literals: ['cfk_', 'cfut_', 'cfat_'] },
  tailscale: { title: 'Tailscale key', literals: ['tskey-'] },
};

/** Comments that switch rules off are `inline.ts`'s, for all rules alike; here they never count. */
const COMMENTS = 'filter-comments';
const URL_PARTS = /:\/\/([^:/\s]*):([^@/\s]+)@([^:/\s?]*)/;
const NAME = /^@secretlint\/secretlint-rule-/;
const RANK = 5000;
/** Signs. */
const LARGE = 1_000_000;

type Rule = (typeof rules)[number];

/** Names of secretlint's rules without the part that is the same in all. A rule that is new to us is in `always`. */
export const engineRules: readonly string[] = rules.map((rule) => nameOf(rule)).filter((name) => name !== COMMENTS);

function nameOf(rule: Rule): string {
  return rule.meta.id.replace(NAME, '');
}

export class Engine {
  readonly literals: readonly string[];
  private readonly byWord = new Map<
    string,
    { readonly rule: Rule; readonly literal: string; readonly needs: Needs }[]
  >();
  /** Of a newer secretlint: what it looks for is not known here, so it looks at every file. */
  private readonly always: readonly Rule[];

  constructor() {
    const active = rules.filter((rule) => nameOf(rule) !== COMMENTS);
    for (const rule of active) {
      const need = needs[nameOf(rule)];
      for (const literal of need?.literals ?? []) {
        const word = literal.toLowerCase();
        this.byWord.set(word, [
          ...(this.byWord.get(word) ?? []),
          { rule, literal, needs: need ?? { title: '', literals: [] } },
        ]);
      }
    }
    this.always = active.filter((rule) => !Object.hasOwn(needs, nameOf(rule)));
    this.literals = [...this.byWord.keys()];
  }

  /** The rules that can find something in this text. */
  admitted(text: string, hits: Hits, words: readonly string[]): Rule[] {
    const chosen = new Set<Rule>(this.always);
    for (let at = 0; at < hits.length; at += 2) {
      const end = hits[at + 1] ?? 0;
      for (const { rule, literal, needs: need } of this.byWord.get(words[hits[at] ?? 0] ?? '') ?? []) {
        if (!chosen.has(rule) && admits(need, literal, text, end)) chosen.add(rule);
      }
    }
    return [...chosen];
  }

  /** `path` is absolute: a rule may read the file itself (PKCS #12). */
  async lint(path: string, text: string, chosen: readonly Rule[], check: Check = unhurried): Promise<Found[]> {
    // In a large text each rule by itself, so that there is a time between two of them.
    const runs = text.length < LARGE ? [chosen] : chosen.map((rule) => [rule]);
    const found: Found[] = [];
    for (const run of runs) {
      check();
      for (const message of await this.messages(path, text, run)) found.push(...foundOf(message, text));
    }
    return found;
  }

  /** As secretlint gives them, examples and all. */
  async messages(path: string, text: string, chosen: readonly Rule[]): Promise<readonly Message[]> {
    if (chosen.length === 0) return [];
    const result = await lintSource({
      source: { filePath: path, content: text, contentType: 'text', ext: /\.[^./\\]*$/.exec(path)?.[0] ?? '' },
      options: {
        config: { rules: chosen.map((rule) => ({ id: rule.meta.id, rule, options: {} })) },
        noPhysicFilePath: true,
      },
    });
    return result.messages;
  }

  /** Every rule, as they run without a search for words before. */
  get all(): Rule[] {
    return rules.filter((rule) => nameOf(rule) !== COMMENTS);
  }

  /** The rule for Google's keys in PKCS #12, which are binary. */
  get containers(): Rule[] {
    return rules.filter((rule) => nameOf(rule) === 'gcp');
  }
}

export function ruleId(name: string): string {
  return `secretlint/${name}`;
}

function admits({ anyCase, there }: Needs, literal: string, text: string, end: number): boolean {
  if (!anyCase && !text.startsWith(literal, end - literal.length)) return false;
  if (there === undefined) return true;
  there.lastIndex = end;
  return there.test(text);
}

type Message = Awaited<ReturnType<typeof lintSource>>['messages'][number];

/** secretlint's ranges begin at the match and are as long as the value; the value itself is in the data of the message. */
function foundOf(message: Message, text: string): Found[] {
  if (message.type !== 'message') return [];
  const [from, to] = message.range;
  const name = message.ruleId.replace(NAME, '');
  const data: unknown = message.data;
  const values = typeof data === 'object' && data !== null ? Object.values(data) : [];
  const value = values.find(
    (each): each is string => typeof each === 'string' && text.startsWith(each, text.indexOf(each, from)),
  );
  const whole = name === 'gcp' || value === undefined;
  const start = whole ? from : text.indexOf(value, from);
  const end = whole ? to : start + value.length;
  if (isExample(name, text.slice(start, end))) return [];
  return [
    {
      rule: ruleId(name),
      title: needs[name]?.title ?? `secret that secretlint's rule ${name} knows`,
      severity: 'high',
      ...(message.docsUrl === undefined ? {} : { page: message.docsUrl }),
      start,
      end,
      match: { start: Math.min(from, start), end: Math.max(to, end) },
      values: valuesOf(name, text.slice(start, end)),
      rank: RANK,
    },
  ];
}

function valuesOf(name: string, value: string): string[] {
  if (name === 'gcp') return [];
  const password = URL_PARTS.exec(value)?.[2];
  return password === undefined
    ? value.split(/\s+|\\n/).filter((line) => line.length >= 6 && !line.startsWith('-----'))
    : [password];
}

/** secretlint knows fewer examples than we do. */
function isExample(name: string, value: string): boolean {
  const [, user, password, host] = URL_PARTS.exec(value) ?? [];
  if (password !== undefined) return judgePassword(user ?? '', password, host ?? '') === 'placeholder';
  if (name === 'gcp' || name === 'privatekey') return false;
  // `xapp-1-A` is enough for its pattern, and the beginning of a template.
  if (value.length < 20) return true;
  return judgeRandom(value, value.search(/[_.-]/) + 1) === 'placeholder';
}
