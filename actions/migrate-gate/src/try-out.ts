/** Runs the trials of a plan on an engine and gathers the facts. What stops the trials is a finding, not an exception. */
import type { GateContext } from '@shipgate/kit/gate';
import { readText } from './adapters/folder.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './findings.ts';
import type { Options } from './inputs.ts';
import type { Script } from './layouts/layout.ts';
import type { Looked } from './look.ts';
import { makePlaces } from './places.ts';
import type { GatePorts } from './ports.ts';
import { EngineError } from './ports.ts';
import type { ProofPlan, Proven } from './prove.ts';
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

export async function tryOut(
  looked: Looked,
  options: Options,
  { top, ports, context, findMs }: TryOutPorts,
): Promise<Facts> {
  const proven: Proven = { alone: [], groups: new Map(), together: null, chain: null, engine: null };
  const texts = new Map(looked.texts);
  const found = [...looked.findings];
  const started = context.clock.elapsed();
  const plan = looked.refused ? undefined : looked.plan;
  if (plan !== undefined && plan.batch.length + plan.mended.length > 0) {
    // Only now: where nothing is to be run, a setup that is missing keeps nobody from anything.
    const setup = options.setup === undefined ? null : readSetup(top, options.setup);
    if (setup !== null && 'code' in setup) found.push(setup);
    else {
      if (setup !== null) texts.set(setup.file, setup.text);
      const extensions = ports.neededExtensions([...texts.values(), ...baseSql(plan)]);
      const engine = ports.engine({ extensions, stepTimeoutMs: options.stepTimeoutMs });
      const trouble = options.dryRun
        ? null
        : await runTrials(new Stage(engine, setup?.script ?? null), plan, context, proven);
      if (trouble !== null) found.push(troubleOf(trouble.error, texts));
    }
  }
  return factsOf(looked, options, {
    found,
    texts,
    proven,
    timings: { findMs, proveMs: context.clock.elapsed() - started },
  });
}

/** Fills `proven` as far as the trials come; what stopped them is returned. */
async function runTrials(
  stage: Stage,
  plan: ProofPlan,
  { signal, progress }: GateContext,
  proven: Proven,
): Promise<{ readonly error: unknown } | null> {
  const end = () => void stage.end();
  signal.addEventListener('abort', end);
  try {
    await prove(stage, plan, progress, proven);
    return null;
  } catch (error) {
    progress.stage('engine', 'stopped', '??');
    return { error };
  } finally {
    signal.removeEventListener('abort', end);
    await stage.end();
  }
}

/** Migrations of the base may be gone from the head, and want their extensions all the same. */
function* baseSql({ base }: ProofPlan): Generator<string> {
  for (const { up } of base) for (const { sql } of up.chunks) yield sql;
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
  const read = readText(top, setup);
  if ('text' in read) return setupOf(setup, read.text);
  const looksLikeSql = /[\s;]/.test(setup.trim());
  return looksLikeSql
    ? setupOf('(input setup)', setup)
    : { code: 'file-unreadable', why: read.why, place: { file: setup } };
}

function setupOf(file: string, text: string): Setup {
  return { file, text, script: { file, chunks: [{ sql: text, offset: 0 }], transaction: 'none' } };
}

/** An error that stops all trials, as a finding; one that is our own fault is thrown on. */
function troubleOf(error: unknown, texts: ReadonlyMap<string, string>): Finding {
  const places = makePlaces(texts);
  if (error instanceof SetupFailed) {
    const { result, script } = error;
    return {
      code: 'setup-fails',
      error: result.error ?? { message: result.outcome },
      place: places.ofError(result, script),
    };
  }
  if (error instanceof NotRepeatable) {
    const { step, result } = error;
    const place = places.ofError(result, step.up);
    return { code: 'base-fails', migration: step.entry.id, place, error: result.error ?? { message: result.outcome } };
  }
  if (error instanceof EngineError) return { code: 'engine-failed', message: error.message, mend: error.mend };
  throw error;
}
