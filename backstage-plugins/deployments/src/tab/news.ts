import type { EntityDeployments, GateResult } from '@shipgate/backstage-plugin-deployments-common';
import { comingLook, type StateLook } from '../environments/states';
import { type OutcomeLook, outcomeLook } from '../gates/outcomes';
import { visible } from '../text/visible';
import { weightText } from '../text/weight-text';
import type { Words } from '../words/use-words';

/** A change of state that is worth saying. */
export type News =
  | { readonly kind: 'deployed'; readonly version: string; readonly environment: string }
  | { readonly kind: 'coming'; readonly version: string; readonly environment: string; readonly look: StateLook }
  | { readonly kind: 'weight'; readonly version: string; readonly environment: string; readonly weight: number }
  | { readonly kind: 'verdict'; readonly version: string; readonly gate: string; readonly look: OutcomeLook }
  | { readonly kind: 'stale' | 'fresh' };

export interface Shown {
  readonly data: EntityDeployments;
  readonly isStale: boolean;
}

/** What changed from one moment to the next, in the order of the page. */
export function newsBetween(before: Shown, after: Shown): readonly News[] {
  const freshness: News[] = before.isStale === after.isStale ? [] : [{ kind: after.isStale ? 'stale' : 'fresh' }];
  if (before.data === after.data) return freshness;
  return [...freshness, ...ofEnvironments(before.data, after.data), ...ofGates(before.data, after.data)];
}

function ofEnvironments(before: EntityDeployments, after: EntityDeployments): readonly News[] {
  const old = new Map(before.environments.map((environment) => [environment.name, environment]));
  return after.environments.flatMap(({ name, current, latest }) => {
    const was = old.get(name);
    const news: News[] = [];
    if (current !== null && current.id !== was?.current?.id) {
      news.push({ kind: 'deployed', version: current.version, environment: name });
    }
    const look = latest === null ? null : comingLook(latest.state);
    const isNew = latest?.id !== was?.latest?.id || latest?.state !== was?.latest?.state;
    if (latest !== null && look !== null && isNew) {
      news.push({ kind: 'coming', version: latest.version, environment: name, look });
    }
    const weight = latest?.weight ?? null;
    if (latest !== null && weight !== null && latest.id === was?.latest?.id && weight !== was.latest.weight) {
      news.push({ kind: 'weight', version: latest.version, environment: name, weight });
    }
    return news;
  });
}

function ofGates(before: EntityDeployments, after: EntityDeployments): readonly News[] {
  const known = new Set(before.releases.flatMap((release) => release.gates.map(({ id }) => id)));
  return after.releases.flatMap((release) =>
    release.gates
      .filter(({ id }) => !known.has(id))
      .map(
        ({ gate, outcome }: GateResult): News => ({
          kind: 'verdict',
          version: release.version,
          gate,
          look: outcomeLook(outcome),
        }),
      ),
  );
}

/** The news as a sentence. */
export function sayNews(news: News, t: Words): string {
  switch (news.kind) {
    case 'deployed':
      return t('spoken.deployed', { version: visible(news.version), environment: visible(news.environment) });
    case 'coming':
      return `${visible(news.environment)}: ${visible(news.version)} ${t(`state.${news.look.word}`)}`;
    case 'weight':
      return t('spoken.weight', {
        version: visible(news.version),
        environment: visible(news.environment),
        weight: weightText(news.weight, t('locale')),
      });
    case 'verdict':
      return t('spoken.verdict', {
        gate: visible(news.gate),
        version: visible(news.version),
        outcome: t(`outcome.${news.look.word}`),
      });
    default:
      return t(`spoken.${news.kind}`);
  }
}
