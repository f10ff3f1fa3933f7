import { workflowPattern } from '../oidc/workflow-pattern';
import type { ConfigFault } from './faults';
import { Section } from './section';
import type { OidcSettings } from './settings';
import { DEFAULT_DISPLAY_EVENTS, DEFAULT_GATING_EVENTS, NEVER_EVENTS, PULL_REQUEST_EVENTS } from './settings';

const KEYS = ['issuer', 'audience', 'owners', 'repositories', 'workflows', 'gatingEvents', 'displayEvents'];

/** Reads `oidc` of one host. What is wrong goes to `faults`. */
export function readOidc(
  value: unknown,
  path: string,
  host: string,
  faults: ConfigFault[],
  isProduction: boolean,
): OidcSettings {
  const section = new Section(value, path, faults, KEYS);
  const numbers = (key: string) => numbersOf(section, key);
  return {
    issuer: issuerOf(section, host, isProduction),
    audience: audienceOf(section),
    owners: numbers('owners'),
    repositories: section.has('repositories') ? numbers('repositories') : null,
    workflows: workflowsOf(section),
    gatingEvents: eventsOf(section, 'gatingEvents', DEFAULT_GATING_EVENTS, [...NEVER_EVENTS, ...PULL_REQUEST_EVENTS]),
    displayEvents: eventsOf(section, 'displayEvents', DEFAULT_DISPLAY_EVENTS, NEVER_EVENTS),
  };
}

/** https://docs.github.com/enterprise-server/actions/concepts/security/openid-connect names the issuer of a server. */
function defaultIssuer(host: string): string {
  return host === 'github.com' ? 'https://token.actions.githubusercontent.com' : `https://${host}/_services/token`;
}

function issuerOf(section: Section, host: string, isProduction: boolean): string {
  const text = section.text('issuer', 'a URL', defaultIssuer(host)) ?? '';
  if (text === '') return text;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url?.protocol === 'http:';
  const isLoopback = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || isPlain) || url.search !== '' || url.hash !== '') {
    section.fault('issuer', 'an https URL', text, 'take the issuer as GitHub names it');
  } else if (isPlain && (!isLoopback || isProduction)) {
    const expected = isProduction ? 'https, because NODE_ENV is production' : 'https; plain http only on loopback';
    section.fault('issuer', expected, text, 'use the https address');
  }
  return text.replace(/\/+$/, '');
}

function audienceOf(section: Section): string {
  const audience = section.text('audience', 'the audience that your workflows ask for, such as shipgate') ?? '';
  if (audience === 'backstage') {
    const expected = 'an audience that is used for verdicts alone';
    section.fault('audience', expected, audience, 'choose another one: tokens for backstage open other plugins');
  }
  return audience;
}

function numbersOf(section: Section, key: string): readonly string[] {
  const numbers = section.texts(key, "a list of GitHub's numbers, such as ['1001']");
  const wrong = numbers.filter((number) => !/^[1-9][0-9]*$/.test(number));
  if (wrong.length > 0) {
    section.fault(
      key,
      "GitHub's numbers",
      wrong.join(', '),
      'names can change hands; gh api repos/OWNER/NAME has both ids',
    );
  }
  return numbers;
}

function workflowsOf(section: Section): readonly string[] {
  const what = "patterns such as 'acme/*/.github/workflows/release.yml@refs/heads/main'";
  const patterns = section.texts('workflows', what);
  for (const pattern of patterns.filter((one) => workflowPattern(one) === null)) {
    section.fault(
      'workflows',
      what,
      pattern,
      'write OWNER/NAME/.github/workflows/FILE@refs/…; * stands within one part',
    );
  }
  return patterns;
}

function eventsOf(section: Section, key: string, otherwise: readonly string[], never: readonly string[]) {
  if (Array.isArray(section.raw(key)) && (section.raw(key) as unknown[]).length === 0) return [];
  const events = section.texts(key, 'a list of events', otherwise);
  for (const event of events.filter((one) => never.includes(one))) {
    section.fault(
      key,
      `events other than ${never.join(', ')}`,
      event,
      'remove it: such a run can be steered from outside',
    );
  }
  return events;
}
