import { Button } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words';
import type { Columns } from './columns';
import styles from './Gates.module.css';

interface PagerProps {
  readonly columns: Columns;
  readonly onNewer: () => void;
  readonly onOlder: () => void;
}

/** Which releases are shown, and the way to the others. A button that has nothing to lead to is not there. */
export function Pager({ columns, onNewer, onOlder }: PagerProps) {
  const t = useWords();
  const { shown, newer, older } = columns;
  const group = useFocusKept(newer);
  if (newer === 0 && older === 0) return null;
  const [first, last, of] = [newer + 1, newer + shown.length, newer + shown.length + older].map(String);
  return (
    <div className={styles.pager} ref={group}>
      <span role="status">{t('gates.shown', { first: first ?? '', last: last ?? '', of: of ?? '' })}</span>
      {newer > 0 && (
        <Button size="small" variant="tertiary" className={styles.small} onPress={onNewer}>
          {t('gates.newer', { count: newer })}
        </Button>
      )}
      {older > 0 && (
        <Button size="small" variant="tertiary" className={styles.small} onPress={onOlder}>
          {t('gates.older', { count: older })}
        </Button>
      )}
    </div>
  );
}

/* The button that was pressed may go, since there is nothing further; the other one then takes the focus. */
function useFocusKept(at: number) {
  const group = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    const hasMoved = before.current !== at;
    before.current = at;
    if (hasMoved && document.activeElement === document.body) group.current?.querySelector('button')?.focus();
  }, [at]);
  return group;
}
