import type { RawFinding, ReportContent } from '../finding.ts';
import type { ScanContext, Scanned, Tree } from '../ports.ts';
import { manifestsScanner } from './manifests.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
/** A scanner of its own day. */
export const scanner = manifestsScanner({ version: '1.0.0', now: () => NOW });
export const CONTAINER = ['spec', 'template', 'spec', 'containers', 0];

export function treeOf(files: Readonly<Record<string, string | Buffer>>): Tree {
  const read = (path: string) => Promise.resolve(Buffer.from(files[path] ?? ''));
  return { root: '/nowhere', files: Object.keys(files).toSorted(), read };
}

export function contextOf(changes: Partial<ScanContext> = {}): ScanContext {
  const trusted = { read: () => Promise.resolve(undefined) };
  const signal = new AbortController().signal;
  return { trusted, timeoutMs: 60_000, signal, env: {}, inline: false, scratch: '/nowhere', ...changes };
}

export const scan = (
  files: Readonly<Record<string, string | Buffer>>,
  changes?: Partial<ScanContext>,
): Promise<Scanned> => scanner.scan(treeOf(files), contextOf(changes));
export const detect = (files: Readonly<Record<string, string>>) => scanner.detect(treeOf(files), contextOf());

export async function contentOf(text: string, changes?: Partial<ScanContext>): Promise<ReportContent> {
  const scanned = await scan({ 'k8s/order.yaml': text }, changes);
  if ('trouble' in scanned) throw new Error(scanned.trouble.got);
  return scanned;
}

export const rulesOf = (findings: readonly RawFinding[]) => findings.map(({ rule }) => rule);
