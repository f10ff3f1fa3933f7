/** The flow of one run: configuration, change, scripts, trials, report. Importing this runs nothing. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { headAndBase } from '@shipgate/kit/report/summary';
import type { ShipgateFile, Subject } from '@shipgate/schemas';
import { ConfigurationError } from '@shipgate/schemas';
import type { BaseFiles } from './change.ts';
import { findBaseFiles, openRepository } from './change.ts';
import { findPolicyChange, policyComesFromBase, readBaseFile, readBaseline, readHeadFile } from './configuration.ts';
import type { Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import type { Inputs, Options } from './inputs.ts';
import { resolveOptions, resolvePolicy } from './inputs.ts';

import { lookAt, tellFound } from './look.ts';
import type { GatePorts } from './ports.ts';
import { report } from './report.ts';
import { tryOut } from './try-out.ts';

export async function runMigrateGate(inputs: Inputs, context: GateContext, ports: GatePorts): Promise<GateResult> {
  const { host, clock } = context;
  const git = await openRepository(host, ports.env);
  const top = git?.topLevel() ?? host.workspace;
  const configFile = insideTop(top, host.workspace, inputs.config, 'config');
  const head = readHeadFile(top, configFile);
  const options = resolveOptions(inputs, head.value?.migrations);
  const folder = folderOf(top, context, inputs, options);
  const api = { url: ports.env['GITHUB_API_URL'], token: options.token };
  const found = options.scope === 'new' ? await findBaseFiles(git, host, options.baseRef, api) : null;
  const base = found?.kind === 'found' ? found.base : null;
  const policy = await readPolicy(context, { top, configFile, head: head.value, base, options });
  const subject = subjectOf(context, git?.head() ?? undefined, base, head.value, folder);
  context.progress.heading(subject.service ?? '', headAndBaseText(subject));
  for (const { title } of head.warnings) context.progress.note(`warning: ${title}`);
  const unknown: Finding[] = found?.kind === 'unknown' ? [{ code: 'base-unreachable', ...found }] : [];
  const started = clock.elapsed();
  const looked = await lookAt({ top, folder, options, base, found: [...policy.findings, ...unknown] });
  tellFound(context.progress, looked, options.scope);
  const findMs = clock.elapsed() - started;
  const facts = await tryOut(looked, options, { top, ports, context, findMs });
  return report({ facts, policy: policy.policy, subject, dryRun: options.dryRun, docs: context.docs });
}

interface PolicySource {
  readonly top: string;
  readonly configFile: string;
  readonly head: ShipgateFile | undefined;
  readonly base: BaseFiles | null;
  readonly options: Options;
}

async function readPolicy(
  { host, clock }: GateContext,
  { top, configFile, head, base, options }: PolicySource,
): Promise<{ policy: Policy; findings: readonly Finding[] }> {
  const today = clock.now().toISOString().slice(0, 10);
  if (!policyComesFromBase(host)) {
    const baseline = await readBaseline(top, null, options.baseline);
    return { policy: resolvePolicy(head?.migrations, baseline, today), findings: [] };
  }
  const file = base === null ? undefined : await readBaseFile(base, configFile);
  const baseline = base === null ? [] : await readBaseline(top, base, file?.migrations?.baseline);
  const findings = findPolicyChange(configFile, head, file);
  return { policy: resolvePolicy(file?.migrations, baseline, today), findings };
}

function subjectOf(
  { host }: GateContext,
  gitHead: string | undefined,
  base: BaseFiles | null,
  file: ShipgateFile | undefined,
  folder: string,
): Subject {
  const commit = host.commit ?? gitHead;
  return {
    ...(file?.service === undefined ? {} : { service: file.service.name }),
    ...(commit === undefined ? {} : { commit }),
    ...(base === null ? {} : { base: base.sha }),
    path: folder,
  };
}

function headAndBaseText(subject: Subject): string {
  const text = headAndBase(subject);
  return typeof text === 'string' ? text : text.markdown;
}

/** In a workflow a path is from the top of the repository; on a command line it is from where one stands. */
function folderOf(top: string, { host }: GateContext, inputs: Inputs, options: Options): string {
  const from = host.kind === 'terminal' && inputs.path !== undefined ? host.workspace : top;
  return insideTop(top, from, options.path, 'path');
}

function insideTop(top: string, from: string, path: string, input: string): string {
  const inside = relative(top, resolve(from, path));
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new ConfigurationError([
      { title: `input ${input} leads out of the repository`, expected: 'a path inside the repository', got: path, do: `give ${input} from the top of the repository` },
    ]);
  }
  return inside === '' ? '.' : inside.split(sep).join('/');
}

