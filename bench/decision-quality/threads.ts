/** Tasks spread over threads; results come in the order of the tasks, whoever did them. */
import { Worker } from 'node:worker_threads';
import type { Outcomes, Task } from './outcomes.ts';

export async function spread(
  tasks: readonly Task[],
  threads: number,
  done: (finished: number) => void,
): Promise<readonly Outcomes[]> {
  const results: Outcomes[] = [];
  let next = 0;
  let finished = 0;
  const work = async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let index = next++; index < tasks.length; index = next++) {
        results[index] = await ask(worker, tasks[index]);
        finished += 1;
        done(finished);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}

function ask(worker: Worker, task: Task | undefined): Promise<Outcomes> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (outcomes: Outcomes) => {
      worker.off('error', reject);
      resolve(outcomes);
    });
    worker.postMessage(task);
  });
}
