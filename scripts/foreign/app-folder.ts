// Where the foreign Backstage apps stand: outside the tree, one for each frontend system, kept between runs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The frontend systems, as create-app makes an app of each. */
export const systems = ['new', 'legacy'] as const;
export type FrontendSystem = (typeof systems)[number];

/** What the apps are made with. A new version gets a new folder. */
export const createAppVersion = '0.9.2';
export const yarnVersion = '4.18.1';

/**
 * The day whose packages a fresh app gets, a week after create-app was released. Without a lock file an app gets what was
 * published since, which need not work together: on 2026-11-17 came a signals-backend in the template's range that
 * wants a backend-defaults outside of it. create-app takes a lock file from GitHub for that; this does without GitHub.
 */
export const packagesOf = '2026-09-25';

/** Name of the folder below the tools' cache. */
export const folderName = `backstage-apps-${createAppVersion}-${packagesOf}`;

/** The Yarn that create-app put into an app: the file, to be run by Node. */
export function yarnOf(app: string): string {
  const releases = join(app, '.yarn/releases');
  const [file] = readdirSync(releases).filter((name) => name.endsWith('.cjs'));
  if (file === undefined) throw new Error(`expected: Yarn in ${releases}; got: none`);
  return join(releases, file);
}
