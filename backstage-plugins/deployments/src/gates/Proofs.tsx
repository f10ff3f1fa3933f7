import type { GateResult } from '@shipgate/backstage-plugin-deployments-common';
import { Disclosure } from '../look/Disclosure';
import { Icon } from '../look/icons';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { useWords, type Words } from '../words/use-words';
import styles from './Gates.module.css';
import { outcomeLook } from './outcomes';

/** What was proven, what was not, and which of it the policy requires. */
export function Proofs({ proofs }: { readonly proofs: GateResult['proofs'] }) {
  const t = useWords();
  if (proofs.length === 0) return null;
  return (
    <Disclosure summary={t('gates.proofs', { summary: summaryOf(proofs, t) })}>
      <ul className={styles.proofs}>
        {proofs.map((proof) => (
          <ProofLine key={proof.name} proof={proof} />
        ))}
      </ul>
    </Disclosure>
  );
}

function ProofLine({ proof }: { readonly proof: GateResult['proofs'][number] }) {
  const t = useWords();
  const look = outcomeLook(proof.outcome);
  return (
    <li>
      <span className={styles.proofName}>
        <Outside text={proof.name} />
      </span>{' '}
      <span className={styles.proofWord} data-tone={proof.required || look.word !== 'notProven' ? look.tone : 'rest'}>
        <Icon sign={look.sign} /> {t(`outcome.${look.word}`)}
      </span>{' '}
      <span className={styles.quiet}>· {proof.required ? t('gates.required') : t('gates.notRequired')}</span>
      <div>
        <MarkedText text={proof.seen} />
      </div>
    </li>
  );
}

/* "3 pass, 1 not proven": what is worst is not hidden behind the fold. */
function summaryOf(proofs: GateResult['proofs'], t: Words): string {
  const count = (word: string) => proofs.filter(({ outcome }) => outcomeLook(outcome).word === word).length;
  const failed = count('fail');
  const passed = count('pass');
  const open = proofs.length - failed - passed;
  return [
    failed > 0 ? t('gates.proofsFail', { number: String(failed) }) : null,
    passed > 0 ? t('gates.proofsPass', { number: String(passed) }) : null,
    open > 0 ? t('gates.proofsNotProven', { number: String(open) }) : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
