/** Every rival with its name, as tables print it. */
import { argo } from './argo.ts';
import type { Rival } from './arm-cells.ts';
import { flagger } from './flagger.ts';
import { kayenta } from './kayenta.ts';
import { literal } from './literal.ts';
import { peeked } from './peeked.ts';

export const rivals = { literal, argo, flagger, kayenta, peeked } satisfies Record<string, Rival>;

export type RivalName = keyof typeof rivals;
export type RuleName = 'R' | 'P' | RivalName;

export const rivalNames: readonly RivalName[] = ['literal', 'argo', 'flagger', 'kayenta', 'peeked'];

export const ruleTitles: Readonly<Record<RuleName, string>> = {
  R: 'R',
  P: 'P',
  literal: 'literal trigger',
  argo: 'Argo-like',
  flagger: 'Flagger-like',
  kayenta: 'Mann-Whitney',
  peeked: 'peeked z-test',
};
