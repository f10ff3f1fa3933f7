// npm run check: proves, writes nothing.
import { check } from './steps.ts';

process.exitCode = (await check(console.log)) ? 0 : 1;
