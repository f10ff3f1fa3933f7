// @vitest-environment node

import {
  DEPLOYMENTS_SIGNAL,
  DeploymentsError,
  type EntityDeployments,
} from '@shipgate/backstage-plugin-deployments-common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { busy, FakeDeployments, linkedOnly, notLinked, quiet } from './deployments.fixture';
import { DeploymentsFeed, type Page } from './feed';
import { FakeSignals } from './signals.fixture';

const ours = { host: 'github.com', repositoryId: '4711' };
const down = new DeploymentsError('the database is not reachable', 503);

/** A page that the test shows and hides. */
class FakePage implements Page {
  isShown = true;
  readonly #listeners = new Set<() => void>();

  isVisible(): boolean {
    return this.isShown;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  turn(isShown: boolean): void {
    this.isShown = isShown;
    for (const listener of this.#listeners) listener();
  }
}

interface World {
  readonly feed: DeploymentsFeed;
  readonly api: FakeDeployments;
  readonly signals: FakeSignals;
  readonly page: FakePage;
  readonly stop: () => void;
}

async function begin(api: FakeDeployments): Promise<World> {
  const signals = new FakeSignals();
  const page = new FakePage();
  const feed = new DeploymentsFeed({
    load: () => api.entity('component:default/order-service'),
    signals,
    page,
    now: Date.now,
  });
  const stop = feed.start();
  await vi.advanceTimersByTimeAsync(0);
  return { feed, api, signals, page, stop };
}

/** An answer that the test gives when it wants to. */
function later() {
  return Promise.withResolvers<EntityDeployments>();
}

describe('the feed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks at the start', async () => {
    const { feed } = await begin(new FakeDeployments(busy));
    expect(feed.state()).toMatchObject({ data: busy, error: null, isAsking: false, checkedAt: Date.now() });
  });

  it('asks at once when a signal names the repository', async () => {
    const { feed, api, signals } = await begin(new FakeDeployments(busy));
    await vi.advanceTimersByTimeAsync(2000);
    api.answers(quiet);
    signals.send(DEPLOYMENTS_SIGNAL, ours);
    await vi.advanceTimersByTimeAsync(0);
    expect(feed.state().data).toEqual(quiet);
  });

  it.each([
    ['another repository', { host: 'github.com', repositoryId: '4712' }],
    ['the same number on another host', { host: 'ghes.example.com', repositoryId: '4711' }],
  ])('does not ask when a signal names %s', async (_, signal) => {
    const { api, signals } = await begin(new FakeDeployments(busy));
    await vi.advanceTimersByTimeAsync(2000);
    signals.send(DEPLOYMENTS_SIGNAL, signal);
    await vi.advanceTimersByTimeAsync(2000);
    expect(api.asked).toHaveLength(1);
  });

  it('asks on any signal of the host while the number of the repository is not known', async () => {
    const unknown = {
      ...linkedOnly,
      repository: {
        host: 'github.com',
        slug: 'acme/order-service',
        url: 'https://github.com/acme/order-service',
        id: null,
      },
    };
    const { api, signals } = await begin(new FakeDeployments(unknown));
    await vi.advanceTimersByTimeAsync(2000);
    signals.send(DEPLOYMENTS_SIGNAL, { host: 'GitHub.com', repositoryId: '9' });
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked).toHaveLength(2);
  });

  it('asks on no signal while no repository is linked', async () => {
    const { api, signals } = await begin(new FakeDeployments(notLinked));
    await vi.advanceTimersByTimeAsync(2000);
    signals.send(DEPLOYMENTS_SIGNAL, ours);
    await vi.advanceTimersByTimeAsync(2000);
    expect(api.asked).toHaveLength(1);
  });

