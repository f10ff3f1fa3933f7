/** Edge: the plan's file, and what the inputs add to it. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Calendar } from '@shipgate/kit/calendar';
import { resolveCalendar } from '@shipgate/kit/calendar';
import { allowedEnvironment } from '@shipgate/kit/command';
import { gitEnvironmentNames, openGit } from '@shipgate/kit/git';
import type { Host } from '@shipgate/kit/host';
import type { Canary, CanaryPlanFile, Fault } from '@shipgate/schemas';
import { ConfigurationError, readCanaryPlan } from '@shipgate/schemas';
import type { Inputs } from './inputs.ts';
import { planHash } from './plan/hash.ts';
import { type PlanContext, resolvePlan } from './plan/resolve.ts';
import { type RouterOptions, resolveRouter } from './plan/router.ts';
import { resolveSource, type SourceOptions } from './plan/source.ts';
import { resolveTelling, type Telling } from './plan/telling.ts';
import type { Plan } from './plan.ts';

export interface Configuration {
  /** As it was named. */
  readonly file: string;
  readonly plan: Plan;
  /** sha256, hex. */
  readonly planHash: string;
  /** The plan as it was written, and the places of its parts. */
  readonly section: Canary;
  readonly places: CanaryPlanFile['places'];
  readonly source: SourceOptions | undefined;
  readonly router: RouterOptions;
  readonly calendar: Calendar;
  readonly telling: Telling;
  readonly names: { readonly canary?: string; readonly stable?: string };
  readonly service: string | undefined;
  /** `url` of the plan's environment. */
  readonly environmentUrl: string | undefined;
  /** Of the checkout. */
  readonly commit: string | undefined;
  readonly warnings: readonly Fault[];
  /** Absolute: what paths of the plan start from. */
  readonly folder: string;
}

/** Throws ConfigurationError with every fault of the plan. */
export async function readConfiguration(host: Host, inputs: Inputs): Promise<Configuration> {
  const context = { version: inputs.version, stableVersion: inputs['stable-version'] };
  const read = await readPlanFile(host.workspace, inputs.plan ?? inputs.config, context);
  const commit = host.commit ?? (await headOf(host));
  return { ...read, commit };
}

/** The same without a run around it. */
export async function readPlanFile(
  folder: string,
  file: string,
  context: PlanContext,
): Promise<Omit<Configuration, 'commit'>> {
  const { value, faults, warnings } = readCanaryPlan(bytesOf(folder, file), { file });
  if (value === undefined || faults.length > 0) throw new ConfigurationError(faults);
  const { canary: section, places, service, file: around } = value;
  const environmentUrl = around?.environments?.find(({ name }) => name === section.environment)?.url;
  const canProbe = section.source?.kind === 'scrape' || environmentUrl !== undefined;
  const plan = resolvePlan(section, { ...context, service, canProbe });
  const { canary, stable } = plan.arms;
  return {
    file,
    plan,
    planHash: planHash(plan),
    section,
    places,
    source: resolveSource(section.source),
    router: resolveRouter(section.router),
    calendar: resolveCalendar(section),
    telling: resolveTelling(section),
    names: { ...(canary === undefined ? {} : { canary }), ...(stable === undefined ? {} : { stable }) },
    service,
    environmentUrl,
    warnings,
    folder,
  };
}

function bytesOf(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(isAbsolute(file) ? file : join(folder, file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ConfigurationError([
      {
        title: `the plan ${file} cannot be read`,
        expected: 'a file with the plan of the rollout',
        got: missing ? 'no such file' : 'a file that cannot be opened',
        do: 'write the section canary in .github/shipgate.yml, or name the file of a plan: docs/configuration.md#canary',
      },
    ]);
  }
}

/** undefined outside of git. */
async function headOf(host: Host): Promise<string | undefined> {
  const env = allowedEnvironment(gitEnvironmentNames, process.env);
  const opened = await openGit(host.workspace, { env, workspace: host.workspace });
  return opened.kind === 'repository' ? (opened.git.head() ?? undefined) : undefined;
}
