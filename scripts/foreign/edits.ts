import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrontendSystem } from './app-folder.ts';

const tab = '@shipgate/backstage-plugin-deployments';

/** What the README of each package tells people to add. A test ties the two. */
export const documented = {
  backend: `backend.add(import('${tab}-backend'));`,
  legacyImport: `import { EntityDeploymentsContent } from '${tab}';`,
  legacyRoute: `<EntityLayout.Route path="/deployments" title="Deployments">
      <EntityDeploymentsContent />
    </EntityLayout.Route>`,
} as const;

/** Changes a file of the app. The first version of it is kept beside it, and every later run starts from that. */
function edit(file: string, change: (text: string) => string): void {
  const original = `${file}.original`;
  if (!existsSync(original)) copyFileSync(file, original);
  const before = readFileSync(original, 'utf8');
  const after = change(before);
  if (after === before)
    throw new Error(`${file}: expected: the place where the plugin is added; got: a file without it`);
  writeFileSync(file, after);
}

type Manifest = Record<'dependencies' | 'resolutions', Record<string, string>>;

function editManifest(folder: string, change: (manifest: Manifest) => void): void {
  edit(join(folder, 'package.json'), (text) => {
    const manifest = JSON.parse(text) as Manifest;
    change(manifest);
    return `${JSON.stringify(manifest, null, 2)}\n`;
  });
}

/** Makes the app ask for our tarballs, each under its package's name. */
export function addTarballs(app: string, tarballs: ReadonlyMap<string, string>): void {
  rmSync(join(app, 'tarballs'), { recursive: true, force: true });
  mkdirSync(join(app, 'tarballs'));
  editManifest(app, ({ resolutions }) => {
    for (const [name, file] of tarballs) {
      copyFileSync(file, join(app, 'tarballs', basename(file)));
      resolutions[name] = `file:./tarballs/${basename(file)}`;
    }
  });
  // Whatever version the tarball has: the resolution says which.
  const range = '*';
  editManifest(join(app, 'packages/app'), ({ dependencies }) => void Object.assign(dependencies, { [tab]: range }));
  editManifest(
    join(app, 'packages/backend'),
    ({ dependencies }) => void Object.assign(dependencies, { [`${tab}-backend`]: range }),
  );
}

/** Does to the app's sources what the documentation says. The new frontend system finds the plugin by itself. */
export function addToSources(app: string, system: FrontendSystem): void {
  edit(join(app, 'packages/backend/src/index.ts'), (text) =>
    text.replace('backend.start();', `${documented.backend}\n\nbackend.start();`),
  );
  if (system === 'new') return;
  edit(join(app, 'packages/app/src/components/catalog/EntityPage.tsx'), (text) => {
    const before = '<EntityLayout.Route path="/ci-cd"';
    return `${documented.legacyImport}\n${text.replaceAll(before, `${documented.legacyRoute}\n\n    ${before}`)}`;
  });
}

export interface AppSettings {
  readonly port: number;
  readonly webhookSecret: string;
  /** File with the entities that the catalog shows. */
  readonly catalog: string;
}

/** Writes the configuration that goes on top of the app's own, and returns its path. JSON is YAML. */
export function writeSettings(app: string, { port, webhookSecret, catalog }: AppSettings): string {
  const baseUrl = `http://127.0.0.1:${port}`;
  const settings = {
    app: { baseUrl },
    backend: { baseUrl, listen: { host: '127.0.0.1', port }, csp: { 'upgrade-insecure-requests': false } },
    auth: { providers: { guest: { dangerouslyAllowOutsideDevelopment: true } } },
    catalog: { locations: [{ type: 'file', target: catalog, rules: [{ allow: ['Component', 'Group'] }] }] },
    deployments: { github: [{ host: 'github.com', webhookSecret }] },
  };
  const file = join(app, 'app-config.shipgate.yaml');
  writeFileSync(file, JSON.stringify(settings, null, 2));
  return file;
}
