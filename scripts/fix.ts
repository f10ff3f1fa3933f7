// npm run fix: writes everything that a program can write: generated files, README tables, formatting, dist.
import { fix } from './steps.ts';

process.exitCode = (await fix(console.log)) ? 0 : 1;
