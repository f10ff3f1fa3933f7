import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  busy,
  current,
  environment,
  FakeDeployments,
  failing,
  gate,
  NOW,
  quiet,
  reason,
  release,
} from '../feed/deployments.fixture';
import { renderTab } from './render-tab.fixture';

const show = (changes: Partial<EntityDeployments> = {}) => renderTab(new FakeDeployments({ ...busy, ...changes }));
const region = (name: string) => within(screen.getByRole('region', { name }));
const card = (name: RegExp) => {
  const [found] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading', { name }));
  if (found === undefined) throw new Error(`expected a card ${name}, got none`);
  return within(found);
};
const cell = (row: string, column: number) => {
  const [found] = region('Gates')
    .getAllByRole('row')
    .filter((each) => within(each).queryByRole('rowheader', { name: row }));
  const element = found?.querySelectorAll('td')[column];
  if (element === undefined) throw new Error(`expected a cell ${row} ${column}, got none`);
  return element;
};

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('the strip', () => {
  it('says what is in production, what is going on, and what the gates say of the newest release', async () => {
    await show();
    const strip = region('Now');
    expect(strip.getByText('since 14 Nov, 6 d')).toBeInTheDocument();
    expect(strip.getByText('failed', { selector: '[data-tone=stop] *' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1.4.2 failed in production');
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('Health check of pod 3 timed out · 2 more');
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1.4.4-dev.7: 1 gate fails');
  });

  it('is plain when nothing is going on', async () => {
    await renderTab(new FakeDeployments(quiet));
    expect(region('Now').getByText('Nothing is going on')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1.4.2: 2 of 2 gates pass');
  });

  it('names both versions when two production environments differ', async () => {
    const environments = ['eu', 'us'].map((name, at) =>
      environment(name, { isProduction: true, current: current({ version: `v${at + 1}` }) }),
    );
    await show({ environments });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1 + v2');
  });

  it('says so when nothing was ever deployed to production, and when there is no production', async () => {
    await show({ environments: [environment('production')] });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('No deployment to production has succeeded.');
  });

  it('does not let a verdict of a pull request speak for the release', async () => {
    await show({ releases: [release({ gates: [gate({ isGating: false })] })] });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1.4.3: no verdict that gates');
  });

  it('says so when no gate has judged the newest release, and when there is no release', async () => {
    const { unmount } = await show({ releases: [release()] });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('v1.4.3: no verdictNo gate has judged it.');
    unmount();
    await show({ releases: [] });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('No release yet');
  });
});

describe('the environments', () => {
  it('stand in the order of the pipeline, production marked', async () => {
    await show();
    const names = region('Environments')
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['development', 'staging', 'pre-production', 'production']);
  });

  it('say version, commit, state, since when, by whom, and lead to the run', async () => {
    await show();
    const development = card(/^development/);
    expect(development.getByText('v1.4.4-dev.7')).toBeInTheDocument();
    expect(development.getByText('healthy')).toBeInTheDocument();
    expect(development.getByText('since 09:52, 28 min')).toBeInTheDocument();
    expect(development.getByText('@backend-dev')).toBeInTheDocument();
    const commit = development.getByRole('link', { name: 'Commit e83b0c5 on GitHub' });
    expect(commit).toHaveAttribute('href', `https://github.com/acme/order-service/commit/${busy.releases[0]?.commit}`);
    expect(commit).toHaveAttribute('rel', 'noopener noreferrer');
    expect(development.getByRole('link', { name: 'Run of v1.4.4-dev.7 in development' })).toHaveAttribute(
      'href',
      'https://github.com/acme/order-service/actions/runs/19532781146',
    );
  });

  it.each([
    [/^staging/, 'v1.4.3 on its way'],
    [/^pre-production/, 'v1.4.3 waiting'],
    [/^production/, 'v1.4.2 failed'],
  ])('%s says of the newer deployment: %s', async (name, words) => {
    await show();
    expect(
      card(name).getByText((_, element) => element?.tagName === 'P' && element.textContent.trim() === words),
    ).toBeInTheDocument();
  });

  it('say so where nothing was deployed, and where there is no environment at all', async () => {
    const { unmount } = await show({ environments: [environment('staging')] });
    expect(card(/^staging/).getByText('not deployed yet')).toBeInTheDocument();
    unmount();
    await show({ environments: [] });
    expect(region('Environments').getByText('No environment yet')).toBeInTheDocument();
  });

  it('tell the exact time on focus, and hide it on Escape', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await show({ environments: [environment('staging', { current: current() })], releases: [] });
    const since = card(/^staging/).getByRole('button', { name: /since 09:52, 28\smin/ });
    while (document.activeElement !== since) await user.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('20 Nov 2026, 09:52:11 UTC');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('tooltip')).not.toBeInTheDocument());
  });

  it('are walked through by keyboard in the order in which they are read', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const environments = [
      environment('production', { current: current({ environmentUrl: 'https://orders.example.com' }) }),
    ];
    await show({ environments, releases: [release({ gates: [gate()] })] });
    const stops: string[] = [];
    while (stops.length < 10) {
      await user.tab();
      stops.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    }
    expect(stops.map((stop) => stop.replaceAll('\u00a0', ' '))).toEqual([
      'since 09:52, 28 min',
      'data as of 10:20:04 UTC',
      'Commit 9c41f7e on GitHub',
      'since 09:52, 28 min',
      'Run of v1.4.3 in staging',
      'Open staging',
      'Commit 9c41f7e on GitHub',
      '09:40',
      'Run of migrate-gate for v1.4.3',
      'Proofs: 2 pass, 1 not proven',
    ]);
  });
});

