import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ownerId, repository, repositoryId, workflowRefs } from '../demo/service.ts';
import { root } from '../steps.ts';
import { portalEnvironment, refusal } from './settings.ts';

const settings = { root, port: 7010, data: '/d', webhookSecret: 's', oidcIssuer: 'http://127.0.0.1:1' };

describe('the environment of the portal', () => {
  it('has a value for every variable that its configuration names', () => {
    const text = readFileSync(join(root, 'backstage-plugins/app-config.yaml'), 'utf8');
    const names = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(4);
    expect(Object.keys(portalEnvironment(settings, {}))).toEqual(expect.arrayContaining(names));
  });

  it('takes over nothing that could change the configuration', () => {
    const from = {
      PATH: '/bin',
      APP_CONFIG_backend_listen_host: '0.0.0.0',
      NODE_OPTIONS: '--inspect',
      NODE_ENV: 'test',
    };
    const names = Object.keys(portalEnvironment(settings, from));
    expect(names.filter((name) => !name.startsWith('SHIPGATE_'))).toEqual(['PATH']);
  });
});

describe('the configuration of the portal', () => {
  const config = parse(readFileSync(join(root, 'backstage-plugins/app-config.yaml'), 'utf8')) as {
    backend: { listen: { host: string }; csp: Record<string, unknown> };
    deployments: { github: { oidc: object }[] };
  };

  it('listens to this machine alone, and lets the page talk to nobody else', () => {
    expect(config.backend.listen.host).toBe('127.0.0.1');
    expect(config.backend.csp['connect-src']).toEqual(["'self'"]);
  });

  it('believes the workflows of the example service and no others', () => {
    expect(config.deployments.github.map(({ oidc }) => oidc)).toEqual([
      {
        issuer: '${SHIPGATE_PORTAL_OIDC_ISSUER}',
        audience: 'shipgate',
        owners: [String(ownerId)],
        repositories: [String(repositoryId)],
        workflows: [workflowRefs.push, workflowRefs.scan, workflowRefs.rollout],
      },
    ]);
  });

  it('names a repository that the catalog has', () => {
    const catalog = readFileSync(join(root, 'examples/order-service/catalog-info.yaml'), 'utf8');
    expect(catalog).toContain(`github.com/project-slug: ${repository.slug}\n`);
  });
});

describe('the portal', () => {
  it('is refused in production, with what to do', () => {
    expect(refusal({ NODE_ENV: 'production' })).toContain('do: unset NODE_ENV');
    expect(refusal({})).toBeNull();
  });
});
