import { describe, expect, it } from 'vitest';
import { closing } from './closing.ts';

describe('closing', () => {
  it('ends the newest first, once, and the rest although one fails', async () => {
    const ended: string[] = [];
    const troubles: unknown[] = [];
    const { add, close } = closing((error) => troubles.push(error));
    add(() => ended.push('first'));
    add(() => {
      throw new Error('stuck');
    });
    add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended.push('last');
    });
    await Promise.all([close(), close()]);
    expect(ended).toEqual(['last', 'first']);
    expect(troubles).toEqual([new Error('stuck')]);
  });
});
