/** Runs the trials of a plan on an engine and gathers the facts. What stops the trials is a finding, not an exception. */
import type { GateContext } from '@shipgate/kit/gate';
import { isAbsolute } from 'node:path';
import { readText } from './adapters/folder.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './findings.ts';
import type { Options } from './inputs.ts';
import type { Script } from './layouts/layout.ts';
import type { Looked } from './look.ts';
import { makePlaces } from './places.ts';
import type { GatePorts } from './ports.ts';
import { EngineError } from './ports.ts';
import type { Proven } from './prove.ts';
import { prove } from './prove.ts';
import { SetupFailed, Stage } from './trial/stage.ts';
import { NotRepeatable } from './trial/step.ts';

export interface TryOutPorts {
  readonly top: string;
  readonly ports: GatePorts;
  readonly context: GateContext;
  /** Milliseconds that reading took. */
  readonly findMs: number;
}

export async function tryOut(looked: Looked, options: Options, { top, ports, context, findMs }: TryOutPorts): Promise<Facts> {
  const proven: Proven = { alone: [], groups: new Map(), together: null, chain: null, engine: null };
  const setup = options.setup === undefined ? null : readSetup(top, options.setup);
  const texts = new Map(looked.texts);
  const found = [...looked.findings];
  if (setup !== null && 'code' in setup) found.push(setup);
  else if (setup !== null) texts.set(setup.file, setup.text);
  const runnable = looked.plan !== undefined && !looked.refused && !options.dryRun && !(setup !== null && 'code' in setup);
  const started = context.clock.elapsed();
  if (runnable && looked.plan !== undefined && looked.plan.batch.length + looked.plan.mended.length > 0) {
    const engine = ports.engine({ extensions: ports.neededExtensions(texts.values()), stepTimeoutMs: options.stepTimeoutMs });
    const stage = new Stage(engine, setup === null || 'code' in setup ? null : setup.script);
    const end = () => void stage.end();
    context.signal.addEventListener('abort', end);
    try {
      await prove(stage, looked.plan, context.progress, proven);
    } catch (error) {
      found.push(troubleOf(error, texts));
      context.progress.stage('engine', 'stopped', '??');
    } finally {
      context.signal.removeEventListener('abort', end);
      await stage.end();
    }
  }
  return factsOf(looked, options, { found, texts, proven, timings: { findMs, proveMs: context.clock.elapsed() - started } });
}

interface Gathered {
  readonly found: readonly Finding[];
  readonly texts: ReadonlyMap<string, string>;
  readonly proven: Proven;
  readonly timings: Readonly<Record<string, number>>;
}

function factsOf(looked: Looked, options: Options, { found, texts, proven, timings }: Gathered): Facts {
  const { folder, tool, all, emptyDowns, allowances, plan } = looked;
  return {
    scope: options.scope,
    folder,
    tool,
    all,
    batch: plan?.batch ?? [],
    found,
    ...proven,
    emptyDowns,
    allowances,
    places: makePlaces(texts),
    stepTimeoutMs: options.stepTimeoutMs,
    timings,
  };
}

interface Setup {
  readonly file: string;
  readonly text: string;
  readonly script: Script;
}

/** A file of the repository, or the SQL itself. */
function readSetup(top: string, setup: string): Setup | Finding {
  const looksLikeSql = /[\s;]/.test(setup.trim());
  if (looksLikeSql) return setupOf('(input setup)', setup);
  if (isAbsolute(setup)) return { code: 'file-unreadable', why: 'a path that is not from the top of the repository', place: { file: setup } };
  const read = readText(top, setup);
  if ('why' in read) return { code: 'file-unreadable', why: read.why, place: { file: setup } };
  return setupOf(setup, read.text);
}

function setupOf(file: string, text: string): Setup {
  return { file, text, script: { file, chunks: [{ sql: text, offset: 0 }], transaction: 'none' } };
}

/** An error that stops all trials, as a finding; one that is our own fault is thrown on. */
function troubleOf(error: unknown, texts: ReadonlyMap<string, string>): Finding {
  const places = makePlaces(texts);
  if (error instanceof SetupFailed) {
    const { result, script } = error;
    return { code: 'setup-fails', error: result.error ?? { message: result.outcome }, place: places.ofError(result, script) };
  }
  if (error instanceof NotRepeatable) {
    const { step, result } = error;
    const place = places.ofError(result, step.up);
    return { code: 'base-fails', migration: step.entry.id, place, error: result.error ?? { message: result.outcome } };
  }
  if (error instanceof EngineError) return { code: 'engine-failed', message: error.message, mend: error.mend };
  throw error;
}