describe('the gates', () => {
  it('have a row per gate in the fixed order and a column per release', async () => {
    await show();
    const gates = region('Gates');
    expect(gates.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'migrate-gate',
      'security-scan',
    ]);
    expect(gates.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Gate',
      'v1.4.4-dev.7 e83b0c5runs in development',
      'v1.4.3 9c41f7eruns nowhere now',
      'v1.4.2 4d0be16runs in staging, pre-production',
    ]);
  });

  it('show the worst reason in full: what, where, seen, hurts, mend, repair, page', async () => {
    await show();
    const worst = within(cell('migrate-gate', 0));
    expect(worst.getByText('migrate-gate, 2 faults block this change')).toBeInTheDocument();
    expect(worst.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent(
      'fault down loses trigger order_events_touch',
    );
    expect(worst.getAllByRole('link', { name: 'migrations/0016_order_events.down.sql:1' })[0]).toHaveAttribute(
      'href',
      `https://github.com/acme/order-service/blob/${busy.releases[0]?.commit}/migrations/0016_order_events.down.sql#L1`,
    );
    expect(
      worst
        .getAllByRole('definition')
        .slice(0, 3)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'after up and down, trigger order_events_touch on order_events is gone. Every command exited 0.',
      'after a rollback, order_events.updated_at no longer changes',
      'give the trigger back in down',
    ]);
    expect(worst.getByText(/^CREATE TRIGGER/)).toHaveTextContent('FOR EACH ROW EXECUTE FUNCTION touch_order_events();');
    expect(worst.getAllByRole('link', { name: 'About drift' })[0]).toHaveAttribute('href', failing.reasons[0]?.docs);
  });

  it('open the other reasons, with what allows them', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await show();
    const more = within(cell('migrate-gate', 0)).getByText('2 more reasons');
    expect(more.closest('details')).not.toHaveAttribute('open');
    await user.click(more);
    expect(more.closest('details')).toHaveAttribute('open');
    expect(cell('migrate-gate', 0)).toHaveTextContent(
      'Allowed by a comment: enum value cannot be removed, ORD-940, until 2027-02-28',
    );
  });

  it('link to no page that is none: a path in a repository is shown as the code', async () => {
    await show();
    const allowed = within(cell('migrate-gate', 0)).getByText('enum-stays');
    expect(allowed.closest('a')).toBeNull();
  });

  it('never show unknown as a pass', async () => {
    await show();
    const unknown = cell('security-scan', 0);
    expect(unknown.querySelector('[data-tone=good]')).toBeNull();
    expect(within(unknown).getByText('unknown')).toBeInTheDocument();
    expect(unknown).toHaveTextContent('not known, blocks npm audit got HTTP 405 from the registry');
  });

  it('say that a verdict of a pull request never gates production, without the colour of a pass', async () => {
    await show();
    const proposed = cell('migrate-gate', 1);
    expect(proposed).toHaveTextContent('given on a pull request, never gates production');
    expect(within(proposed).getAllByText('pass')[0]?.closest('[data-tone]')).toHaveAttribute('data-tone', 'rest');
  });

  it('name the environment that a verdict is about', async () => {
    const canary = gate({ gate: 'canary-promote', environment: 'production' });
    await show({ releases: [release({ gates: [canary, gate()] })] });
    expect(cell('canary-promote', 0)).toHaveTextContent('in production · ');
    expect(cell('migrate-gate', 0)).not.toHaveTextContent('in production');
  });

  it('say no verdict where a gate has not judged a release', async () => {
    await show();
    expect(cell('security-scan', 1)).toHaveTextContent('no verdict');
  });

  it('sum up the proofs, the worst first, and list each', async () => {
    await show();
    const judged = within(cell('migrate-gate', 0));
    const summary = judged.getByText('Proofs: 2 fail, 1 pass, 1 not proven');
    expect(summary.closest('details')).toHaveTextContent('chain not proven · not requirednot asked for (chain: true)');
  });

  it('fold what a pass has to say besides', async () => {
    const noted = gate({ reasons: [reason({ blocks: 'no', severity: 'note' })] });
    await show({ releases: [release({ gates: [noted] })] });
    expect(
      within(cell('migrate-gate', 0)).getByText('1 reason that does not block').closest('details'),
    ).not.toHaveAttribute('open');
  });

  it('lead to older releases and back, and keep the focus', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await show();
    await user.click(screen.getByRole('button', { name: '1 older' }));
    expect(region('Gates').getAllByRole('columnheader')[1]).toHaveTextContent('v1.4.1');
    expect(screen.getByRole('button', { name: '3 newer' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(region('Gates').getAllByRole('columnheader')[1]).toHaveTextContent('v1.4.4-dev.7');
    expect(screen.getByRole('button', { name: '1 older' })).toHaveFocus();
  });

  it('say so when there is no verdict yet', async () => {
    await show({ releases: [release()] });
    expect(region('Gates').getByText('No verdict yet')).toBeInTheDocument();
  });

  it('fold a repair of many lines', async () => {
    const text = Array.from({ length: 9 }, (_, line) => `SELECT ${line};`).join('\n');
    const long = gate({ outcome: 'fail', reasons: [reason({ repair: { language: 'sql', text } })] });
    await show({ releases: [release({ gates: [long] })] });
    const summary = within(cell('migrate-gate', 0)).getByText('Repair, 9 lines');
    expect(summary.closest('details')).not.toHaveAttribute('open');
    expect(summary.closest('details')).toHaveTextContent('SELECT 8;');
  });

  it('copy the repair as it is shown', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await show();
    await user.click(
      within(cell('migrate-gate', 0)).getAllByRole('button', { name: 'Copy the repair' })[0] ?? document.body,
    );
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(failing.reasons[0]?.repair?.text);
  });
});

describe('text from outside', () => {
  it('is shown as text, wherever it stands', async () => {
    const hostile = '<img src=x onerror=alert(1)> $t(gates.title) {{version}} \u202Egnp';
    await show({
      environments: [
        environment(hostile, {
          current: current({ version: hostile, by: hostile, environment: hostile, runUrl: 'javascript:alert(1)' }),
        }),
      ],
      releases: [
        release({
          version: hostile,
          runsIn: [hostile],
          gates: [
            gate({
              outcome: 'fail',
              headline: hostile,
              reasons: [
                reason({ title: hostile, seen: hostile, docs: 'javascript:alert(1)', location: { file: hostile } }),
              ],
            }),
          ],
        }),
      ],
    });
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
    expect(document.body.textContent).not.toContain('\u202E');
    const shown = '<img src=x onerror=alert(1)> $t(gates.title) {{version}} \\u{202e}gnp';
    expect(screen.getByRole('heading', { level: 3, name: shown })).toBeInTheDocument();
    expect(region('Gates').getByRole('columnheader', { name: (name) => name.startsWith(shown) })).toBeInTheDocument();
    expect(card(/img src/).getByText(`@${shown}`)).toBeInTheDocument();
  });
});
