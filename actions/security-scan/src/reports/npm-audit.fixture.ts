/** Samples of npm's reports, the lock that they are of, and readers that look at both. */
import { readFileSync } from 'node:fs';
import { isTrouble, type ReportContent } from '../finding.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { lockOf } from '../lockfile/slow-search.fixture.ts';
import type { ReportOrigin } from '../ports.ts';
import { readNpmAudit } from './npm-audit.ts';

export const npmSample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
export const lockSample = (name: string) =>
  readFileSync(new URL(`../lockfile/samples/${name}`, import.meta.url), 'utf8');
export const shopLock = lockOf('package-lock.json', lockSample('shop.package-lock.json'));
export const answers = ['npm-audit-11.json', 'npm-audit-6.json', 'npm-audit-pnpm-10.json'];
export const refusals = ['npm-audit-11-405.json', 'npm-audit-11-no-lock.json', 'npm-audit-11-page.json'];

export function originWith(locks: readonly Lockfile[], more: Partial<ReportOrigin> = {}): ReportOrigin {
  return {
    file: 'audit.json',
    root: '/work/orders',
    has: (path) => locks.some((lock) => lock.path === path),
    locks,
    ...more,
  };
}

export function read(report: Buffer | string | object, origin: ReportOrigin = originWith([shopLock])) {
  const isBytes = Buffer.isBuffer(report);
  return readNpmAudit(
    isBytes ? report : Buffer.from(typeof report === 'string' ? report : JSON.stringify(report)),
    origin,
  );
}

export function content(report: Buffer | string | object, origin?: ReportOrigin): ReportContent {
  const found = read(report, origin);
  if (isTrouble(found)) throw new Error(found.trouble.got);
  return found;
}
