import type { Release } from '@shipgate/backstage-plugin-deployments-common';
import { Tag } from '../look/Tag';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { useWords } from '../words/use-words';
import { Answer } from './Answer';
import { type GateSum, sumOf } from './newest-release';

/** Does a gate stop the newest release, and which one says what. */
export function NewestRelease({ release }: { readonly release: Release | null }) {
  const t = useWords();
  const question = t('now.gates');
  if (release === null) return <Answer question={question} answer={t('now.noRelease')} hint={t('now.noReleaseHint')} />;
  const version = <Outside text={release.version} />;
  const sum = sumOf(release);
  if (release.gates.length === 0) {
    return <Answer question={question} answer={t('now.gatesMissing', { version })} hint={t('now.gatesMissingHint')} />;
  }
  if (sum === null) {
    return <Answer question={question} answer={t('now.gatesNone', { version })} hint={t('now.gatesNoneHint')} />;
  }
  return (
    <Answer
      question={question}
      tag={
        <Tag tone={sum.look.tone} sign={sum.look.sign}>
          {t(`outcome.${sum.look.word}`)}
        </Tag>
      }
      answer={<Sentence release={release} sum={sum} />}
      hint={<MarkedText text={sum.worst.headline} />}
    />
  );
}

function Sentence({ release, sum }: { readonly release: Release; readonly sum: GateSum }) {
  const t = useWords();
  const version = <Outside text={release.version} />;
  const { count } = sum;
  if (sum.look.word === 'fail') return t('now.gatesFail', { version, count });
  if (sum.look.word === 'pass') return t('now.gatesPass', { version, passed: String(count), of: String(sum.of) });
  return t('now.gatesUnknown', { version, count });
}
