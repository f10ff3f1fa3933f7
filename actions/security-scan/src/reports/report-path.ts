/** Paths as reports write them: relative, absolute, of another machine, as URL, with the separators of Windows. */
import { posix } from 'node:path';
import type { ReportOrigin } from '../ports.ts';

/**
 * The path from the top of the checkout. An absolute path below another folder (the report was made elsewhere) is the file
 * of the checkout with which it ends. undefined: no place in the checkout is meant, or which one is not clear.
 */
export function pathFromTop(written: string, origin: Pick<ReportOrigin, 'root' | 'has'>): string | undefined {
  if (written === '' || written.includes('\0')) return undefined;
  if (origin.has(written)) return written;
  const path = plainPath(written);
  if (path === undefined) return undefined;
  if (!isAbsolute(path)) return within(path);
  const root = withSlashes(origin.root).replace(/\/$/, '');
  const normal = posix.normalize(path);
  if (normal.startsWith(`${root}/`)) return within(normal.slice(root.length + 1));
  return endingOf(normal, origin);
}

/** With `/`; undefined for a URL of anything but a file. */
function plainPath(written: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(written)?.[1]?.toLowerCase();
  if (scheme === undefined) return withSlashes(written);
  if (scheme !== 'file') return undefined;
  const rest = written.slice('file:'.length).replace(/^\/\/(?:localhost)?(?=\/)/i, '');
  const decoded = withSlashes(decodedOf(rest));
  // file:///C:/folder: the slash before the drive is the URL's.
  return decoded.replace(/^\/(?=[A-Za-z]:\/)/, '');
}

function decodedOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

function within(path: string): string | undefined {
  const normal = posix.normalize(path).replace(/\/$/, '');
  const leadsOut = normal === '.' || normal === '' || normal === '..' || normal.startsWith('../');
  return leadsOut || /^(?:\/|[A-Za-z]:)/.test(normal) ? undefined : normal;
}

function endingOf(path: string, origin: Pick<ReportOrigin, 'has'>): string | undefined {
  const parts = path.split('/').slice(1);
  for (let at = 0; at < parts.length; at += 1) {
    const ending = parts.slice(at).join('/');
    if (origin.has(ending)) return ending;
  }
  return undefined;
}
