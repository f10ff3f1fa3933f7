import type { Deployment, EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { DEPLOYMENTS_SIGNAL } from '@shipgate/backstage-plugin-deployments-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { busy, current, deployment, environment, FakeDeployments, NOW } from '../feed/deployments.fixture';
import { renderTab } from '../tab/render-tab.fixture';

const lines = [
  '10 %: begins',
  '10 %: canary 0.40 % errors, stable 0.50 %, evidence 0.8 of 100',
  '10 %: canary 2.99 % errors, stable 0.50 %, evidence 12.0 of 100',
  '25 %: canary 0.52 % errors, stable 0.50 %, waits for a person',
];
const stepsOf = (descriptions: readonly string[], last = 'in_progress') =>
  descriptions.map((description, index) => ({
    at: new Date(Date.parse('2026-11-20T10:00:00Z') + index * 60_000).toISOString(),
    state: index === descriptions.length - 1 ? last : 'in_progress',
    description,
  }));
const rollout = (changes: Partial<Deployment> = {}) =>
  deployment({
    ...{ environment: 'production', description: lines.at(-1) ?? null, weight: 25, steps: stepsOf(lines) },
    ...changes,
  });
const feed = (changes: Partial<EnvironmentState>) =>
  new FakeDeployments({ ...busy, environments: [environment('production', changes)], releases: [] });
const show = async (changes: Partial<EnvironmentState>) => {
  await renderTab(feed(changes));
  await screen.findByRole('region', { name: 'Environments' });
};

const log = () => screen.getByRole('list', { name: 'What happened to v1.4.3 in production, newest first' });
const textsOf = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replace(/\s+/g, ' '));
const meter = () => screen.getByRole('meter', { name: 'Share of the traffic of v1.4.3 in production' });

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('a rollout on its way', () => {
  it('shows the share of the traffic as a number and as a bar', async () => {
    await show({ latest: rollout({ weight: 12.5 }) });
    expect(meter()).toHaveTextContent('12.5 % of the traffic');
    expect(meter()).toHaveAttribute('aria-valuenow', '12.5');
    expect(meter()).toHaveAttribute('aria-valuemin', '0');
    expect(meter()).toHaveAttribute('aria-valuemax', '100');
    expect(meter().querySelector<HTMLElement>('[style]')?.style.inlineSize).toBe('12.5%');
  });

  it('shows its log, the newest line first: time, state, words, and no line twice', async () => {
    await show({ latest: rollout() });
    expect(textsOf(log())).toEqual([
      `10:03 on its way ${lines[3]}`,
      `10:02 on its way ${lines[2]}`,
      `10:01 on its way ${lines[1]}`,
      `10:00 on its way ${lines[0]}`,
    ]);
    const region = screen.getByRole('region', { name: 'Environments' });
    expect(within(region).getAllByText(lines[3] ?? '')).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent(lines[3] ?? '');
  });

  it('shows six lines, and the older ones by keyboard', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await show({ latest: rollout({ steps: stepsOf(Array.from({ length: 50 }, (_, at) => `line ${at}`)) }) });
    expect(textsOf(log())).toHaveLength(6);
    const more = screen.getByText('44 more');
    const older = () =>
      screen.getByRole('list', { name: /^What happened before to v1\.4\.3 in production/, hidden: true });
    expect(more.closest('details')).not.toHaveAttribute('open');
    while (document.activeElement !== more) await user.tab();
    await user.click(more);
    expect(more.closest('details')).toHaveAttribute('open');
    expect(within(older()).getByText('line 43')).toBeInTheDocument();
    expect(within(older()).getByText('line 0')).toBeInTheDocument();
  });

  it('follows what comes in, and says a new share of the traffic aloud', async () => {
    const api = feed({ latest: rollout({ weight: 10, steps: stepsOf(lines.slice(0, 3)) }) });
    const { signals } = await renderTab(api);
    expect(meter()).toHaveTextContent('10 % of the traffic');
    api.answers({ ...busy, environments: [environment('production', { latest: rollout() })], releases: [] });
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    act(() => signals.send(DEPLOYMENTS_SIGNAL, { host: 'github.com', repositoryId: '4711' }));
    await waitFor(() => expect(meter()).toHaveTextContent('25 % of the traffic'));
    expect(textsOf(log())[0]).toBe(`10:03 on its way ${lines[3]}`);
    expect(screen.getByRole('status')).toHaveTextContent('production: v1.4.3 has 25 % of the traffic');
  });
});

