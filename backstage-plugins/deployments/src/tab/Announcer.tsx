import { VisuallyHidden } from '@backstage/ui';
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words';
import { newsBetween, sayNews } from './news';

/** The tab's one live region: says changes of state, politely, and nothing else. */
export function Announcer({ data, isStale }: { readonly data: EntityDeployments; readonly isStale: boolean }) {
  const t = useWords();
  const before = useRef({ data, isStale });
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const news = newsBetween(before.current, { data, isStale });
    before.current = { data, isStale };
    if (news.length > 0) setSpoken(news.map((each) => sayNews(each, t)).join('. '));
  }, [data, isStale, t]);
  return <VisuallyHidden role="status">{spoken}</VisuallyHidden>;
}
