import { Component, type ReactNode } from 'react';
import { useWords } from '../words/use-words';
import styles from './RegionBoundary.module.css';

interface Props {
  readonly region: string;
  readonly children: ReactNode;
}

/** Shows what went wrong in the place of the region that broke; the others stay. React has no hook for it. */
export class RegionBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  /* New data may be such that the region can show it. */
  override componentDidUpdate(before: Props) {
    if (this.state.error !== null && before.children !== this.props.children) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Broken region={this.props.region} cause={error.message} />;
  }
}

function Broken({ region, cause }: { readonly region: string; readonly cause: string }) {
  const t = useWords();
  return (
    <p role="alert" className={styles.broken}>
      <strong>{t('failure.region', { region })}</strong> {t('failure.regionText', { cause })}
    </p>
  );
}
