import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrontendSystem } from './app-folder.ts';
import { createAppVersion, packagesOf, systems, yarnOf, yarnVersion } from './app-folder.ts';
import { runForeign } from './command.ts';

const stamp = '.shipgate-installed';

/** Makes and installs every app that is not there yet, below `folder`. Takes some minutes each, once. */
export async function installApps(folder: string, tell: (line: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const system of systems) {
    const app = join(folder, system);
    if (existsSync(join(app, stamp))) continue;
    tell(`create-app ${createAppVersion}, ${system} system (some minutes, once)`);
    rmSync(app, { recursive: true, force: true });
    await createApp(folder, system);
    adapt(app, folder, new Date());
    await runForeign([process.execPath, yarnOf(app), 'install', '--mode=skip-build'], app);
    writeFileSync(join(app, stamp), '');
  }
}

/** Runs the tool as its documentation says, without the install that we adapt first. */
async function createApp(folder: string, system: FrontendSystem): Promise<void> {
  const tools = join(folder, 'tools');
  const bin = join(tools, 'node_modules/.bin');
  if (!existsSync(join(bin, 'backstage-create-app'))) {
    mkdirSync(tools, { recursive: true });
    const packages = [`@backstage/create-app@${createAppVersion}`, `@yarnpkg/cli-dist@${yarnVersion}`];
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefix', tools];
    await runForeign(['npm', 'install', ...flags, ...packages], tools);
  }
  const flags = system === 'legacy' ? ['--legacy'] : [];
  // It asks for a Yarn on the PATH, and uses the one of its template.
  const env = { BACKSTAGE_APP_NAME: system, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  await runForeign([process.execPath, join(bin, 'backstage-create-app'), '--skip-install', ...flags], folder, env);
}

interface RootManifest {
  resolutions: Record<string, string>;
}

/** What a machine without a compiler, and a test that must give the same tomorrow, need beyond the template. */
function adapt(app: string, folder: string, now: Date): void {
  const manifest = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as RootManifest;
  // From this version on the package brings its binaries; the template's downloads or compiles them in a script.
  manifest.resolutions['better-sqlite3'] = '^13.2.0';
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(app, '.yarnrc.yml'), yarnSettings(app, folder, now));
}

function yarnSettings(app: string, folder: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(packagesOf)) / 86_400_000);
  return [
    'nodeLinker: node-modules',
    'nmMode: hardlinks-global',
    `npmMinimalAgeGate: ${days}d`,
    "npmPreapprovedPackages: ['better-sqlite3']",
    'enableScripts: false',
    'enableTelemetry: false',
    'enableImmutableInstalls: false',
    `globalFolder: ${JSON.stringify(join(folder, 'yarn'))}`,
    `yarnPath: ${JSON.stringify(yarnOf(app))}`,
    '',
  ].join('\n');
}