  it('makes one question of a burst of signals, and asks again for what came meanwhile', async () => {
    const slow = later();
    const { feed, api, signals } = await begin(new FakeDeployments(busy));
    await vi.advanceTimersByTimeAsync(2000);
    api.answers(slow.promise, quiet);
    for (let at = 0; at < 100; at += 1) signals.send(DEPLOYMENTS_SIGNAL, ours);
    await vi.advanceTimersByTimeAsync(100);
    expect(api.asked).toHaveLength(2);
    slow.resolve(busy);
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.asked).toHaveLength(3);
    expect(feed.state().data).toEqual(quiet);
  });

  it('keeps half a second between two questions that signals ask for', async () => {
    const { api, signals } = await begin(new FakeDeployments(busy));
    for (let at = 0; at < 50; at += 1) {
      await vi.advanceTimersByTimeAsync(20);
      signals.send(DEPLOYMENTS_SIGNAL, ours);
    }
    expect(api.asked.length).toBeLessThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.asked.length).toBeGreaterThanOrEqual(3);
  });

  it('polls every 10 s while no signal has come, every 60 s once one has', async () => {
    const { feed, api, signals } = await begin(new FakeDeployments(busy));
    await vi.advanceTimersByTimeAsync(30_500);
    expect(api.asked).toHaveLength(4);
    signals.send(DEPLOYMENTS_SIGNAL, { host: 'github.com', repositoryId: '1' });
    expect(feed.state().isPushed).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    const settled = api.asked.length;
    await vi.advanceTimersByTimeAsync(59_000);
    expect(api.asked).toHaveLength(settled);
    await vi.advanceTimersByTimeAsync(2000);
    expect(api.asked).toHaveLength(settled + 1);
  });

  it('polls every 10 s again when polling finds what no signal told', async () => {
    const { feed, api, signals } = await begin(new FakeDeployments(busy));
    signals.send(DEPLOYMENTS_SIGNAL, ours);
    await vi.advanceTimersByTimeAsync(2000);
    api.answers(quiet);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(feed.state()).toMatchObject({ data: quiet, isPushed: false });
  });

  it('polls without signals too', async () => {
    const api = new FakeDeployments(busy);
    const feed = new DeploymentsFeed({
      load: () => api.entity('x'),
      signals: undefined,
      page: new FakePage(),
      now: Date.now,
    });
    feed.start();
    await vi.advanceTimersByTimeAsync(10_500);
    expect(api.asked).toHaveLength(2);
  });

  it('asks nothing while nobody sees the page, and at once when it is shown again', async () => {
    const { api, page, signals } = await begin(new FakeDeployments(busy));
    page.turn(false);
    signals.send(DEPLOYMENTS_SIGNAL, ours);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(api.asked).toHaveLength(1);
    page.turn(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.asked.length).toBeGreaterThan(2);
  });

  it('does not ask when a page is shown again before a question is due', async () => {
    const { api, page } = await begin(new FakeDeployments(busy));
    page.turn(false);
    page.turn(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked).toHaveLength(1);
  });

  it('keeps the last good data when a question fails, and goes on asking', async () => {
    const { feed, api } = await begin(new FakeDeployments(busy, down, quiet));
    const checkedAt = feed.state().checkedAt;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.state()).toMatchObject({ data: busy, error: down, checkedAt });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.state()).toMatchObject({ data: quiet, error: null });
    expect(api.asked).toHaveLength(3);
  });

  it('keeps nothing when the right to see it is taken', async () => {
    const { feed } = await begin(new FakeDeployments(busy, new DeploymentsError('no', 403)));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.state()).toMatchObject({ data: null, error: { status: 403 } });
  });

  it('gives any other error the status 0', async () => {
    const { feed } = await begin(new FakeDeployments(new TypeError('Failed to fetch')));
    expect(feed.state().error).toMatchObject({ name: 'DeploymentsError', status: 0, message: 'Failed to fetch' });
  });

  it('keeps the same data object when the answer says the same', async () => {
    const { feed } = await begin(new FakeDeployments(busy, structuredClone(busy)));
    const before = feed.state().data;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.state().data).toBe(before);
  });

  it('asks when somebody wants it now', async () => {
    const { feed, api } = await begin(new FakeDeployments(down, busy));
    feed.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked).toHaveLength(2);
    expect(feed.state()).toMatchObject({ data: busy, error: null });
  });

  it('drops the answer and asks no more after its end', async () => {
    const slow = later();
    const { feed, api, signals, page, stop } = await begin(new FakeDeployments(slow.promise));
    stop();
    slow.resolve(busy);
    signals.send(DEPLOYMENTS_SIGNAL, ours);
    page.turn(true);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(feed.state().data).toBeNull();
    expect([api.asked.length, signals.count(DEPLOYMENTS_SIGNAL), vi.getTimerCount()]).toEqual([1, 0, 0]);
  });

  it('can begin again after its end, as React does in development', async () => {
    const { feed, api, stop } = await begin(new FakeDeployments(busy));
    stop();
    feed.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked).toHaveLength(2);
    expect(feed.state().isAsking).toBe(false);
  });
});
