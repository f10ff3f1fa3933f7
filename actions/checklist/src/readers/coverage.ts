/** What all reports of coverage have in common. */
import { counted } from '../evidence/shown.ts';
import type { Finding, Measure } from './measure.ts';
import { FINDINGS_KEPT } from './measure.ts';

/** Covered of all. */
export interface Covered {
  readonly covered: number;
  readonly all: number;
}

const WORDS = {
  lines: [
    'coverage',
    'line coverage',
    'code coverage',
    'test coverage',
    'покрытие',
    'покрытие кода',
    'покрытие тестами',
    'покрытия',
    'покрытие кода тестами',
    'тестовое покрытие',
    'lines',
  ],
  branches: ['branch coverage', 'branches', 'покрытие ветвей', 'покрытие веток'],
} as const;

/** Of lines it is what people call coverage. Nothing to cover gives no measure. */
export function coverageMeasure(of: keyof typeof WORDS, { covered, all }: Covered): Measure | undefined {
  if (!(all > 0) || covered < 0 || covered > all) return undefined;
  const share = covered / all;
  return {
    value: share,
    unit: 'share',
    shown: `${percent(share)} of ${counted(all, of === 'lines' ? 'line' : 'branch', of)}`,
    words: WORDS[of],
    better: 'higher',
  };
}

/** Whether a share that a report says agrees with its own counts: tools round it to two digits of percent, or to whole ones. */
export function agrees(said: number | undefined, { covered, all }: Covered): boolean {
  return said === undefined || all === 0 || Math.abs(said - covered / all) <= 0.0051;
}

/** The files with the most that is not covered. `located`: their paths begin at the top of the repository, or may. */
export function leastCovered(
  files: readonly (Covered & { readonly file: string })[],
  located = true,
): readonly Finding[] {
  return files
    .filter(({ covered, all }) => covered < all)
    .sort((one, two) => two.all - two.covered - (one.all - one.covered))
    .slice(0, FINDINGS_KEPT)
    .map((each) => ({ ...each, text: `${counted(each.all - each.covered, 'line')} of ${each.all} not covered` }))
    .map(({ file, text }) => (located ? { file, text } : { text: `${file}: ${text}` }));
}

function percent(share: number): string {
  return `${Math.floor(share * 10_000) / 100}\u00a0%`;
}
