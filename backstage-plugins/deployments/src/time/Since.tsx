import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { useWords } from '../words/use-words';
import { describeMoment } from './moment';
import styles from './Since.module.css';
import { sayLength } from './say-length';
import { useNow } from './use-now';

/** "since 09:52, 28 min"; the exact time on hover and on focus. */
export function Since({ iso }: { readonly iso: string }) {
  const t = useWords();
  const text = describeMoment(iso, useNow(), t('locale'));
  if (text === null) return null;
  const { at, ago, exact } = text;
  const words = ago === null ? t('moment.sinceNow', { at }) : t('moment.since', { at, ago: sayLength(ago, t) });
  return (
    <Exact exact={exact} iso={iso}>
      {words}
    </Exact>
  );
}

/** "Thu 16:40"; the exact time on hover and on focus. */
export function At({ iso }: { readonly iso: string }) {
  const text = describeMoment(iso, useNow(), useWords()('locale'));
  return text === null ? null : (
    <Exact exact={text.exact} iso={iso}>
      {text.at}
    </Exact>
  );
}

/** A button, since only what takes the focus can show its tooltip to those who do not hover. */
export function Exact({
  exact,
  iso,
  children,
}: {
  readonly exact: string;
  readonly iso?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <TooltipTrigger delay={200}>
      <Focusable>
        <button type="button" className={styles.exact}>
          {iso === undefined ? children : <time dateTime={iso}>{children}</time>}
        </button>
      </Focusable>
      <Tooltip>{exact}</Tooltip>
    </TooltipTrigger>
  );
}
