import type { LinkedRepository, ScannerSummary, SecuritySummary } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { useWords, type Words } from '../words/use-words';
import styles from './Gates.module.css';
import { Suppressed } from './Suppressed';
import { scannerLook } from './scanner-look';

interface SecurityProps {
  readonly security: SecuritySummary;
  /** The commit that was scanned. */
  readonly commit: string;
  readonly repository: LinkedRepository;
}

/** Of a security-scan: how much was found, which scanners did not answer, and what is let through. What blocks is among the reasons. */
export function Security({ security, commit, repository }: SecurityProps) {
  return (
    <>
      <Counts counts={security.counts} />
      <Scanners scanners={security.scanners} />
      <Suppressed security={security} commit={commit} repository={repository} />
    </>
  );
}

const severities = ['critical', 'high', 'medium', 'low'] as const;
const states = ['new', 'known', 'suppressed'] as const;

function Counts({ counts }: Pick<SecuritySummary, 'counts'>) {
  const t = useWords();
  return (
    <dl className={styles.facts} aria-label={t('security.counts')}>
      {states.map((state) => (
        <Count key={state} name={t(`security.${state}`)} text={textOf(counts[state], t)} />
      ))}
    </dl>
  );
}

function Count({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

function textOf(count: SecuritySummary['counts']['new'], t: Words): string {
  const there = severities.filter((severity) => count[severity] > 0);
  if (there.length === 0) return t('security.none');
  return there.map((severity) => `${count[severity]} ${t(`severity.${severity}`)}`).join(' · ');
}

/* Quiet is plain: who answered is one click away, who did not is seen at once. */
function Scanners({ scanners }: Pick<SecuritySummary, 'scanners'>) {
  const t = useWords();
  const answered = scanners.filter(isAnswer);
  const silent = scanners.filter((scanner) => !isAnswer(scanner));
  if (scanners.length === 0) return <p className={styles.quiet}>{t('security.noScanner')}</p>;
  const counted = { answered: String(answered.length), of: String(scanners.length) };
  return (
    <>
      {silent.length > 0 && <ScannerList scanners={silent} name={t('security.silent')} />}
      <Disclosure summary={t('security.answered', counted)}>
        <ScannerList scanners={answered} name={t('security.scanners')} />
      </Disclosure>
    </>
  );
}

function isAnswer(scanner: ScannerSummary): boolean {
  return ['clean', 'found'].includes(scannerLook(scanner).word);
}

function ScannerList({ scanners, name }: Pick<SecuritySummary, 'scanners'> & { readonly name: string }) {
  return (
    <ul className={styles.proofs} aria-label={name}>
      {scanners.map((scanner, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reports may be of one tool, and their order is the verdict's
        <Scanner key={index} scanner={scanner} />
      ))}
    </ul>
  );
}

function Scanner({ scanner }: { readonly scanner: ScannerSummary }) {
  const t = useWords();
  const { name, version, findings, reason, seen, required } = scanner;
  const look = scannerLook(scanner);
  const hasAnswered = isAnswer(scanner);
  return (
    <li>
      <span className={styles.proofName}>
        <Outside text={name} />
      </span>{' '}
      <span className={styles.proofWord} data-tone={look.tone}>
        {look.sign !== null && <Icon sign={look.sign} />}{' '}
        {look.word === 'found' ? t('security.found', { count: findings ?? 0 }) : t(`security.${look.word}`)}
      </span>
      <span className={styles.quiet}>
        {version !== null && (
          <>
            {' · '}
            <Outside text={version} />
          </>
        )}
        {hasAnswered && seen !== null && (
          <>
            {' · '}
            <Outside text={seen} />
          </>
        )}
        {!hasAnswered && ` · ${required ? t('gates.required') : t('gates.notRequired')}`}
      </span>
      {!hasAnswered && reason !== null && (
        <div>
          <MarkedText text={reason} />
        </div>
      )}
    </li>
  );
}
