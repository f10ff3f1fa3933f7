import type { ChecklistSummary } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { At } from '../time/Since';
import { useWords } from '../words/use-words';
import styles from './Gates.module.css';
import { signatureLook } from './signature-look';

/** Of a checklist: what was let through, who has signed, and how far each phase is. */
export function Checklist({ checklist }: { readonly checklist: ChecklistSummary }) {
  const { signatures, phases, override } = checklist;
  return (
    <>
      {override !== null && <LetThrough override={override} />}
      {signatures.length > 0 && <Signatures signatures={signatures} />}
      {phases.length > 0 && <Phases phases={phases} />}
    </>
  );
}

function LetThrough({ override }: { readonly override: NonNullable<ChecklistSummary['override']> }) {
  const t = useWords();
  return (
    <p className={styles.proofWord} data-tone="caution">
      <Icon sign="triangle" />{' '}
      {t('checklist.letThrough', {
        people: <Outside text={override.people.join(', ')} />,
        until: <At iso={override.expires} />,
        reason: <MarkedText text={override.reason} />,
      })}
    </p>
  );
}

function Signatures({ signatures }: Pick<ChecklistSummary, 'signatures'>) {
  const t = useWords();
  return (
    <ul className={styles.proofs} aria-label={t('checklist.signatures')}>
      {signatures.map(({ role, label, state, login }) => {
        const look = signatureLook(state);
        return (
          <li key={role}>
            <span className={styles.proofName}>
              <Outside text={label} />
            </span>{' '}
            <span className={styles.proofWord} data-tone={look.tone}>
              <Icon sign={look.sign} /> {t(`signature.${look.word}`)}
            </span>
            {login !== null && (
              <span className={styles.quiet}>
                {' · '}
                <Outside text={`@${login}`} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/* A phase that this verdict was not about is listed, and not counted. */
function Phases({ phases }: Pick<ChecklistSummary, 'phases'>) {
  const t = useWords();
  const gating = phases.filter(({ gates }) => gates);
  const complete = gating.filter(({ done, items }) => done === items).length;
  return (
    <Disclosure summary={t('checklist.phases', { complete: String(complete), of: String(gating.length) })}>
      <ul className={styles.proofs}>
        {phases.map((phase, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have phases of one name, and their order is the verdict's
          <Phase key={index} phase={phase} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Phase({ phase }: { readonly phase: ChecklistSummary['phases'][number] }) {
  const t = useWords();
  const { title, items, done, claimed, open, unknown, gates } = phase;
  const parts = [
    t('checklist.done', { done: String(done), items: String(items) }),
    claimed > 0 ? t('checklist.claimed', { number: String(claimed) }) : null,
    open > 0 ? t('checklist.open', { number: String(open) }) : null,
    unknown > 0 ? t('checklist.unknown', { number: String(unknown) }) : null,
    gates ? null : t('checklist.gatesNothing'),
  ].filter((part) => part !== null);
  return (
    <li>
      <span className={styles.proofName}>{title === '' ? t('checklist.untitled') : <Outside text={title} />}</span>{' '}
      <span className={styles.quiet}>{parts.join(' · ')}</span>
    </li>
  );
}
