import { describe, expect, it } from 'vitest';
import { Refusal } from './ports.ts';
import { isForbidden } from './trying.ts';

describe('a refusal of GitHub', () => {
  it('is a matter of rights when it is final, and none when it only asks to wait', () => {
    const refused = (status: number, kind: 'final' | 'again') => new Refusal('no', { status, judgement: { kind } });
    expect(isForbidden(refused(403, 'final'))).toBe(true);
    expect(isForbidden(refused(404, 'final'))).toBe(true);
    expect(isForbidden(refused(403, 'again'))).toBe(false);
    expect(isForbidden(refused(500, 'final'))).toBe(false);
    expect(isForbidden(new Error('no'))).toBe(false);
  });
});
