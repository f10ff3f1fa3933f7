import { Link } from '@backstage/ui';
import { httpUrl } from '../text/http-url';
import { visible } from '../text/visible';
import styles from './ExternalLink.module.css';

/** A link out of the portal, in a tab of its own. Without a URL that a link may have, only its words. */
export function ExternalLink({ url, label, isMono = false, children }: ExternalLinkProps) {
  const href = httpUrl(url);
  if (href === null)
    return (
      <span data-mono={isMono || undefined} className={styles.words}>
        {children}
      </span>
    );
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label === undefined ? undefined : visible(label)}
      className={styles.link}
      data-mono={isMono || undefined}
    >
      {children}
    </Link>
  );
}

export interface ExternalLinkProps {
  /** Only http and https become a link. */
  readonly url: string | null;
  /** What a screen reader says, where the words alone do not tell where the link leads. */
  readonly label?: string;
  readonly isMono?: boolean;
  readonly children: React.ReactNode;
}
