import type { ConfigFault } from './faults';
import { ConfigurationError, looks } from './faults';
import { readOidc } from './read-oidc';
import { Section } from './section';
import type { HostSettings, Settings } from './settings';
import { DEFAULT_DELIVERY_DAYS, DEFAULT_ENVIRONMENTS, DEFAULT_PRODUCTION } from './settings';

/** GitHub suggests a random text; fewer characters than this can be guessed. */
const SHORTEST_SECRET = 16;

/**
 * Reads `deployments` of app-config. Throws ConfigurationError with all faults at once.
 * `isProduction`: NODE_ENV is production, where a token's issuer must be reached by https.
 */
export function readSettings(value: unknown, isProduction: boolean): Settings {
  const faults: ConfigFault[] = [];
  const section = new Section(value, 'deployments', faults, ['environments', 'production', 'github', 'deliveryDays']);
  const settings: Settings = {
    environments: section.texts('environments', 'a list of names', DEFAULT_ENVIRONMENTS),
    production: section.texts('production', 'a list of names', DEFAULT_PRODUCTION),
    hosts: readHosts(section, isProduction),
    deliveryDays: section.count('deliveryDays', 'a whole number of days', DEFAULT_DELIVERY_DAYS),
  };
  faults.push(...sharedFaults(settings));
  if (faults.length > 0) throw new ConfigurationError(faults);
  return settings;
}

function readHosts(section: Section, isProduction: boolean): readonly HostSettings[] {
  const list = section.raw('github');
  if (Array.isArray(list) && list.length > 0) {
    return list.map((one: unknown, index) =>
      readHost(one, `${section.path}.github[${index}]`, section.faults, isProduction),
    );
  }
  section.fault(
    'github',
    'a list with one entry for each GitHub host',
    looks(list),
    'add an entry with host: github.com',
  );
  return [];
}

function readHost(value: unknown, path: string, faults: ConfigFault[], isProduction: boolean): HostSettings {
  const section = new Section(value, path, faults, ['host', 'webhookSecret', 'webhookSecrets', 'oidc']);
  const host = (section.text('host', 'a host such as github.com') ?? '').toLowerCase();
  if (host !== '' && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?$/.test(host)) {
    section.fault('host', 'a host such as github.com', host, 'leave out https:// and the path');
  }
  return {
    host,
    webhookSecrets: secretsOf(section),
    oidc: section.has('oidc') ? readOidc(section.raw('oidc'), `${path}.oidc`, host, faults, isProduction) : null,
  };
}

function secretsOf(section: Section): readonly string[] {
  const several = section.raw('webhookSecrets');
  const secrets: unknown[] = Array.isArray(several) ? several : [section.raw('webhookSecret') ?? several];
  const fit = secrets.filter((one): one is string => typeof one === 'string' && one.length >= SHORTEST_SECRET);
  if (secrets.length > 0 && fit.length === secrets.length) return fit;
  const short = secrets.some((one) => typeof one === 'string' && one !== '');
  section.fault(
    Array.isArray(several) ? 'webhookSecrets' : 'webhookSecret',
    `the webhook's secret, ${SHORTEST_SECRET} characters or more`,
    short ? 'a shorter text' : 'no text',
    'make one with: openssl rand -hex 32',
  );
  return fit;
}

/** What two hosts may not have in common: a delivery or a token must lead to one host. */
function sharedFaults({ hosts }: Settings): readonly ConfigFault[] {
  return hosts.flatMap((host, index) => {
    const earlier = hosts.slice(0, index);
    const path = `deployments.github[${index}]`;
    const same = (is: (other: HostSettings) => boolean, part: string, expected: string, got: string): ConfigFault[] =>
      earlier.some(is) ? [{ path: `${path}.${part}`, expected, got, do: 'give each host its own' }] : [];
    return [
      ...same((other) => host.host !== '' && other.host === host.host, 'host', 'each host once', host.host),
      ...same(
        (other) => other.webhookSecrets.some((secret) => host.webhookSecrets.includes(secret)),
        'webhookSecret',
        'a secret of this host alone',
        'the secret of another host',
      ),
      ...same(
        (other) => host.oidc !== null && host.oidc.issuer !== '' && other.oidc?.issuer === host.oidc.issuer,
        'oidc.issuer',
        'an issuer of this host alone',
        host.oidc?.issuer ?? '',
      ),
    ];
  });
}
