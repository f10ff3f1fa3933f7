import { describe, expect, it } from 'vitest';
import { plainScalar } from './scalar.ts';

describe('a plain scalar', () => {
  it.each([
    ['yes', true],
    ['Off', false],
    ['y', true],
    ['~', null],
    ['NULL', null],
    ['8080', 8080n],
    ['0755', 493n],
    ['0o17', 15n],
    ['0x1F', 31n],
    ['-0b11', -3n],
    ['1_000', 1000n],
    ['1.0', 1n],
    ['09', 9n],
    ['1e3', 1000n],
    ['0.5', 0.5],
    ['9223372036854775807', 9223372036854775807n],
  ])('%s is what kubectl makes of it', (source, value) => {
    expect(plainScalar(source)).toBe(value);
  });

  it.each(['250m', '512Mi', '1.2.3', '12:30', '2026-11-28', 'yEs', '0x', '-', '.', '1 2', '<<', 'v1', '_1'])(
    '%s is a text, or no whole number',
    (source) => {
      expect(typeof plainScalar(source)).not.toBe('bigint');
      expect(typeof plainScalar(source)).not.toBe('boolean');
    },
  );

  it('of a million digits is read at once', () => {
    expect(plainScalar('9'.repeat(1_000_000))).toBe(Number.POSITIVE_INFINITY);
  });
});
