/** The flow of one run: policy, checklists, evidence, signatures, decision, report. Importing this runs nothing. */
import { closedBecause } from '@shipgate/kit/calendar';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { openSite } from '@shipgate/kit/site';
import type { Fault } from '@shipgate/schemas';
import { ConfigurationError } from '@shipgate/schemas';
import {
  askedOf,
  checkoutFindings,
  claimsOf,
  evidenceSubject,
  phaseFindings,
  policyPlace,
  readDocuments,
  tellDocuments,
} from './checklists.ts';
import { type Asked, collectEvidence, type Look, tellPlanned } from './collect.ts';
import { readConfiguration } from './configuration.ts';
import { decide } from './decide.ts';
import type { Facts, Mode } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { itemsOf } from './items.ts';
import { keyOf, matchEvidence } from './matching.ts';
import { type Occasion, type Outside, subjectOf } from './outside.ts';
import { claimsIn, isGating, type Policy, resolvePolicy } from './policy.ts';
import { report } from './report.ts';
import type { Gathered } from './signoffs/gather.ts';
import { judgeOverride } from './signoffs/override.ts';

export async function runChecklist(inputs: Inputs, context: GateContext, outside: Outside): Promise<GateResult> {
  const { host } = context;
  const site = await openSite(host, outside.env, undefined);
  const files = outside.openFiles(site);
  const configuration = await readConfiguration(inputs, { site, host, files, apiUrl: outside.env['GITHUB_API_URL'] });
  const ground = { inputs, context, outside, site, files, configuration };
  if (configuration.mode !== 'manifests') return await runItems(ground, configuration.mode);
  return await outside.judgeManifests(ground);
}

interface RunGround extends Occasion {
  readonly outside: Outside;
}

async function runItems(ground: RunGround, mode: Mode): Promise<GateResult> {
  const { inputs, outside, configuration } = ground;
  const { when } = inputs;
  const policy = resolvePolicy(configuration.section, configuration.environment);
  if (when === 'after' && policy.after.length === 0) throw new ConfigurationError([nothingAfter(ground)]);
  tellBeginning(ground);
  const judged = await readDocuments(ground);
  const documents = judged.map(({ document }) => document);
  tellDocuments(ground, documents);
  // What a change adds takes no evidence away from what there was.
  const known = judged.map(({ document, base }) => base ?? document);
  const matched = matchEvidence(policy.evidence, known, ({ index }) => policyPlace(ground, ['evidence', index]));
  const asked = askedOf(policy, when, documents, matched);
  if (inputs['dry-run']) return dryRun(ground, asked);
  const evidence = await collect(ground, policy, asked);
  const items = itemsOf(documents, (item, file) => ({
    gates: isGating(policy, when, item.phase),
    claims: claimsIn(policy, item.phase),
    evidence: evidence.get(keyOf(file, item.id)) ?? [],
  }));
  const gathered = await outside.gatherSignoffs({ ...ground, policy });
  const found = [
    ...configuration.findings,
    ...(await checkoutFindings(ground)),
    ...judged.flatMap(({ findings }) => findings),
    ...matched.findings,
    ...phaseFindings(ground, policy, items),
  ];
  const claims = claimsOf(documents, policy);
  return conclude(ground, factsOf(ground, { mode, policy, items, gathered, found, claims }));
}

function collect(ground: RunGround, policy: Policy, asked: readonly Asked[]) {
  const { context, outside } = ground;
  const subject = evidenceSubject(ground);
  // What turns outside is not loaded for nothing.
  const look = asked.length === 0 ? nobody : outside.openEvidence({ ...ground, subject });
  const { signal, progress, clock } = context;
  return collectEvidence(asked, { look, subject, freshnessMs: policy.freshnessMs, now: clock.now(), signal, progress });
}

const nobody: Look = () => Promise.reject(new Error('no evidence was to be looked at'));

interface Collected extends Pick<Facts, 'mode' | 'policy' | 'items' | 'found' | 'claims'> {
  readonly gathered: Gathered;
}

function factsOf({ inputs, context, configuration }: RunGround, collected: Collected): Facts {
  const { gathered, ...rest } = collected;
  const { signoffs, overrides, overrideMembers } = gathered;
  const { environment, policyFile } = configuration;
  const now = context.clock.now();
  const { subject, troubles } = signoffs;
  const override = { policy: rest.policy.breakGlass, environment, subject, now };
  return {
    ...rest,
    when: inputs.when,
    environment,
    signoffs,
    override: judgeOverride({ ...override, comments: overrides, members: overrideMembers }),
    closed: closedBecause(rest.policy.calendar, now.getTime()),
    found: [...rest.found, ...(troubles.length === 0 ? [] : [{ code: 'github-unreadable' as const, troubles }])],
    policyFile,
  };
}

function conclude(ground: RunGround, facts: Facts): GateResult {
  const { context, configuration } = ground;
  const { host, clock, docs, progress } = context;
  const decision = decide(facts);
  const { signatures } = decision;
  const signed = signatures.filter(({ state }) => state === 'proven').length;
  if (signatures.length > 0) {
    const isAll = signed === signatures.length;
    progress.stage('signatures', `${signed} of ${signatures.length} proven`, isAll ? 'ok' : 'FAIL');
  }
  const { policyCommit } = configuration;
  return report({ facts, decision, subject: subjectOf(ground), policyCommit, host, now: clock.now(), docs });
}

function tellBeginning({ context: { progress }, configuration }: RunGround): void {
  progress.heading(configuration.files.join(', '), configuration.environment ?? '');
  if (configuration.base !== undefined) {
    const { sha, how } = configuration.base;
    progress.note(`policy of base ${sha.slice(0, 7)} (${how})`);
  }
  for (const { title, do: mend } of configuration.warnings) progress.note(`warning: ${title}: ${mend}`);
}

function nothingAfter({ configuration: { environment, policyFile } }: RunGround): Fault {
  return {
    title: 'no phase is watched after a deployment',
    expected: `checklist.gates.${environment ?? '<environment>'}.after with a phase`,
    got: `a policy without it (${policyFile})`,
    do: 'add after: and the phase, or leave when: after out',
  };
}

function dryRun({ context: { progress } }: RunGround, asked: readonly Asked[]): GateResult {
  for (const { item, evidence } of asked) {
    const entries = evidence.map(({ entry }) => entry.kind).join(', ');
    progress.note(`line ${item.line}: ${item.text}: ${entries}`);
  }
  const planned = tellPlanned(asked);
  return {
    reasons: [],
    proofs: [{ name: 'Items', required: true, outcome: 'not-proven', seen: `dry run: ${planned} would be looked at` }],
    evidence: {},
    headline: `dry run: ${planned} would be looked at`,
    view: {
      lead: `Dry run: ${planned} would be looked at. Nothing was, and nothing passes.`,
      remark: 'A dry run proves nothing (exit code 2).',
    },
  };
}
