/** Which package an address in a lock of npm leads to, as far as the form of the address says it. */
import { valid } from 'semver';
import type { NpmNode, NpmNodes } from './npm-nodes.ts';

export interface Led {
  readonly name: string;
  /** undefined: the address says none. */
  readonly version: string | undefined;
}

/**
 * Of a registry's tarball, `…/NAME/-/BASE-VERSION.tgz`, also with the scope in front of BASE, and of GitHub's packages,
 * `/download/NAME/VERSION/HASH`. undefined for any other address: it says nothing that could be compared.
 */
export function ledTo(resolved: string): Led | undefined {
  const url = URL.parse(resolved);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const path = decoded(url.pathname);
  const github = /\/download\/(@[^/]+\/[^/]+)\/([^/]+)\/[0-9a-f]{32,}$/i.exec(path);
  if (github?.[1] !== undefined && url.hostname === 'npm.pkg.github.com')
    return { name: github[1], version: github[2] };
  const [, name, file] = /\/((?:@[^/]+\/)?[^/@][^/]*)\/-\/(?:@[^/]+\/)?([^/]+)\.(?:tgz|tar\.gz)$/.exec(path) ?? [];
  if (name === undefined || file === undefined) return undefined;
  const base = name.slice(name.indexOf('/') + 1);
  const version = file.startsWith(`${base}-`) ? file.slice(base.length + 1) : '';
  return { name, version: valid(version, true) === null ? undefined : version };
}

/** Packages whose address leads to another package or version than the lock says: npm asks about one and installs the other. */
export function misledIn(nodes: NpmNodes): readonly { readonly node: NpmNode; readonly led: Led }[] {
  return [...nodes.values()].flatMap((node) => {
    if (node.link !== undefined || node.resolved === undefined || !/(?:^|\/)node_modules\//.test(node.node)) return [];
    const led = ledTo(node.resolved);
    return led === undefined || (led.name === node.name && isSame(led.version, node.version)) ? [] : [{ node, led }];
  });
}

/** Without the part behind a plus sign, which registries leave out. */
function isSame(one: string | undefined, two: string | undefined): boolean {
  return one === undefined || two === undefined || one === two || valid(one, true) === valid(two, true);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
