import type { EntityDeployments, LinkedRepository } from '@shipgate/backstage-plugin-deployments-common';
import { pollPeriod } from '../feed/cadence';
import type { LiveDeployments } from '../feed/use-deployments';
import { visible } from '../text/visible';
import { clockText, describeMoment, isSameDay } from '../time/moment';
import { Exact } from '../time/Since';
import { saySeconds } from '../time/say-length';
import { useNow } from '../time/use-now';
import { useWords, type Words } from '../words/use-words';
import styles from './DeploymentsTab.module.css';

interface LiveMarkProps {
  readonly data: EntityDeployments;
  readonly repository: LinkedRepository;
  readonly live: LiveDeployments;
}

/** How fresh it is: "Live · data as of 10:20:04 UTC". */
export function LiveMark({ data, repository, live }: LiveMarkProps) {
  const t = useWords();
  return (
    <span className={styles.live}>
      <span className={styles.dot} data-live={(live.error === null && live.isPushed) || undefined} aria-hidden="true" />
      {manner(live, t)}
      {data.asOf !== null && <AsOf asOf={data.asOf} repository={repository} checkedAt={live.checkedAt} />}
    </span>
  );
}

function manner({ error, isPushed }: LiveDeployments, t: Words): string {
  if (error !== null) return t('live.stopped');
  if (isPushed) return t('live.pushed');
  return t('live.polled', { period: saySeconds(pollPeriod(false), t) });
}

function AsOf({
  asOf,
  repository,
  checkedAt,
}: {
  readonly asOf: string;
  readonly repository: LinkedRepository;
  readonly checkedAt: number | null;
}) {
  const t = useWords();
  const now = useNow();
  const locale = t('locale');
  const moment = describeMoment(asOf, now, locale);
  if (moment === null) return null;
  const time = isSameDay(Date.parse(asOf), now) ? clockText(Date.parse(asOf), locale) : moment.exact;
  const asked = checkedAt === null ? '' : clockText(checkedAt, locale);
  return (
    <>
      {' · '}
      <Exact exact={`${moment.exact}. ${t('live.asOfHint', { repository: visible(repository.slug), time: asked })}`}>
        {t('live.asOf', { time })}
      </Exact>
    </>
  );
}
