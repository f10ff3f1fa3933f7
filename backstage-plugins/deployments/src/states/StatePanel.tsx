import { Box } from '@backstage/ui';
import { useId } from 'react';
import { Icon, type Sign } from '../look/icons';
import type { Tone } from '../look/tone';
import styles from './StatePanel.module.css';

/** What stands in the place of the whole tab when it can not be shown: what is so, why, and what to do. */
export function StatePanel({ sign, tone, title, isAlert = false, children }: StatePanelProps) {
  const id = useId();
  return (
    <Box as="section" bg="neutral" className={styles.panel} aria-labelledby={id} role={isAlert ? 'alert' : undefined}>
      <span className={styles.sign} data-tone={tone}>
        <Icon sign={sign} />
      </span>
      <div className={styles.body}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </Box>
  );
}

export interface StatePanelProps {
  readonly sign: Sign;
  readonly tone: Tone;
  readonly title: React.ReactNode;
  /** Spoken at once by a screen reader. */
  readonly isAlert?: boolean;
  readonly children: React.ReactNode;
}

/** Buttons and links below a state. */
export function Acts({ children }: { readonly children: React.ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}