describe('a rollout that ended badly', () => {
  const back = 'back to 0 %: error-rate-higher at 10 %';

  it('shows that the traffic is back, and why, in the colour of a failure', async () => {
    const steps = stepsOf([...lines, back], 'failure');
    await show({ latest: rollout({ state: 'failure', description: back, weight: 0, steps }) });
    expect(meter()).toHaveTextContent('0 % of the traffic');
    expect(meter().closest('[data-tone]')).toHaveAttribute('data-tone', 'stop');
    expect(textsOf(log())[0]).toBe(`10:04 failed ${back}`);
  });

  it('shows that traffic is held on the canary', async () => {
    const held = '10 %: held: share-off';
    await show({ latest: rollout({ state: 'error', weight: 10, steps: stepsOf(['10 %: begins', held], 'error') }) });
    expect(meter()).toHaveTextContent('10 % of the traffic');
    expect(textsOf(log())[0]).toBe(`10:01 failed ${held}`);
  });

  it('keeps its reason when the last status of GitHub says nothing', async () => {
    const steps = stepsOf([...lines, back], 'failure');
    await show({ latest: rollout({ state: 'failure', description: null, weight: 0, steps }) });
    expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent(back);
    expect(textsOf(log())[0]).toBe(`10:04 failed ${back}`);
  });

  it('is shown though it had succeeded first: a soak that takes the release back', async () => {
    const steps = stepsOf(['100 %: promoted; soak until 2026-11-20 10:30 UTC', back], 'failure');
    await show({ current: current({ ...rollout({ state: 'failure', weight: 0, steps }), since: steps[0]?.at ?? '' }) });
    expect(meter()).toHaveTextContent('0 % of the traffic');
    expect(textsOf(log())[0]).toBe(`10:01 failed ${back}`);
  });
});

describe('a deployment without a rollout', () => {
  it.each([
    ['one that has done well', { current: current({ ...rollout({ state: 'success', weight: 100 }) }) }],
    ['one that waits', { latest: rollout({ state: 'waiting' }) }],
    ['one with a single line and no weight', { latest: rollout({ weight: null, steps: stepsOf(['10 pods start']) }) }],
  ])('has neither bar nor log: %s', async (_, changes) => {
    await show(changes);
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.queryByRole('list', { name: /^What happened/ })).toBeNull();
  });

  it('has a log without a bar when several lines tell no weight', async () => {
    await show({ latest: rollout({ weight: null, steps: stepsOf(['10 pods start', '10 pods run']) }) });
    expect(screen.queryByRole('meter')).toBeNull();
    expect(textsOf(log())).toEqual(['10:01 on its way 10 pods run', '10:00 on its way 10 pods start']);
  });
});

describe('a hostile line', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>', '<img src=x onerror=alert(1)><script>'],
    ['a link', '[x](javascript:alert(1)) https://evil.example', '[x](javascript:alert(1)) https://evil.example'],
    ['a turn of direction', '10 %: \u202Edetomorp\u2066', '10 %: \\u{202e}detomorp\\u{2066}'],
    ['words of the translation', '$t(gates.title) {{version}}', '$t(gates.title) {{version}}'],
    ['10,000 characters', 'x'.repeat(10_000), `${'x'.repeat(279)}…`],
    ['backticks', '`'.repeat(10_000), '`'.repeat(279)],
  ])('of %s is text, and no longer than a line may be', async (_, hostile, shown) => {
    await show({ latest: rollout({ steps: stepsOf(['10 %: begins', hostile]), description: null }) });
    expect(document.querySelector('img, [href^="javascript"], [href*="evil"]')).toBeNull();
    expect(log().querySelector('script')).toBeNull();
    const [newest = ''] = textsOf(log());
    expect(newest).toContain(shown);
    expect(newest.length).toBeLessThan(320);
    expect(newest).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(within(log()).getAllByRole('listitem')).toHaveLength(2);
  });
});
