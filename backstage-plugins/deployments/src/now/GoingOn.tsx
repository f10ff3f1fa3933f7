import type { EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { Tag } from '../look/Tag';
import { MarkedText } from '../text/MarkedText';
import { Outside } from '../text/Outside';
import { SinceBy } from '../time/SinceBy';
import { useWords } from '../words/use-words';
import { Answer } from './Answer';
import { goingOn, type Happening } from './going-on';

/** The most urgent deployment that is on its way, waiting or failed, and how many more there are. */
export function GoingOn({ environments }: { readonly environments: readonly EnvironmentState[] }) {
  const t = useWords();
  const [first, ...others] = goingOn(environments);
  const question = t('now.goingOn');
  if (first === undefined) {
    return <Answer question={question} answer={t('now.nothing')} hint={t('now.nothingHint')} />;
  }
  const { look, deployment } = first;
  // GitHub's own last status says nothing: then what was said before it is the reason.
  const said = deployment.description ?? deployment.steps.at(-1)?.description ?? null;
  return (
    <Answer
      question={question}
      tag={
        <Tag tone={look.tone} sign={look.sign}>
          {t(`state.${look.word}`)}
        </Tag>
      }
      answer={<Sentence happening={first} />}
      hint={
        <>
          {said === null ? <SinceBy deployment={deployment} /> : <MarkedText text={said} />}
          {others.length > 0 && ` · ${t('now.more', { count: others.length })}`}
        </>
      }
    />
  );
}

function Sentence({ happening: { environment, deployment, look } }: { readonly happening: Happening }) {
  const t = useWords();
  const names = { version: <Outside text={deployment.version} />, environment: <Outside text={environment.name} /> };
  switch (look.word) {
    case 'failed':
      return t('now.failed', names);
    case 'waiting':
      return t('now.waiting', names);
    case 'moving':
      return t('now.moving', names);
    default:
      return t('now.unknown', { ...names, state: <Outside text={deployment.state} /> });
  }
}
