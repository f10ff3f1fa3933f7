import type { CurrentDeployment, EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { runningLook } from '../environments/states';
import { Tag } from '../look/Tag';
import { Outside } from '../text/Outside';
import { SinceBy } from '../time/SinceBy';
import { useWords } from '../words/use-words';
import { Answer } from './Answer';

/** Which version is in production, since when, by whom. */
export function InProduction({ environments }: { readonly environments: readonly EnvironmentState[] }) {
  const t = useWords();
  const question = t('now.production');
  const production = environments.filter(({ isProduction }) => isProduction);
  const first = production[0];
  if (first === undefined) {
    return <Answer question={question} answer={t('now.noProduction')} hint={t('now.noProductionHint')} />;
  }
  const running = production.flatMap(({ current }) => (current === null ? [] : [current]));
  const newest = newestOf(running);
  if (newest === undefined) {
    const hint = t('now.nothingInProductionHint', { environment: <Outside text={first.name} /> });
    return <Answer question={question} answer={t('now.nothingInProduction')} hint={hint} />;
  }
  return (
    <Answer
      question={question}
      tag={<Worst running={running} />}
      answer={<Versions running={running} />}
      hint={<SinceBy deployment={newest} />}
    />
  );
}

/* Several production environments, such as one per region, may run several versions. */
function Versions({ running }: { readonly running: readonly CurrentDeployment[] }) {
  const versions = [...new Set(running.map(({ version }) => version))];
  return versions.map((version, index) => (
    <span key={version}>
      {index > 0 && ' + '}
      <Outside text={version} />
    </span>
  ));
}

/* Quiet is plain: healthy is not said here, only what differs from it. */
function Worst({ running }: { readonly running: readonly CurrentDeployment[] }) {
  const t = useWords();
  const look = running.map(({ state }) => runningLook(state)).find(({ word }) => word !== 'healthy');
  if (look === undefined) return null;
  return (
    <Tag tone={look.tone} sign={look.sign}>
      {t(`state.${look.word}`)}
    </Tag>
  );
}

function newestOf(running: readonly CurrentDeployment[]): CurrentDeployment | undefined {
  return [...running].sort((a, b) => Date.parse(b.since) - Date.parse(a.since))[0];
}
