import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import { addTarballs, addToSources, documented, writeSettings } from './edits.ts';

const tab = '@shipgate/backstage-plugin-deployments';
const entityPage = 'packages/app/src/components/catalog/EntityPage.tsx';
const backend = 'packages/backend/src/index.ts';

let app = '';
const read = (path: string) => readFileSync(join(app, path), 'utf8');
const manifest = (folder: string) => JSON.parse(read(join(folder, 'package.json'))) as unknown;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'shipgate-app-'));
  const files = {
    'package.json': '{"resolutions":{"react":"^18"}}',
    'packages/app/package.json': '{"dependencies":{}}',
    'packages/backend/package.json': '{"dependencies":{}}',
    [backend]: 'const backend = createBackend();\nbackend.start();\n',
    [entityPage]:
      '<EntityLayout.Route path="/ci-cd" title="CI/CD">\n<EntityLayout.Route path="/ci-cd" title="CI/CD">\n',
    'a/shipgate-schemas-0.1.0.tgz': 'one',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), text);
  }
});
afterEach(() => rmSync(app, { recursive: true, force: true }));

describe('a foreign app', () => {
  it('gets what the READMEs tell people to write', () => {
    const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
    const readme = (name: string) => flat(readFileSync(join(root, 'backstage-plugins', name, 'README.md'), 'utf8'));
    expect(readme('deployments-backend')).toContain(documented.backend);
    expect(readme('deployments')).toContain(documented.legacyImport);
    expect(readme('deployments')).toContain(flat(documented.legacyRoute));
  });

  it('of the new system finds the plugin by itself, and one of the legacy system has a route on every entity page', () => {
    addToSources(app, 'new');
    expect(read(backend)).toBe(`const backend = createBackend();\n${documented.backend}\n\nbackend.start();\n`);
    expect(read(entityPage)).not.toContain(tab);
    addToSources(app, 'legacy');
    expect(read(entityPage).split(documented.legacyRoute)).toHaveLength(3);
    expect(read(entityPage).split(documented.legacyImport)).toHaveLength(2);
  });

  it('gets the same when it is edited again, with other tarballs', () => {
    const add = () => {
      addTarballs(app, new Map([['@shipgate/schemas', join(app, 'a/shipgate-schemas-0.1.0.tgz')]]));
      addToSources(app, 'legacy');
      return [manifest('.'), manifest('packages/app'), manifest('packages/backend'), read(backend), read(entityPage)];
    };
    const first = add();
    expect(first.slice(0, 3)).toEqual([
      { resolutions: { react: '^18', '@shipgate/schemas': 'file:./tarballs/shipgate-schemas-0.1.0.tgz' } },
      { dependencies: { [tab]: '*' } },
      { dependencies: { [`${tab}-backend`]: '*' } },
    ]);
    cpSync(join(app, backend), join(app, 'a/shipgate-schemas-0.1.0.tgz'));
    expect(add()).toEqual(first);
    expect(read('tarballs/shipgate-schemas-0.1.0.tgz')).toBe(read(backend));
  });

  it('that create-app makes otherwise is told, not left without the plugin', () => {
    writeFileSync(join(app, backend), 'createBackend().start();\n');
    expect(() => addToSources(app, 'new')).toThrow('expected: the place where the plugin is added');
  });

  it('is configured by a file of its own', () => {
    const file = writeSettings(app, { port: 7007, webhookSecret: 'a secret', catalog: '/c.yaml' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      backend: { baseUrl: 'http://127.0.0.1:7007', listen: { host: '127.0.0.1', port: 7007 } },
      deployments: { github: [{ host: 'github.com', webhookSecret: 'a secret' }] },
    });
  });
});
