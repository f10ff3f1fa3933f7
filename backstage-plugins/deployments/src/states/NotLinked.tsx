import { ANNOTATION_EDIT_URL, type Entity } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { guessSlug, PROJECT_SLUG, slugOf } from '../annotation';
import { httpUrl } from '../text/http-url';
import { Outside } from '../text/Outside';
import { visible } from '../text/visible';
import { useWords } from '../words/use-words';
import { Guide } from './Guide';
import { Acts, StatePanel } from './StatePanel';
import styles from './StatePanel.module.css';

/** The entity names no repository, or one that the backend knows no host for. */
export function NotLinked({ entity }: { readonly entity: Entity }) {
  const t = useWords();
  const slug = slugOf(entity);
  const editUrl = httpUrl(entity.metadata.annotations?.[ANNOTATION_EDIT_URL]);
  const title =
    slug === null
      ? t('notLinked.title', { entity: <Outside text={nameOf(entity)} /> })
      : t('notLinked.unknownHost', { slug: <Outside text={slug} /> });
  return (
    <StatePanel sign="ship" tone="motion" title={title}>
      {slug === null ? (
        <>
          <p>{t('notLinked.text')}</p>
          <Snippet name={entity.metadata.name} slug={guessSlug(entity) ?? 'owner/repository'} />
        </>
      ) : (
        <p>{t('notLinked.unknownHostText', { annotation: <code className={styles.code}>{PROJECT_SLUG}</code> })}</p>
      )}
      <Guide />
      {editUrl !== null && (
        <Acts>
          <ButtonLink href={editUrl} target="_blank" rel="noopener noreferrer" size="small" variant="primary">
            {t('notLinked.edit')}
          </ButtonLink>
        </Acts>
      )}
    </StatePanel>
  );
}

/* The lines as they stand in the file; the marked one is new. */
function Snippet({ name, slug }: { readonly name: string; readonly slug: string }) {
  return (
    <pre className={styles.snippet}>
      <code>
        {`metadata:\n  name: ${visible(name)}\n  annotations:\n`}
        <mark>{`    ${PROJECT_SLUG}: ${visible(slug)}`}</mark>
      </code>
    </pre>
  );
}

function nameOf(entity: Entity): string {
  return entity.metadata.title ?? entity.metadata.name;
}
