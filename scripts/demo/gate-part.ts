// The part of the demo without the portal: the built gate on good and on bad migrations, and a page for each run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atMost } from './at-most.ts';
import { makeChange } from './change.ts';
import type { GateRun, Ground } from './gate-run.ts';
import { commandOf, entry, runGate } from './gate-run.ts';
import { writePages } from './pages.ts';
import { print, showProgress } from './screen.ts';
import type { Trial } from './trials.ts';
import { badTrials, goodTrials } from './trials.ts';
import { badHeading, badLines, conclusion, goodLines, item, proved } from './words.ts';

/** Each starts a database of its own: two keep two cores busy. */
const processesAtOnce = 2;
/** Bad ones of which the whole output is shown. */
const inFull = ['bad/restructured-events', 'bad/cascade-takes-trigger', 'bad/index-not-unique-again'];
/** Started before the others: first the one whose time is told, while next to nothing else runs. */
const early = ['good/nothing-new', 'unknown/missing-folder', 'good/history', 'good/change', ...inFull];

type Runs = ReadonlyMap<string, Promise<GateRun>>;

function startAll(trials: readonly Trial[], ground: Ground): Runs {
  const first = early.flatMap((name) => trials.filter((trial) => trial.name === name));
  const start = atMost(processesAtOnce);
  let done = 0;
  const run = async (trial: Trial): Promise<GateRun> => {
    showProgress(`${done} of ${trials.length} runs are done`);
    const ended = await runGate(trial, ground);
    done += 1;
    return ended;
  };
  return new Map([...new Set([...first, ...trials])].map((trial) => [trial.name, start(() => run(trial))]));
}

/** Prints each as soon as it and those before it are done. */
async function printEach(
  runs: Runs,
  trials: readonly Trial[],
  linesOf: (run: GateRun) => readonly string[],
): Promise<readonly GateRun[]> {
  const done: GateRun[] = [];
  for (const run of trials.flatMap(({ name }) => runs.get(name) ?? [])) {
    done.push(await run);
    print(...linesOf(await run));
  }
  return done;
}

function outputOf(run: GateRun): readonly string[] {
  return ['', `$ ${commandOf(run.trial)}`, run.log.trimEnd()];
}

/** Runs all and prints what each came to. True when every run ends as expected. */
export async function gatePart(ground: Ground): Promise<boolean> {
  const startedAt = performance.now();
  const manifest = JSON.parse(readFileSync(join(ground.root, 'actions/migrate-gate/package.json'), 'utf8')) as {
    version: string;
  };
  const history = join(ground.root, 'examples/order-service/migrations');
  const change = makeChange(join(ground.temporary, 'change'), history, 2);
  const [goodOnes, badOnes] = [goodTrials(ground.root, change), badTrials(ground.root)];
  const runs = startAll([...goodOnes, ...badOnes], ground);
  print(
    `migrate-gate ${manifest.version}: ${runs.size} runs of ${entry}`,
    '',
    'Good, and one that cannot be looked at:',
  );
  const good = await printEach(runs, goodOnes, goodLines);
  print('', `Bad: ${inFull.length} of ${badOnes.length} in full.`);
  const shown = badOnes.filter(({ name }) => inFull.includes(name));
  await printEach(runs, shown, outputOf);
  print('', `Bad: all ${badOnes.length}. Each must fail with its status, and name the object.`, badHeading);
  const bad = await printEach(runs, badOnes, badLines);
  const all = [...good, ...bad];
  finish(good, bad, ground);
  print(conclusion(all, (performance.now() - startedAt) / 1000));
  return all.every(({ wrong }) => wrong.length === 0);
}

function finish(good: readonly GateRun[], bad: readonly GateRun[], ground: Ground): void {
  const sentences = proved(good, bad);
  const index = writePages(
    [
      { title: 'Good, and one that cannot be looked at', runs: good },
      { title: 'Bad: small histories with one fault each', runs: bad },
    ],
    sentences,
    ground,
  );
  const named = [...good.slice(0, 1).map(({ trial }) => trial.name), ...inFull];
  const pages = [index, ...named.map((name) => join(ground.output, name, 'index.html'))];
  print('', 'What this proved', ...sentences.map(item), '');
  print(`folder   ${ground.output}`, '         per run: index.html, verdict.json, results.sarif, summary.md');
  print('pages', ...pages.map((file) => `  ${pathToFileURL(file)}`), '');
}
