import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

describe('work in turns', () => {
  it('is done in order, no more at once than the width, and can be waited for', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    for (let number = 0; number < 7; number += 1) {
      turns.add(async () => {
        begun.push(number);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
      });
    }
    await turns.whenIdle();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([most, running]).toEqual([2, 0]);
    await turns.whenIdle();
  });
});
