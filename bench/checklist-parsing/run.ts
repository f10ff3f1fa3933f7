/**
 * `node bench/checklist-parsing/run.ts`: how fast a checklist is read against remark-gfm, on the same files in one process, after
 * making sure that both find the same items. Per corpus the median of five ratios, taken turn by turn. Prints table rows.
 */

import { type PeerItem, peerItems } from '../../actions/checklist/src/markdown/peer.fixture.ts';
import { readChecklist } from '../../actions/checklist/src/markdown/read.ts';
import { type Corpus, corpora, longChecklist } from './corpus.ts';

const ROUNDS = 5;
const LEAST_RATIO = 20;
const LONG = 10_000;
const MOST_LONG_MS = 150;
/** A round of a small corpus is as many passes as take about this long. */
const ROUND_MS = 40;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function ourItems(text: string): PeerItem[] {
  return readChecklist(text, 'a.md').items.map(({ line, tick, depth }) => ({ line, ticked: tick === 'ticked', depth }));
}

/** Number of items; throws when the two read a file otherwise. */
function sameItems({ files }: Corpus): number {
  let count = 0;
  for (const { path, text } of files) {
    const [ours, peers] = [ourItems(text), peerItems(text)];
    if (JSON.stringify(ours) !== JSON.stringify(peers)) throw new Error(`other items in ${path}`);
    count += ours.length;
  }
  return count;
}

function compare(corpus: Corpus): boolean {
  const items = sameItems(corpus);
  const bytes = corpus.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const ours = () => corpus.files.forEach(({ path, text }) => void readChecklist(text, path));
  const peers = () => corpus.files.forEach(({ text }) => void peerItems(text));
  // The first passes are compiled on the way.
  for (let warm = 0; warm < 3; warm++) ours();
  const passes = Math.max(1, Math.round(ROUND_MS / milliseconds(ours)));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const own = milliseconds(() => {
      for (let pass = 0; pass < passes; pass++) ours();
    });
    return { own: own / passes, peer: milliseconds(peers) };
  });
  const [own, peer] = [median(rounds.map((round) => round.own)), median(rounds.map((round) => round.peer))];
  const ratio = median(rounds.map((round) => round.peer / round.own));
  const size = `${corpus.files.length} | ${(bytes / 1e3).toFixed(0)} kB | ${items}`;
  console.log(`| ${corpus.name} | ${size} | ${own.toFixed(2)} ms | ${peer.toFixed(1)} ms | ${ratio.toFixed(1)} |`);
  return ratio >= LEAST_RATIO;
}

function long(): boolean {
  const text = longChecklist(LONG);
  const count = readChecklist(text, 'a.md').items.length;
  const times = Array.from({ length: ROUNDS }, () => milliseconds(() => void readChecklist(text, 'a.md')));
  console.log(
    `${count} items in ${(Buffer.byteLength(text) / 1e3).toFixed(0)} kB: ${median(times).toFixed(0)} ms (bar ${MOST_LONG_MS})`,
  );
  return count >= LONG && median(times) < MOST_LONG_MS;
}

console.log('| corpus | files | size | items | ours | remark-gfm | ratio |');
console.log('| :-- | --: | --: | --: | --: | --: | --: |');
const results = [...corpora().map(compare), long()];
process.exitCode = results.every(Boolean) ? 0 : 1;
