// What the tab shows, read from the page as a person reads it: by headings, labels and order, not by classes.
import type { Locator, Page } from 'playwright-core';

/** Text and target of a link. */
export type ShownLink = readonly [string, string];

export interface ShownReason {
  readonly title: string;
  /** Null where no place is shown. */
  readonly place: ShownLink | null;
  /** Seen, Hurts, Mend. */
  readonly facts: Readonly<Record<string, string>>;
  readonly repair: string | null;
  readonly docs: ShownLink | null;
}

export interface ShownVerdict {
  readonly outcome: string;
  /** Beside the outcome, where the verdict is about one. */
  readonly environment: string | null;
  readonly headline: string;
  /** Target of the link to the run. */
  readonly run: string | null;
  readonly reasons: readonly ShownReason[];
  /** A line each, such as `schema pass · required 321 of 321 objects same`. */
  readonly proofs: readonly string[];
  /** Those that answered, a line each, such as `npm-audit 3 findings · 11.19.1 · 812 packages`. */
  readonly scanners: readonly string[];
}

export interface ShownEnvironment {
  readonly name: string;
  readonly version: string;
  readonly commit: ShownLink | null;
  /** All of the card's words. */
  readonly text: string;
}

/** The verdict of a gate on a release; null when the table says that there is none. Opens what is folded. */
export async function readVerdict(page: Page, gate: string, release: string): Promise<ShownVerdict | null> {
  const cell = await gateCell(page, gate, release);
  if ((await wordsOf(cell)) === 'no verdict') return null;
  for (const summary of await cell.locator('summary').all()) await summary.click();
  return {
    outcome: (await wordsOf(cell)).split(' ')[0] ?? '',
    environment: /^\S+ in (\S+) · /.exec(await wordsOf(cell))?.[1] ?? null,
    headline: await wordsOf(cell.locator('p:visible').first()),
    run: await cell.getByRole('link', { name: `Run of ${gate} for ${release}` }).getAttribute('href'),
    reasons: await each(cell.getByRole('heading', { level: 3 }), readReason),
    proofs: await each(itemsBehind(cell, /^Proofs: /), wordsOf),
    scanners: await each(itemsBehind(cell, /^Scanners: /), wordsOf),
  };
}

function itemsBehind(cell: Locator, summary: RegExp): Locator {
  const details = cell.locator('details').filter({ has: cell.page().locator('summary', { hasText: summary }) });
  return details.getByRole('listitem');
}

/** The cards of the environments, in their order on the page. */
export function readEnvironments(page: Page): Promise<readonly ShownEnvironment[]> {
  return each(cardsOf(page), async (card) => ({
    name: (await wordsOf(card.getByRole('heading'))).replace(/ ?, production environment$/, ''),
    version: await wordsOf(card.locator('p').first()),
    commit: await linkIn(card.locator('a[href*="/commit/"]')),
    text: await wordsOf(card),
  }));
}

export interface ShownRollout {
  /** Percent of the traffic by the bar's own telling. */
  readonly weight: string | null;
  /** Words beside the bar. */
  readonly words: string;
  /** Share of the bar's width that is filled, in whole percent. */
  readonly filled: number;
  /** Without the time: it is another on each run. */
  readonly log: readonly string[];
}

/** The rollout in an environment: the bar in its card, and the log below the cards without what is folded. */
export async function readRollout(page: Page, environment: string): Promise<ShownRollout> {
  const card = cardsOf(page).filter({ has: page.getByRole('heading', { name: environment, exact: true }) });
  const meter = card.getByRole('meter');
  const share = meter.locator('[style]');
  const [whole, filled] = [await share.locator('xpath=..').boundingBox(), await share.boundingBox()];
  const region = page.getByRole('region', { name: 'Environments' });
  const log = region.getByRole('list', { name: new RegExp(`^What happened to .* in ${environment}, newest first$`) });
  return {
    weight: await meter.getAttribute('aria-valuenow'),
    words: await wordsOf(meter),
    filled: Math.round((100 * (filled?.width ?? 0)) / (whole?.width ?? Number.NaN)),
    log: (await each(log.getByRole('listitem'), wordsOf)).map((line) => line.replace(/^\S+ /, '')),
  };
}

function cardsOf(page: Page): Locator {
  const items = page.getByRole('region', { name: 'Environments' }).getByRole('listitem');
  return items.filter({ has: page.getByRole('heading') });
}

async function gateCell(page: Page, gate: string, release: string): Promise<Locator> {
  const table = page.getByRole('table');
  const heads = await each(table.getByRole('columnheader'), wordsOf);
  const column = heads.findIndex((head) => head.startsWith(`${release} `));
  if (column === -1) throw new Error(`expected a column ${release}, got ${heads.join(' | ')}`);
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: gate, exact: true }) });
  // The first column is the row's own head.
  return row.getByRole('cell').nth(column - 1);
}

async function readReason(heading: Locator): Promise<ShownReason> {
  const reason = heading.locator('xpath=..');
  const names = await each(reason.locator('dt'), wordsOf);
  const texts = await each(reason.locator('dd'), wordsOf);
  const repair = reason.locator('pre');
  return {
    title: await wordsOf(heading),
    place: await linkIn(reason.locator('a[href*="/blob/"]:not([href*="/docs/reasons/"])')),
    facts: Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ''])),
    repair: (await repair.count()) === 0 ? null : await repair.innerText(),
    docs: await linkIn(reason.locator('a[href*="/docs/reasons/"]')),
  };
}

async function each<Value>(all: Locator, read: (one: Locator) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const one of await all.all()) values.push(await read(one));
  return values;
}

/** As it is laid out, with single spaces. */
async function wordsOf(element: Locator): Promise<string> {
  return (await element.innerText()).replace(/\s+/g, ' ').trim();
}

async function linkIn(link: Locator): Promise<ShownLink | null> {
  return (await link.count()) === 0 ? null : [await wordsOf(link), (await link.getAttribute('href')) ?? ''];
}
