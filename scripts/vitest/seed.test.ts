import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isThorough } from './thoroughly.ts';

test('random cases begin at the same place in npm test, and elsewhere in every thorough run', () => {
  const { seed } = fc.readConfigureGlobal();
  expect(typeof seed === 'number').toBe(!isThorough);
  const [one, other] = [fc.sample(fc.nat(), 20), fc.sample(fc.nat(), 20)];
  if (isThorough) expect(one).not.toEqual(other);
  else expect(one).toEqual(other);
});
