import { plainSentence, segments } from '@shipgate/kit/report/sentence';
import { describe, expect, it } from 'vitest';
import { codeOrder, reasonTexts, tellFinding, textOf } from './reasons.ts';
import { everyFinding } from './testing/findings.ts';

const plain = everyFinding({
  name: 'touch',
  file: 'migrations/7_touch.up.sql',
  text: 'relation "touch" does not exist',
});
const findings = Object.values(plain);
const docs = (code: string) => `docs/reasons/migrate-gate/${code}.md`;

describe.each(findings)('the reason $code', (finding) => {
  const reason = tellFinding(finding, docs, { blocks: 'fail' });

  it('says what is wrong, what was seen, whom it hurts and how to mend it', () => {
    for (const text of [reason.title, reason.seen, reason.hurts, reason.mend]) expect(text.trim()).not.toBe('');
    for (const text of [reason.seen, reason.hurts, reason.mend]) expect(text).toMatch(/[.!?]$/);
    expect(reason.title).not.toMatch(/[.:]$/);
  });

  it('says it in whole sentences, without a value that is missing', () => {
    const all = [reason.title, reason.seen, reason.hurts, reason.mend].map(plainSentence).join(' ');
    expect(all).not.toMatch(/undefined|null|\[object|NaN| {2}|\.\.| ,|``/);
  });

  it('has its page, its place and its evidence', () => {
    expect(reason.docs).toBe(`docs/reasons/migrate-gate/${finding.code}.md`);
    expect(reason.location).toEqual('place' in finding ? { file: finding.place.file, line: 1, column: 1 } : undefined);
    expect(reason.evidence).not.toHaveProperty('place');
    expect(reason.evidence).not.toHaveProperty('code');
  });
});

describe('reasonTexts', () => {
  it('has words for every code, and no code twice', () => {
    expect(Object.keys(plain).toSorted()).toEqual(Object.keys(reasonTexts).toSorted());
  });

  it('orders known codes only', () => {
    for (const code of codeOrder) expect(reasonTexts).toHaveProperty(code);
    expect(new Set(codeOrder).size).toBe(codeOrder.length);
  });

  it('lets nothing block that speaks against no proof, but as a warning', () => {
    for (const finding of findings)
      if (textOf(finding).proof === null) expect(['warning', 'note']).toContain(textOf(finding).severity);
  });
});

/** Markup, a workflow command, a way out of a code span, and letters that turn the line around. */
const hostile = 'a`b``c\n::error::x|<b>[l](http://x)#1@all\u202e\u001b[31m';

describe.each(Object.values(everyFinding({ name: hostile, file: `m/${hostile}/x.sql`, text: `"${hostile}"` })))(
  'the reason $code of hostile names',
  (finding) => {
    const reason = tellFinding(finding, docs, { blocks: 'fail' });

    it('holds what came from outside between code marks only', () => {
      for (const text of [reason.title, reason.seen, reason.hurts, reason.mend]) {
        const literal = segments(text).filter(({ code }) => !code);
        expect(literal.map((segment) => segment.text).join(' ')).not.toMatch(/::error|<b>|@all|\u202e|\u001b|http:/i);
      }
    });
  },
);

describe('the words of a difference', () => {
  const told = (changes: Partial<(typeof plain)['drift']>) => {
    const { title, seen, hurts, mend } = tellFinding({ ...plain.drift, migrations: ['a'], ...changes }, docs, {
      blocks: 'fail',
    });
    return { title, seen, hurts, mend };
  };
  const gone = {
    class: 'trigger',
    object: 'order_events_touch on order_events',
    change: 'gone',
    attributes: [],
    noise: null,
  } as const;

  it('name the object, and what a user loses', () => {
    expect(told({ differences: [gone] })).toEqual({
      title: '`down` loses trigger `order_events_touch` on `order_events`',
      seen: 'after up and down, trigger `order_events_touch` on `order_events` is gone. Every command exited 0.',
      hurts:
        'after a rollback the old release writes to `order_events`, and what `order_events_touch` did on each write no longer happens.',
      mend: 'give trigger `order_events_touch` on `order_events` back in `down`.',
    });
  });

  it('begin with the worst, and count the rest', () => {
    const left = { class: 'type', object: 'mood', change: 'new', attributes: [], noise: null } as const;
    const lost = { class: 'column', object: 'orders.note', change: 'gone', attributes: [], noise: null } as const;
    expect(told({ differences: [left, gone, lost], migrations: ['a', 'b'] })).toMatchObject({
      title: '`down` of 2 migrations together loses column `orders.note` and 2 more',
      hurts: expect.stringContaining('the values of `orders.note` are lost'),
      mend: expect.stringContaining(
        '; give trigger `order_events_touch` on `order_events` back in `down`; drop type `mood` in `down`.',
      ),
    });
  });

  it('tell four and count the others', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (object) => ({ class: 'type', object, change: 'new', attributes: [], noise: null }) as const,
    );
    expect(told({ differences: many }).seen).toBe(
      'after up and down, type `a` is new; type `b` is new; type `c` is new; type `d` is new; and 2 more. Every command exited 0.',
    );
  });
});

