import { render } from '@shipgate/kit/report/markdown';
import { describe, expect, it } from 'vitest';
import type { Facts, Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import { report } from './report.ts';
import {
  allowance,
  alone,
  facts,
  factsOfOne,
  failed,
  moodIsLeft,
  noise,
  numbered,
  policy,
  stoppedAt,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { step } from './testing/migrations.ts';
import { MISSING, NOT_RUN } from './trial/step.ts';

const [one, two] = [numbered(1), numbered(2)];
const subject = {
  path: 'migrations',
  commit: '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
  base: '4c02d1a2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
};
const place = { file: 'migrations/0_old.down.sql' };
const nothingNew: Finding = { code: 'nothing-new', folder: 'migrations', total: 2, base: 'main' };

function shown(seen: Facts, { dryRun = false, ...changes }: Partial<Policy> & { dryRun?: boolean } = {}) {
  const { headline, view } = report({
    facts: seen,
    policy: { ...policy, ...changes },
    subject,
    dryRun,
    docs: (code) => code,
  });
  const folded = (view.folded ?? []).map(({ title, body }) => ({ title: render(title), body: render(body) }));
  const tables = (view.tables ?? []).map(render).join('\n');
  return {
    headline,
    lead: render(view.lead),
    tables,
    folded,
    footer: (view.footer ?? []).map(render),
    last: view.terminal?.conclusion,
    outputs: view.outputs,
  };
}

type Changes = Parameters<typeof shown>[1];
/** What, expected text, facts, policy. */
type Case = readonly [string, string, Facts] | readonly [string, string, Facts, Changes];

const rows = (seen: Facts) => shown(seen).tables.split('\n').slice(2);

const unproven: Facts = facts([one], {
  alone: [],
  engine: null,
  found: [{ code: 'engine-failed', message: 'x', mend: 'y' }],
});
const allowed = new Map([['1_step', [allowance('drift')]]]);

describe('the headline', () => {
  it.each<Case>([
    ['clean', '1 migration goes up, comes down and goes up again', factsOfOne()],
    ['clean together', '2 migrations go up, come down and go up again', facts([one, two])],
    ['one fault', '1 fault blocks this change', factsOfOne({ afterDown: [touchIsGone] })],
    ['two faults', '2 faults block this change', factsOfOne({ afterDown: [moodIsLeft], reup: failed() })],
    [
      'faults and what is unknown',
      '1 fault blocks this change',
      facts([one, two], { together: null, alone: stoppedAt(one, [two]) }),
    ],
    ['unknown', 'not proven, so it blocks', unproven],
    [
      'not tried, and no reason why',
      'not proven, so it blocks',
      facts([one, two], { alone: [alone(one)], together: null }),
    ],
    [
      'nothing new',
      'nothing new, no migration changed',
      facts([], { found: [nothingNew], all: [one.entry], engine: null }),
    ],
    ['a dry run', 'a dry run proves nothing', facts([one], { alone: [], engine: null }), { dryRun: true }],
    [
      'a dry run with nothing to do',
      'nothing new, no migration changed',
      facts([], { found: [nothingNew], all: [one.entry], engine: null }),
      { dryRun: true },
    ],
    [
      'a way down that was edited',
      '1 migration goes up, comes down and goes up again',
      facts([], {
        all: [two.entry],
        found: [{ code: 'edited-down', migration: '2_step', place }],
        alone: [alone(two)],
      }),
    ],
    [
      'an allowed fault',
      '1 of 2 migrations goes up, comes down and goes up again, 1 is allowed not to',
      facts([one, two], {
        scope: 'all',
        together: null,
        alone: [alone(one, { afterDown: [touchIsGone] }), alone(two)],
        allowances: allowed,
      }),
    ],
    [
      'a fault that the policy does not require to be absent',
      '0 of 1 migration go up, come down and go up again',
      factsOfOne({ down: failed(), reup: NOT_RUN }),
      { required: ['hygiene'] },
    ],
  ])('is true when read alone: %s', (_, headline, seen, changes?: Changes) => {
    expect(shown(seen, changes).headline).toBe(headline);
  });
});

describe('the first paragraph', () => {
  it('says what was proven, how much was looked at, and what is not claimed', () => {
    expect(shown(facts([one, two])).lead).toBe(
      '2 new migrations ran up, down and up again. After down, all 214 schema objects are as before. Rows are not compared, and locks are not traced by this version.',
    );
    expect(shown(facts([one], { scope: 'all' })).lead).toMatch(/^1 migration ran up/);
  });

  it('does not hide noise', () => {
    expect(shown(factsOfOne({ afterDown: [noise] })).lead).toContain(
      'as before, but for noise, which is listed below.',
    );
  });

  it('says that what ran well left another schema', () => {
    const lead = '1 new migration ran up, down and up again without an error, but the schema differs afterwards.';
    expect(shown(factsOfOne({ afterDown: [touchIsGone] })).lead).toBe(lead);
    expect(shown(factsOfOne({ afterDown: [touchIsGone] }, { allowances: allowed })).lead).toBe(lead);
    expect(shown(facts([one, two], { together: together([one, two], { afterDown: [touchIsGone] }) })).lead).toMatch(
      /^2 new migrations .* differs afterwards\.$/,
    );
  });

  it('counts those that come back where others do not', () => {
    const seen = facts([one, two], {
      alone: [alone(one, { down: failed(), reup: NOT_RUN }), alone(two)],
      together: together([one, two], { down: [failed(), NOT_RUN] }),
    });
    expect(shown(seen).lead).toBe(
      '1 of 2 migrations goes up, comes down and goes up again. Every fault found is listed, the worst first.',
    );
  });

  it('does not blame migrations that are in order', () => {
    const seen = factsOfOne({}, { found: [{ code: 'edited-migration', migration: '0_old', place }] });
    expect(shown(seen).lead).toBe(
      '1 new migration ran up, down and up again, and the schema is as before. What is wrong besides is listed, the worst first.',
    );
  });

  it('says when nothing was run', () => {
    expect(shown(unproven).lead).toBe('No migration was run.');
    expect(shown(facts([], { found: [nothingNew], all: [one.entry, two.entry], engine: null })).lead).toBe(
      'All 2 migrations are as in the base; no database was needed.',
    );
    expect(shown(facts([], { found: [nothingNew], all: [one.entry], engine: null })).lead).toBe(
      'The only migration is as in the base; no database was needed.',
    );
    expect(shown(facts([one, two], { alone: [], together: null, engine: null }), { dryRun: true }).lead).toBe(
      '2 new migrations would be proven. No database was started.',
    );
  });

  it('tells old migrations whose way down was edited from new ones', () => {
    const edited: Finding = { code: 'edited-down', migration: '2_step', place };
    expect(shown(facts([one], { found: [edited], alone: [alone(one), alone(two)] })).lead).toMatch(
      /^1 new migration and 1 old migration whose way down was edited ran up/,
    );
    expect(shown(facts([], { all: [two.entry], found: [edited], alone: [alone(two)] })).lead).toMatch(
      /^1 old migration whose way down was edited ran up/,
    );
  });
});

describe('the table', () => {
  it('has a row for each migration, the bad ones in bold', () => {
    const seen = facts([one, two], {
      alone: [alone(one, { afterDown: [touchIsGone, moodIsLeft] }), alone(two)],
      together: together([one, two], { afterDown: [touchIsGone] }),
    });
    expect(rows(seen)).toEqual([
      '| **`1_step`** | ✅ | ✅ | ✅ | 2 differences | **drift** |',
      '| `2_step` | ✅ | ✅ | ✅ | same | clean |',
    ]);
  });

  it('does not call a schema the same that was not compared', () => {
    expect(rows(factsOfOne({ down: failed(), reup: NOT_RUN }))).toEqual([
      '| **`1_step`** | ✅ | ❌ | – | not known | **down-fails** |',
    ]);
    expect(rows(factsOfOne({ step: step('1_step', 'SELECT 1', null), down: MISSING, reup: NOT_RUN }))).toEqual([
      '| **`1_step`** | ✅ | ❌ | – | not known | **no-down** |',
    ]);
  });

  it('tells noise', () => {
    expect(rows(factsOfOne({ afterDown: [noise] }))).toEqual([
      '| `1_step` | ✅ | ✅ | ✅ | same, but for noise | noise |',
    ]);
  });

  it('tells what comes back with others only', () => {
    const bad = alone(one, { down: failed(), reup: NOT_RUN });
    expect(rows(facts([one, two], { alone: [bad, alone(two)] }))[0]).toBe(
      '| `1_step` | ✅ | ✅ | ✅ | same | clean, but not alone |',
    );
    const grouped = facts([one, two], {
      scope: 'all',
      together: null,
      alone: [bad, alone(two)],
      groups: new Map([['1_step', ['1_step', '2_step']]]),
    });
    expect(rows(grouped)[0]).toBe('| `1_step` | ✅ | ❌ | – | same | clean in a group of 2 |');
  });

  it('holds hostile names in code marks', () => {
    expect(rows(factsOfOne({ step: step('1_a|b`c\n::error::', 'SELECT 1', 'SELECT 2') })).join('\n')).not.toMatch(
      /^::error|[^;]\|b/m,
    );
  });

  it('is not there when there is nothing to list', () => {
    expect(shown(facts([], { found: [nothingNew], engine: null })).tables).toBe('');
  });

  it('lists the bad ones of a long history, and counts the rest', () => {
    const many = Array.from({ length: 100 }, (_, index) => numbered(index + 1));
    const bad = (count: number) =>
      facts(many, {
        scope: 'all',
        together: null,
        alone: many.map((each, index) => alone(each, index < count ? { afterDown: [touchIsGone] } : {})),
      });
    expect(rows(bad(2)).map((row) => row.split('|')[1]?.trim())).toEqual([
      '**`1_step`**',
      '**`2_step`**',
      '98 clean migrations, not listed',
    ]);
    expect(rows(bad(0))).toHaveLength(1);
    expect(rows(bad(70))).toHaveLength(61);
    expect(rows(bad(70)).at(-1)).toContain('40 more migrations, not listed, 30 of them clean');
  });
});

describe('folded away', () => {
  const titles = (seen: Facts) => shown(seen).folded.map(({ title }) => title);

  it('is the way back, the last migration first', () => {
    const [plan] = shown(facts([one, two])).folded;
    expect(plan?.title).toBe('Rollback plan as rehearsed: 2 downs, 4 ms on empty tables');
    expect(plan?.body.split('\n').slice(2)).toEqual([
      '| 1 | `migrations/2_step.down.sql` | ran | 2 ms |',
      '| 2 | `migrations/1_step.down.sql` | ran | 2 ms |',
    ]);
  });

  it('is no way back that was not rehearsed', () => {
    expect(titles(unproven)).toEqual([]);
  });

  it('is the noise, with its kind', () => {
    const [, section] = shown(factsOfOne({ afterDown: [noise] })).folded;
    expect(section?.title).toBe('1 difference that only noise explains');
    expect(section?.body).toContain('column-order');
  });

  it('is, of a whole history, a baseline that lets its faults pass', () => {
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      alone: [alone(one, { afterDown: [touchIsGone], reup: failed() }), alone(two)],
      found: [{ code: 'down-without-up', version: '9', place }],
    });
    const section = shown(seen).folded.at(-1);
    expect(section?.title).toBe('As a baseline, to block new faults only');
    const { known } = JSON.parse(section?.body.replaceAll(/^```.*$/gm, '') ?? '') as {
      known: { migration: string; code: string }[];
    };
    expect(known).toEqual([
      { migration: '9', code: 'down-without-up' },
      { migration: '1_step', code: 'drift' },
      { migration: '1_step', code: 're-up-fails' },
    ]);
    expect(shown(seen, { baseline: known }).headline).toBe(
      '1 of 2 migrations goes up, comes down and goes up again, 1 is allowed not to',
    );
  });

  it('is no baseline of a change, nor of a history in order', () => {
    expect(titles(factsOfOne({ afterDown: [touchIsGone] })).join()).not.toContain('baseline');
    expect(titles(facts([one], { scope: 'all' })).join()).not.toContain('baseline');
  });
});

describe('the last line', () => {
  it('names engine, head and base', () => {
    expect(shown(facts([one])).footer).toEqual(['PostgreSQL 18.6 embedded', 'head `9b41c7e` against base `4c02d1a`']);
    expect(shown(facts([one], { scope: 'all' })).footer).toEqual(['PostgreSQL 18.6 embedded', 'head `9b41c7e`']);
    expect(shown(unproven).footer[0]).toBe('no engine started');
  });

  it.each<Case>([
    ['clean', '2 migrations proven', facts([one, two])],
    ['nothing new', 'nothing new', facts([], { found: [nothingNew], all: [one.entry], engine: null })],
    ['faults', '1 fault in 1 migration', factsOfOne({ afterDown: [touchIsGone] })],
    [
      'faults and warnings',
      '1 fault, 1 warning in 1 migration',
      factsOfOne({ afterDown: [touchIsGone] }, { found: [{ code: 'edited-down', migration: '1_step', place }] }),
    ],
    ['unknown', 'not proven in 1 migration', unproven],
    [
      'nothing found',
      'not proven',
      facts([], { engine: null, tool: null, found: [{ code: 'path-missing', folder: 'm', got: 'nothing' }] }),
    ],
    [
      'a dry run',
      'a dry run proves nothing in 1 migration',
      facts([one], { alone: [], engine: null }),
      { dryRun: true },
    ],
    ['an allowed fault', '0 of 1 migration proven', factsOfOne({ afterDown: [touchIsGone] }, { allowances: allowed })],
  ])('of the terminal concludes: %s', (_, last, seen, changes?: Changes) => {
    expect(shown(seen, changes).last).toBe(last);
  });

  it('gives the counts as outputs', () => {
    expect(shown(facts([one, two], { all: [numbered(0).entry, one.entry, two.entry] })).outputs).toEqual({
      migrations: 2,
      total: 3,
    });
  });
});
