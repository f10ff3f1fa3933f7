import type { LinkedRepository, ReasonSummary } from '@shipgate/backstage-plugin-deployments-common';
import { httpUrl } from './http-url';

type Location = NonNullable<ReasonSummary['location']>;

/** The commit's page on GitHub; null when the repository's URL is none that a link may have. */
export function commitUrl(repository: LinkedRepository, commit: string): string | null {
  const base = baseUrl(repository);
  return base === null ? null : `${base}/commit/${encodeURIComponent(commit)}`;
}

/** The line of the file as it was at the commit. `plain=1` is what makes GitHub count lines in Markdown. */
export function fileUrl(repository: LinkedRepository, commit: string, location: Location): string | null {
  const base = baseUrl(repository);
  // A browser would follow the dots out of the repository.
  if (base === null || location.file.split('/').some((name) => /^\.{0,2}$/.test(name))) return null;
  const path = location.file.split('/').map(encodeURIComponent).join('/');
  const plain = /\.(?:md|markdown)$/i.test(location.file) ? '?plain=1' : '';
  const line = location.line === undefined ? '' : `#L${location.line}`;
  return `${base}/blob/${encodeURIComponent(commit)}/${path}${plain}${line}`;
}

/** As people read it: file, and line where there is one. */
export function placeText(location: Location): string {
  return location.line === undefined ? location.file : `${location.file}:${location.line}`;
}

function baseUrl(repository: LinkedRepository): string | null {
  return httpUrl(repository.url)?.replace(/\/+$/, '') ?? null;
}