describe('the words of an error', () => {
  const fails = (code: 'down-fails' | 're-up-fails', message: string, sqlState: string) =>
    tellFinding({ ...plain[code], error: { message, sqlState } }, docs, { blocks: 'fail' });

  it('say what the way down forgot', () => {
    expect(fails('re-up-fails', 'type "mood" already exists', '42710').mend).toBe('let `down` also drop `mood`.');
    expect(fails('re-up-fails', 'relation "late" does not exist', '42P01').mend).toBe(
      'let `down` also bring `late` back.',
    );
    expect(fails('re-up-fails', 'duplicate key value violates unique constraint "k"', '23505').mend).toBe(
      'let `down` also remove the rows that `up` writes.',
    );
    expect(fails('re-up-fails', 'division by zero', '22012').mend).toBe(
      'let `down` also undo what `up` did, rows included.',
    );
  });

  it('name what cannot be dropped, and what to do first', () => {
    const { title, mend } = fails(
      'down-fails',
      'cannot drop table order_notes because other objects depend on it',
      '2BP01',
    );
    expect(title).toBe('`down` fails at `order_notes`');
    expect(mend).toContain('drop what depends on it first');
  });

  it('end a detail with one full stop', () => {
    const { seen } = tellFinding(
      { ...plain['up-fails'], error: { message: 'm', detail: 'Key (id)=(1) already exists.' } },
      docs,
      { blocks: 'fail' },
    );
    expect(seen).toBe('PostgreSQL says `m`. Detail: `Key (id)=(1) already exists`.');
  });

  it('name the object that the server names, or the first one in its message', () => {
    const title = (error: { message: string; object?: string }) =>
      tellFinding({ ...plain['down-fails'], error }, docs, { blocks: 'fail' }).title;
    expect(title({ message: 'x', object: 'orders_pkey' })).toBe('`down` fails at `orders_pkey`');
    expect(title({ message: 'column "prio" of relation "orders" does not exist' })).toBe('`down` fails at `prio`');
    expect(title({ message: 'division by zero' })).toBe('`down` fails');
  });

  it('say what to bring where the ground is missing', () => {
    const mend = (message: string, sqlState: string) =>
      tellFinding({ ...plain['up-fails'], error: { message, sqlState } }, docs, { blocks: 'fail' }).mend;
    expect(mend('role "clerk" does not exist', '42704')).toContain('`setup`');
    expect(mend('extension "postgis" is not available', '0A000')).toContain('stand-in');
    expect(mend('type "mood" does not exist', '42704')).not.toContain('setup');
  });
});

describe('a way down that changes nothing', () => {
  const title = (change: 'gone' | 'new' | 'changed') => {
    const differences = [{ class: 'table', object: 'notes', change, attributes: [], noise: null }];
    return tellFinding({ ...plain['noop-down'], differences }, docs, { blocks: 'fail' }).title;
  };

  it('names what stays as it is', () => {
    expect([title('new'), title('gone'), title('changed')]).toEqual([
      '`down` changes nothing: table `notes` stays',
      '`down` changes nothing: table `notes` stays gone',
      '`down` changes nothing: table `notes` stays changed',
    ]);
  });
});

describe('the repair of a shallow checkout', () => {
  it('is the step of the workflow, where depth is what is missing', () => {
    expect(tellFinding(plain['base-unreachable'], docs, { blocks: 'unknown' }).repair).toMatchObject({
      language: 'yaml',
      text: expect.stringContaining('fetch-depth: 2'),
    });
    expect(
      tellFinding({ ...plain['base-unreachable'], mend: 'set `scope` to `all`' }, docs, { blocks: 'unknown' }).repair,
    ).toBeUndefined();
  });
});
