// One holder at a time across processes, on any file system: numbered files in a folder, the highest one holds the lock.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const beat = 2_000;
const silence = 30_000;
const wait = 250;

function holders(folder) {
  return readdirSync(folder)
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

/** A holder is gone when its process is, or (on another machine, or killed before it wrote its name) when it fell silent. */
function isGone(file) {
  try {
    const { mtimeMs } = statSync(file);
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    if (Date.now() - mtimeMs > silence) return true;
    return host === hostname() && !isAlive(Number(pid));
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The file that now is ours, or null when somebody else holds the lock. */
function tryToHold(folder) {
  mkdirSync(folder, { recursive: true });
  const before = holders(folder);
  if (before.some((number) => !isGone(join(folder, String(number))))) return null;
  const mine = (before.at(-1) ?? 0) + 1;
  const file = join(folder, String(mine));
  try {
    writeFileSync(file, `${hostname()} ${process.pid}`, { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return null;
    throw error;
  }
  // Between the look and the write another may have begun anew from 1: then we were too late.
  const other = holders(folder).some((number) => number !== mine && !isGone(join(folder, String(number))));
  if (!other) return file;
  rmSync(file, { force: true });
  return null;
}

function release(folder, file) {
  for (const number of holders(folder)) {
    const each = join(folder, String(number));
    if (each !== file && isGone(each)) rmSync(each, { force: true });
  }
  rmSync(file, { force: true });
}

/** Waits until nobody else is at `work` (a folder of its own names it), does it, and lets the next one in. */
export async function withLock(folder, work) {
  let file = tryToHold(folder);
  for (let told = false; file === null; file = tryToHold(folder)) {
    if (!told) process.stderr.write('waiting: another process is setting up\n');
    told = true;
    await new Promise((settle) => setTimeout(settle, wait));
  }
  const held = file;
  const heart = setInterval(() => utimesSync(held, new Date(), new Date()), beat);
  try {
    await work();
  } finally {
    clearInterval(heart);
    release(folder, held);
  }
}
