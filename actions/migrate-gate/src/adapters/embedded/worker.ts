/** The engine's thread: PostgreSQL in WebAssembly runs to its end without giving way, so only another thread can time it out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineAnswer, EngineCall, EngineOptions } from './protocol.ts';
import { loadParts, Session } from './session.ts';

const options = workerData as EngineOptions;
const progress = new Int32Array(options.progress);
/** Begun before anybody asks: the thread may have been started ahead. What fails is told to who asks. */
const parts = loadParts(options.assets);
parts.catch(() => undefined);
let session: Session | undefined;

async function answer(call: EngineCall): Promise<unknown> {
  if (call.name === 'open') {
    const opened = await Session.open(await parts, ...call.args);
    session = opened.session;
    return { version: opened.version };
  }
  if (session === undefined) throw new Error('the engine is not open');
  if (call.name === 'run') return await session.run(...call.args);
  if (call.name === 'catalog') return await session.catalog();
  return session.compare(...call.args);
}

async function answerAll(calls: readonly EngineCall[]): Promise<void> {
  const answers: EngineAnswer[] = [];
  for (const call of calls) {
    Atomics.add(progress, 0, 1);
    try {
      answers.push({ result: await answer(call) });
    } catch (error) {
      answers.push({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  parentPort?.postMessage(answers);
}

/** One list after the other, in the order in which they come. */
let queue = Promise.resolve();

parentPort?.on('message', (calls: readonly EngineCall[]) => {
  queue = queue.then(() => answerAll(calls));
});
