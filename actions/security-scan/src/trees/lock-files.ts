/** Lock files of ecosystems that no scanner of ours reads: without a report nobody has looked at what they install. Pure. */

/** As each ecosystem calls its own. Those of npm and Python have scanners; yarn, pnpm and bun are told by npm-audit. */
const NAMES: ReadonlySet<string> = new Set([
  ...['go.sum', 'Cargo.lock', 'Gemfile.lock', 'gems.locked', 'composer.lock', 'mix.lock', 'pubspec.lock'],
  ...['gradle.lockfile', 'packages.lock.json', 'Package.resolved', 'Podfile.lock', 'conan.lock', 'pom.xml'],
]);

/** From the top, sorted; what lies in folders of installed packages is not the repository's own. */
export function unreadLocks(files: readonly string[]): readonly string[] {
  const isOwn = (path: string) => !/(?:^|\/)(?:node_modules|vendor|third_party)\//.test(path);
  return files.filter((path) => NAMES.has(path.slice(path.lastIndexOf('/') + 1)) && isOwn(path));
}
