import { useWords } from '../words/use-words';
import styles from './StatePanel.module.css';

/** Where it stands how the repository, the gates and the portal are set up: the package, since only the portal's people know its registry. */
export function Guide() {
  const t = useWords();
  return <p>{t('guide', { package: <code className={styles.code}>@shipgate/backstage-plugin-deployments</code> })}</p>;
}
