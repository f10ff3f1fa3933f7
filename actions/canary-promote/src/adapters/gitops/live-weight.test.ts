import { describe, expect, it } from 'vitest';
import { TrafficError, type TrafficErrorCode } from '../../steering/traffic.ts';
import { LiveWeight } from './live-weight.ts';

const never = new AbortController().signal;

function cluster() {
  const now: { live: number; trouble?: TrafficErrorCode | undefined } = { live: 0 };
  const live = new LiveWeight(async () => {
    if (now.trouble !== undefined) throw new TrafficError(now.trouble, 'told to fail');
    return now.live;
  });
  return { now, live };
}

describe('the live weight', () => {
  it('is the merged one where no cluster is asked', async () => {
    expect(await new LiveWeight(undefined).read(25, 10, never)).toBe(10);
  });

  it('is what the cluster says', async () => {
    const { now, live } = cluster();
    now.live = 10;
    expect(await live.read(25, 25, never)).toBe(10);
  });

  it.each(['unavailable', 'refused'] as const)('is the last one while the cluster is %s', async (trouble) => {
    const { now, live } = cluster();
    now.live = 10;
    await live.read(10, 10, never);
    now.trouble = trouble;
    expect(await live.read(10, 10, never)).toBe(10);
    // Asked for 25 meanwhile: it did not arrive as far as anybody saw.
    expect(await live.read(25, 25, never)).toBe(10);
  });

  it('is unknown when the weight seen last is asked for again, with another one in between', async () => {
    const { now, live } = cluster();
    await live.read(0, 0, never);
    now.trouble = 'unavailable';
    await live.read(25, 25, never);
    await expect(live.read(0, 0, never)).rejects.toMatchObject({ code: 'unavailable' });
    now.trouble = undefined;
    expect(await live.read(0, 0, never)).toBe(0);
    now.trouble = 'unavailable';
    expect(await live.read(0, 0, never)).toBe(0);
  });

  it('is unknown before the first answer, and behind a route that is gone or unfit', async () => {
    const { now, live } = cluster();
    now.trouble = 'unavailable';
    await expect(live.read(0, 0, never)).rejects.toMatchObject({ code: 'unavailable' });
    now.trouble = undefined;
    await live.read(0, 0, never);
    for (const trouble of ['missing', 'unfit'] as const) {
      now.trouble = trouble;
      await expect(live.read(0, 0, never)).rejects.toMatchObject({ code: trouble });
    }
  });
});
