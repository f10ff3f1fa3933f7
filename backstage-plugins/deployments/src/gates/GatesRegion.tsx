import type { LinkedRepository, Release } from '@shipgate/backstage-plugin-deployments-common';
import { useState } from 'react';
import { Nothing, Region } from '../look/Region';
import { useWords } from '../words/use-words';
import { COLUMNS, columnsOf, rowsOf } from './columns';
import { GatesTable } from './GatesTable';
import { Pager } from './Pager';

/** What stops each release: a row per gate, a column per release, three at a time. */
export function GatesRegion({ releases, repository }: GatesRegionProps) {
  const t = useWords();
  const [first, setFirst] = useState<string | null>(null);
  const columns = columnsOf(releases, first);
  const gates = rowsOf(releases);
  if (gates.length === 0) {
    return (
      <Region title={t('gates.title')}>
        <Nothing title={t('gates.empty')} hint={t('gates.emptyHint')} />
      </Region>
    );
  }
  const move = (by: number) => {
    const at = Math.max(0, columns.newer + by);
    setFirst(at === 0 ? null : (releases[at]?.commit ?? null));
  };
  return (
    <Region
      title={t('gates.title')}
      hint={t('gates.hint')}
      aside={<Pager columns={columns} onNewer={() => move(-COLUMNS)} onOlder={() => move(COLUMNS)} />}
    >
      <GatesTable gates={gates} releases={columns.shown} repository={repository} />
    </Region>
  );
}

export interface GatesRegionProps {
  /** The newest first. */
  readonly releases: readonly Release[];
  readonly repository: LinkedRepository;
}
