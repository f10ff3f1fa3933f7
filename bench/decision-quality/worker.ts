/** One of the threads of `run.ts`: takes tasks, gives outcomes. */
import { parentPort } from 'node:worker_threads';
import { outcomesOf, type Task } from './outcomes.ts';

parentPort?.on('message', (task: Task) => parentPort?.postMessage(outcomesOf(task)));
