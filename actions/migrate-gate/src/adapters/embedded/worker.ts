/** The engine's thread: PostgreSQL in WebAssembly runs to its end without giving way, so only another thread can time it out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineAnswer, EngineCall, EngineOptions } from './protocol.ts';
import { Session } from './session.ts';

let session: Session | undefined;

async function answer(call: EngineCall): Promise<unknown> {
  if (call.name === 'open') {
    const opened = await Session.open(workerData as EngineOptions);
    session = opened.session;
    return { version: opened.version };
  }
  if (session === undefined) throw new Error('the engine is not open');
  if (call.name === 'run') return await session.run(...call.args);
  if (call.name === 'catalog') return await session.catalog();
  return session.compare(...call.args);
}

parentPort?.on('message', (call: EngineCall) => {
  const reply = (value: EngineAnswer) => parentPort?.postMessage(value);
  answer(call).then(
    (result) => reply({ id: call.id, result }),
    (error: unknown) => reply({ id: call.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
