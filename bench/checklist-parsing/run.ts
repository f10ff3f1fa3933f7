/**
 * `node bench/checklist-parsing/run.ts`: how fast a checklist is read against remark-gfm, on the same files in one process, after
 * making sure that both find the same items. Per corpus the median of five ratios, taken turn by turn, of the CPU time of the
 * thread: what else runs on the machine does not count. "Items" is what remark gives too: where they are, their state and depth.
 * "All" is the whole of readChecklist, with ids, phases, thresholds, signatures. Prints table rows; fails below the bars.
 */
import { readBlocks } from '../../actions/checklist/src/markdown/blocks.ts';
import { Lines } from '../../actions/checklist/src/markdown/lines.ts';
import { outlineOf } from '../../actions/checklist/src/markdown/outline.ts';
import { type PeerItem, peerItems } from '../../actions/checklist/src/markdown/peer.fixture.ts';
import { readChecklist } from '../../actions/checklist/src/markdown/read.ts';
import { type Corpus, corpora, longChecklist } from './corpus.ts';

const ROUNDS = 5;
const LEAST_RATIO = 20;
const LONG = 10_000;
const MOST_LONG_MS = 150;
/** Both are run for this long before, so that their code is compiled; and a round of ours is as many passes as take this long. */
const WARM_MS = 1000;
const ROUND_MS = 100;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** CPU time of one pass in milliseconds. */
function milliseconds(work: () => void, passes: number): number {
  const before = process.threadCpuUsage();
  for (let pass = 0; pass < passes; pass++) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / passes;
}

/** Runs it for a while, and gives the passes of a round. By the clock: the CPU time of one pass may be read as none. */
function warm(work: () => void): number {
  const started = performance.now();
  let passes = 0;
  for (; performance.now() - started < WARM_MS; passes++) work();
  return Math.max(1, Math.round((passes * ROUND_MS) / WARM_MS));
}

function ourItems(text: string): PeerItem[] {
  return readChecklist(text, 'a.md').items.map(({ line, tick, depth }) => ({ line, ticked: tick === 'ticked', depth }));
}

/** Number of items; throws when the two read a file otherwise. */
function sameItems({ files }: Corpus): number {
  let count = 0;
  for (const { path, text } of files) {
    const ours = ourItems(text);
    if (JSON.stringify(ours) !== JSON.stringify(peerItems(text))) throw new Error(`other items in ${path}`);
    count += ours.length;
  }
  return count;
}

function parse(text: string): void {
  const { tokens, env } = readBlocks(text);
  outlineOf(tokens, new Lines(text), env);
}

function compare(corpus: Corpus): boolean {
  const count = sameItems(corpus);
  const each = (work: (text: string) => void) => () => {
    for (const { text } of corpus.files) work(text);
  };
  const works = [each(parse), each((text) => readChecklist(text, 'a.md')), each(peerItems)];
  const passes = works.map(warm);
  const rounds = Array.from({ length: ROUNDS }, () =>
    works.map((work, index) => milliseconds(work, passes[index] ?? 1)),
  );
  const at = (round: readonly number[], index: number) => round[index] ?? Number.NaN;
  const [items = 0, all = 0, peer = 0] = works.map((_, index) => median(rounds.map((round) => at(round, index))));
  const [ratio = 0, ratioOfAll = 0] = [0, 1].map((index) =>
    median(rounds.map((round) => at(round, 2) / at(round, index))),
  );
  const bytes = corpus.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const size = `${corpus.files.length} | ${(bytes / 1e3).toFixed(0)} kB | ${count}`;
  const times = `${items.toFixed(2)} ms | ${all.toFixed(2)} ms | ${peer.toFixed(1)} ms`;
  console.log(`| ${corpus.name} | ${size} | ${times} | ${ratio.toFixed(1)} | ${ratioOfAll.toFixed(1)} |`);
  return ratio >= LEAST_RATIO;
}

function long(): boolean {
  const text = longChecklist(LONG);
  const count = readChecklist(text, 'a.md').items.length;
  const times = Array.from({ length: ROUNDS }, () => milliseconds(() => readChecklist(text, 'a.md'), 1));
  const size = (Buffer.byteLength(text) / 1e3).toFixed(0);
  console.log(`\n${count} items in ${size} kB: ${median(times).toFixed(0)} ms (below ${MOST_LONG_MS})`);
  return count >= LONG && median(times) < MOST_LONG_MS;
}

console.log('| corpus | files | size | count | items | all | remark-gfm | ratio of items | ratio of all |');
console.log('| :-- | --: | --: | --: | --: | --: | --: | --: | --: |');
const results = [...corpora().map(compare), long()];
process.exitCode = results.every(Boolean) ? 0 : 1;
