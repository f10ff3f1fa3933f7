// Where the random cases of properties begin. In `npm test` always the same, so that it tells of the change under test and
// not of luck; `.ci/real` draws others each time, and a failure there prints its seed.
import { configureGlobal } from 'fast-check';
import { isThorough } from './thoroughly.ts';

if (!isThorough) configureGlobal({ seed: 20_261_128 });
