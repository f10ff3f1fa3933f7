import { describe, expect, it } from 'vitest';
import { ConfigurationError } from './faults';
import { readSettings } from './read-settings';

const secret = 'a secret of 24 characters';
const workflows = ['acme/*/.github/workflows/release.yml@refs/heads/main'];
const oidc = { audience: 'shipgate', owners: ['1001'], workflows };
const host = { host: 'github.com', webhookSecret: secret, oidc };

function faultsOf(value: unknown, isProduction = false): readonly string[] {
  try {
    readSettings(value, isProduction);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ path }) => path);
  }
}
const withOidc = (changes: object) => ({ github: [{ ...host, oidc: { ...oidc, ...changes } }] });

describe('the configuration', () => {
  it('needs little and has the rest by default', () => {
    expect(readSettings({ github: [host] }, true)).toEqual({
      environments: ['development', 'ci', 'staging', 'pre-production', 'production'],
      production: ['production'],
      deliveryDays: 30,
      hosts: [
        {
          host: 'github.com',
          webhookSecrets: [secret],
          oidc: {
            issuer: 'https://token.actions.githubusercontent.com',
            audience: 'shipgate',
            owners: ['1001'],
            repositories: null,
            workflows,
            gatingEvents: ['push', 'workflow_dispatch', 'schedule'],
            displayEvents: ['pull_request', 'pull_request_review', 'merge_group'],
          },
        },
      ],
    });
  });

  it('knows the issuer of a server, takes numbers, and two secrets while one is changed', () => {
    const server = {
      host: 'GHE.acme.example',
      webhookSecrets: [secret, `${secret} old`],
      oidc: { ...oidc, owners: [1001] },
    };
    const [read] = readSettings({ github: [server] }, true).hosts;
    expect(read).toMatchObject({ host: 'ghe.acme.example', webhookSecrets: [secret, `${secret} old`] });
    expect(read?.oidc).toMatchObject({ issuer: 'https://ghe.acme.example/_services/token', owners: ['1001'] });
  });

  it('lets a host send no verdicts', () => {
    expect(readSettings({ github: [{ host: 'github.com', webhookSecret: secret }] }, true).hosts[0]?.oidc).toBe(null);
  });

  it.each([
    [undefined, ['deployments', 'deployments.github']],
    [{}, ['deployments.github']],
    [{ github: [] }, ['deployments.github']],
    [{ github: [host], enviroments: [] }, ['deployments.enviroments']],
    [{ github: [host], environments: 'production' }, ['deployments.environments']],
    [{ github: [host], deliveryDays: 0 }, ['deployments.deliveryDays']],
    [{ github: [{ ...host, host: 'https://github.com/' }] }, ['deployments.github[0].host']],
    [{ github: [{ ...host, webhookSecret: 'short' }] }, ['deployments.github[0].webhookSecret']],
    [{ github: [{ ...host, webhookSecret: '' }] }, ['deployments.github[0].webhookSecret']],
    [{ github: [{ host: 'github.com', webhookSecrets: [] }] }, ['deployments.github[0].webhookSecrets']],
    [withOidc({ audience: 'backstage' }), ['deployments.github[0].oidc.audience']],
    [withOidc({ audience: undefined }), ['deployments.github[0].oidc.audience']],
    [withOidc({ owners: ['acme'] }), ['deployments.github[0].oidc.owners']],
    [withOidc({ owners: [] }), ['deployments.github[0].oidc.owners']],
    [withOidc({ repositories: [] }), ['deployments.github[0].oidc.repositories']],
    [withOidc({ workflows: ['*'] }), ['deployments.github[0].oidc.workflows']],
    [withOidc({ gatingEvents: ['pull_request'] }), ['deployments.github[0].oidc.gatingEvents']],
    [withOidc({ gatingEvents: ['pull_request_review'] }), ['deployments.github[0].oidc.gatingEvents']],
    [withOidc({ displayEvents: ['pull_request_target'] }), ['deployments.github[0].oidc.displayEvents']],
    [withOidc({ displayEvents: [] }), []],
    [withOidc({ issuer: 'http://token.example' }), ['deployments.github[0].oidc.issuer']],
    [withOidc({ issuer: 'http://127.0.0.1:7999' }), []],
    [withOidc({ issuer: 'ftp://127.0.0.1' }), ['deployments.github[0].oidc.issuer']],
    [withOidc({ issuer: 'nonsense' }), ['deployments.github[0].oidc.issuer']],
  ])('%j has the faults %j', (value, paths) => {
    expect(faultsOf(value)).toEqual(paths);
  });

  it('lets no issuer be reached by plain http in production, not even on loopback', () => {
    expect(faultsOf(withOidc({ issuer: 'http://127.0.0.1:7999' }), true)).toEqual([
      'deployments.github[0].oidc.issuer',
    ]);
  });

  it('gives no two hosts a secret, a name or an issuer in common', () => {
    expect(faultsOf({ github: [host, host] })).toEqual([
      'deployments.github[1].host',
      'deployments.github[1].webhookSecret',
      'deployments.github[1].oidc.issuer',
    ]);
  });

  it('tells all faults at once, with what to do, and no secret', () => {
    const value = {
      github: [{ host: '', webhookSecret: 'hunter2', oidc: { audience: 'backstage', owners: ['acme'] } }],
      extra: 1,
    };
    expect(faultsOf(value)).toHaveLength(6);
    const say = () => readSettings(value, false);
    expect(say).toThrow(
      /6 faults in app-config\n[\s\S]*webhookSecret\n {2}expected: .*16 characters or more\n {2}got: a shorter text\n {2}do: /,
    );
    expect(say).not.toThrow(/hunter2/);
  });
});
