import { describe, expect, it } from 'vitest';
import type { MirrorNews } from '../steering/mirror.ts';
import { MirrorQueue } from './mirror-queue.ts';

const step = (description: string): MirrorNews => ({ state: 'in_progress', description });

/** Takes one piece of news whenever it is let. */
function slow() {
  const taken: string[] = [];
  const gates: (() => void)[] = [];
  const tell = ({ description }: MirrorNews) =>
    new Promise<void>((resolve) => {
      taken.push(description);
      gates.push(resolve);
    });
  const letOn = async () => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { taken, tell, letOn };
}

describe('the queue of a mirror', () => {
  it('keeps the order', async () => {
    const taken: string[] = [];
    const tell = ({ description }: MirrorNews) => Promise.resolve(void taken.push(description));
    const mirror = new MirrorQueue({ tell, log: expect.unreachable });
    await mirror.say(step('5 %'));
    await mirror.say({ state: 'failure', description: 'back' });
    await mirror.say({ state: 'inactive', description: 'gone' });
    expect(await mirror.close()).toEqual({ told: 3, replaced: 0, lost: 0 });
    expect(taken).toEqual(['5 %', 'back', 'gone']);
  });

  it('lets only the newest step wait, and every end', async () => {
    const { taken, tell, letOn } = slow();
    const mirror = new MirrorQueue({ tell, log: expect.unreachable });
    for (const text of ['1', '2', '3']) await mirror.say(step(text));
    await letOn();
    await mirror.say({ state: 'failure', description: 'end' });
    await mirror.say({ state: 'inactive', description: 'last' });
    await letOn();
    await letOn();
    await letOn();
    expect(taken).toEqual(['1', '3', 'end', 'last']);
    expect(await mirror.close()).toEqual({ told: 4, replaced: 1, lost: 0 });
  });

  it('tells once what is broken, and goes on', async () => {
    const log: string[] = [];
    const mirror = new MirrorQueue({
      tell: () => Promise.reject(new Error('the API answered 500')),
      log: (text) => log.push(text),
    });
    for (const state of ['failure', 'error', 'inactive'] as const) await mirror.say({ state, description: 'x' });
    expect(await mirror.close()).toEqual({ told: 0, replaced: 0, lost: 3 });
    expect(log).toEqual([expect.stringContaining('the API answered 500')]);
  });

  it('ends when its time is over, with a receiver that neither answers nor listens', async () => {
    const log: string[] = [];
    let signal: AbortSignal | undefined;
    const tell = (_: MirrorNews, given: AbortSignal) => {
      signal = given;
      return new Promise<void>(() => undefined);
    };
    const mirror = new MirrorQueue({ tell, log: (text) => log.push(text), closeWithin: 20 });
    await mirror.say(step('1'));
    await mirror.say({ state: 'success', description: 'end' });
    expect(await mirror.close()).toEqual({ told: 0, replaced: 0, lost: 2 });
    expect(signal?.aborted).toBe(true);
    expect(log).toHaveLength(1);
  });

  it('takes nothing behind its end', async () => {
    const log: string[] = [];
    const mirror = new MirrorQueue({ tell: () => Promise.resolve(), log: (text) => log.push(text) });
    await mirror.close();
    await mirror.say(step('1'));
    expect((await mirror.close()).lost).toBe(1);
    expect(log).toHaveLength(1);
  });
});
