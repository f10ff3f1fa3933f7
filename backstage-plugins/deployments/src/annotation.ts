import { ANNOTATION_SOURCE_LOCATION, type Entity } from '@backstage/catalog-model';

/** Names the entity's repository as owner/name. The same annotation that Backstage's other GitHub plugins read. */
export const PROJECT_SLUG = 'github.com/project-slug';

/** Does the entity name a repository? For `if=` in the legacy system; the tab itself says what to add when it does not. */
export function isDeploymentsAvailable(entity: Entity): boolean {
  return slugOf(entity) !== null;
}

/** owner/name as the entity says, null when it says none. */
export function slugOf(entity: Entity): string | null {
  const slug = entity.metadata.annotations?.[PROJECT_SLUG]?.trim();
  return slug === undefined || slug === '' ? null : slug;
}

/** owner/name, guessed from where the catalog read the entity; null when that tells nothing. */
export function guessSlug(entity: Entity): string | null {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  const match = /^url:https?:\/\/[^/]+\/([\w.-]+)\/([\w.-]+)(?:\/|$)/.exec(location ?? '');
  return match === null ? null : `${match[1]}/${match[2]?.replace(/\.git$/, '')}`;
}
