import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';

/** The annotation that GitHub's plugins for Backstage read too. */
export const SLUG_ANNOTATION = 'github.com/project-slug';

export interface NamedRepository {
  readonly host: string;
  /** owner/name. */
  readonly slug: string;
}

/**
 * The repository that an entity names, or null. Its host is that of `backstage.io/source-location`, which must be one of
 * `hosts`; an entity without one (such as of a file) means the first host.
 */
export function repositoryOf(entity: Entity, hosts: readonly string[]): NamedRepository | null {
  const slug = entity.metadata.annotations?.[SLUG_ANNOTATION]?.trim();
  if (slug === undefined || !/^[\w.-]+\/[\w.-]+$/.test(slug)) return null;
  const source = sourceHost(entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION]);
  const host = source ?? hosts[0];
  return host === undefined || !hosts.includes(host) ? null : { host, slug };
}

function sourceHost(location: string | undefined): string | null {
  const url = location?.startsWith('url:') ? location.slice('url:'.length) : null;
  return url !== null && URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}
