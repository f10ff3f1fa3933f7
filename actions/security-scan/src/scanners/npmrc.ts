/** What of a trusted .npmrc says where packages come from and how to get there. All else could leave something out. */
import { textOf } from '../reports/json.ts';

const names =
  /^(?:(?:@[^:\s]+:)?registry|\/\/\S+|proxy|https?-proxy|noproxy|ca|ca\[\]|cafile|cert|key|strict-ssl|fetch-timeout|maxsockets)$/;

/** The lines that count, as they are written. `omit`, `offline`, `audit`, `workspace` and the like do not. */
export function registryLines(npmrc: Uint8Array): string {
  const kept: string[] = [];
  for (const line of textOf(npmrc).split(/\r?\n/)) {
    // Behind a section's head every name is another one.
    if (/^\s*\[/.test(line)) break;
    const name = /^\s*([^=;#\s][^=]*?)\s*=/.exec(line)?.[1];
    if (name !== undefined && names.test(name)) kept.push(line.trim());
  }
  return kept.map((line) => `${line}\n`).join('');
}

/** Whether npm installs no peers in this folder, so that a lock has none. */
export function leavesPeersOut(npmrc: Uint8Array): boolean {
  return /^[ \t]*legacy-peer-deps[ \t]*=[ \t]*["']?true["']?[ \t]*\r?$/m.test(textOf(npmrc));
}
