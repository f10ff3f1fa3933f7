/**
 * `node bench/checklist-parsing/run.ts`: how fast a checklist is read against remark-gfm, on the same files in one process, after
 * making sure that both find the same items. Per corpus the median of five ratios, taken turn by turn, of the CPU time of the
 * thread: what else runs on the machine does not count. Prints table rows; fails below the bars.
 */
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

function warm(work: () => void): void {
  for (let spent = 0; spent < WARM_MS; ) spent += Math.max(milliseconds(work, 1), 0.01);
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

function compare(corpus: Corpus): boolean {
  const items = sameItems(corpus);
  const bytes = corpus.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const ours = () => {
    for (const { path, text } of corpus.files) readChecklist(text, path);
  };
  const peers = () => {
    for (const { text } of corpus.files) peerItems(text);
  };
  warm(ours);
  warm(peers);
  const passes = (work: () => void) => Math.max(1, Math.round(ROUND_MS / milliseconds(work, 1)));
  const [ownPasses, peerPasses] = [passes(ours), passes(peers)];
  const rounds = Array.from({ length: ROUNDS }, () => ({
    own: milliseconds(ours, ownPasses),
    peer: milliseconds(peers, peerPasses),
  }));
  const [own, peer] = [median(rounds.map((round) => round.own)), median(rounds.map((round) => round.peer))];
  const ratio = median(rounds.map((round) => round.peer / round.own));
  const size = `${corpus.files.length} | ${(bytes / 1e3).toFixed(0)} kB | ${items}`;
  console.log(`| ${corpus.name} | ${size} | ${own.toFixed(2)} ms | ${peer.toFixed(1)} ms | ${ratio.toFixed(1)} |`);
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

console.log('| corpus | files | size | items | ours | remark-gfm | ratio |');
console.log('| :-- | --: | --: | --: | --: | --: | --: |');
const results = [...corpora().map(compare), long()];
process.exitCode = results.every(Boolean) ? 0 : 1;
