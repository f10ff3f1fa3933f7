import { Box, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words';
import styles from './Loading.module.css';

/** Milliseconds until the skeleton: what comes sooner needs none, and a flash of it would only disturb. */
const DELAY = 300;

/** Shapes of the size of what is to come, so that nothing jumps. */
export function Loading() {
  const t = useWords();
  const isLate = useDelay(DELAY);
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {isLate && (
        <div className={styles.regions} data-testid="skeleton" aria-hidden="true">
          <Box bg="neutral" className={styles.strip}>
            {[0, 1, 2].map((each) => (
              <Lines key={each} widths={['40%', '75%', '60%']} />
            ))}
          </Box>
          <Box bg="neutral" className={styles.strip}>
            {[0, 1, 2].map((each) => (
              <Lines key={each} widths={['30%', '60%', '80%', '50%', '50%']} />
            ))}
          </Box>
        </div>
      )}
    </div>
  );
}

function Lines({ widths }: { readonly widths: readonly string[] }) {
  return (
    <div className={styles.lines}>
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <Skeleton key={index} className={styles.shape} width={width} height={index === 1 ? 20 : 12} />
      ))}
    </div>
  );
}

function useDelay(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}
