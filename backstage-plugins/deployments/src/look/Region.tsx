import { Box } from '@backstage/ui';
import { useId } from 'react';
import styles from './Region.module.css';

/** A region of the tab with its heading. */
export function Region({ title, hint, aside, children }: RegionProps) {
  const id = useId();
  return (
    <Box as="section" bg="neutral" className={styles.region} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </Box>
  );
}

export interface RegionProps {
  readonly title: string;
  /** One line beside the heading. */
  readonly hint?: string;
  /** At the far end of the heading's line. */
  readonly aside?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** In a region that has nothing to show: what is so, and what would change it. */
export function Nothing({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <p className={styles.nothing}>
      <strong>{title}</strong> {hint}
    </p>
  );
}
