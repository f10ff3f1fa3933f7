/** Reads the checklists and says what this run is about in them. */
import { posix } from 'node:path';
import type { BaseFiles } from '@shipgate/kit/base-files';
import { isRecord } from '@shipgate/kit/host';
import { baseText } from '@shipgate/kit/policy-base';
import { counted } from '@shipgate/kit/verdict';
import type { Checklist } from '@shipgate/schemas';
import type { Asked } from './collect.ts';
import { type JudgedDocument, judgeDocument, withSignaturesOf } from './documents.ts';
import type { EvidenceSubject } from './evidence/result.ts';
import type { Finding, Place } from './findings.ts';
import type { Inputs } from './inputs.ts';
import type { ItemFacts } from './items.ts';
import type { ChecklistDocument } from './markdown/model.ts';
import { readChecklist } from './markdown/read.ts';
import { keyOf, type Matched } from './matching.ts';
import type { Occasion } from './outside.ts';
import { isGating, isPhase, type Policy } from './policy.ts';
import type { SeenFile } from './ports.ts';
import type { Claim } from './signoffs/judge.ts';
import { isLabel } from './signoffs/label.ts';

/** For what evidence has to speak. */
export function evidenceSubject({ context: { host }, inputs, configuration, site }: Occasion): EvidenceSubject {
  const tag = /^refs\/tags\/v?(.+)$/.exec(host.ref ?? '')?.[1];
  return {
    commit: host.commit ?? site.git?.head() ?? undefined,
    version: (inputs.version ?? tag)?.replace(/^v(?=\d)/, ''),
    image: inputs.image,
    environment: configuration.environment,
  };
}

/** A checklist, and that of the base when there is one. */
export interface ReadDocument extends JudgedDocument {
  readonly base?: ChecklistDocument;
}

/** Each beside that of the base, when there is one. */
export async function readDocuments(ground: Occasion): Promise<readonly ReadDocument[]> {
  const { configuration, files } = ground;
  return await Promise.all(
    configuration.files.map(async (file) => {
      const read = await files.read(file);
      if (!('bytes' in read)) return unreadable(file, read.kind === 'missing' ? 'no such file' : read.why);
      const labels = labelsOf(configuration.section);
      const whole = documentOf(read.bytes, file);
      const head = withSignaturesOf(whole, labels);
      const base = configuration.base === undefined ? undefined : await baseDocument(configuration.base, file);
      const judged = judgeDocument(head, base === undefined ? undefined : withSignaturesOf(base, labels));
      const unasked = ground.inputs.when === 'after' ? [] : unaskedFindings(whole, labels);
      const findings = [...judged.findings, ...unasked, ...uncommitted(ground, read)];
      return { ...judged, findings, ...(base === undefined ? {} : { base }) };
    }),
  );
}

/** Before a deployment only the commit counts; a report may be had while one writes. */
function uncommitted({ configuration: { mode } }: Occasion, { path, state }: SeenFile): readonly Finding[] {
  if (state === 'committed' || mode === 'report') return [];
  const got = {
    changed: 'a file that differs from it',
    made: 'a file that it does not have',
    outside: 'a folder that is no git repository, or has no commit',
  }[state ?? 'outside'];
  return [{ code: 'not-committed', place: { file: path, line: 1, column: 1 }, got }];
}

/** What lies in the workspace has to be the commit that the verdict is about: on a pull request its head, or GitHub's merge of it. */
export async function checkoutFindings({ context: { host }, site }: Occasion): Promise<readonly Finding[]> {
  const { commit } = host;
  const head = site.git?.head() ?? null;
  if (host.kind !== 'github' || commit === undefined || head === commit) return [];
  const got = head === null ? 'no commit' : `commit ${head.slice(0, 7)}`;
  if (head !== null && site.git !== null && isRecord(host.event?.payload['pull_request'])) {
    const [, second, ...others] = await site.git.parents(head);
    if (second === commit && others.length === 0) return [];
  }
  return [{ code: 'other-checkout', wanted: commit, got }];
}

/** Labels of all roles: only their lines are signatures, and no part of what is signed. */
export function labelsOf({ roles = {} }: Pick<Checklist, 'roles'>): readonly string[] {
  return Object.values(roles).map(({ label }) => label);
}

/** Whoever writes sign-off lines expects that somebody looks at them. */
function unaskedFindings({ file, items }: ChecklistDocument, labels: readonly string[]): readonly Finding[] {
  const lines = items.filter(
    ({ signoff }) => signoff !== undefined && !labels.some((label) => isLabel(signoff.label, label)),
  );
  const [first] = lines;
  if (first === undefined) return [];
  const unasked = lines.flatMap(({ signoff }) => signoff?.label ?? []);
  const place = { file, line: first.line, column: first.column };
  return [{ code: 'sign-off-unasked', place, labels: unasked }];
}

/** A checklist that is not there has no item that could pass. */
function unreadable(file: string, got: string): JudgedDocument {
  const found: Finding = { code: 'file-unreadable', place: { file }, expected: 'a Markdown file', got };
  return { document: { file, items: [], phases: [], troubles: [] }, findings: [found] };
}

async function baseDocument(base: BaseFiles, file: string): Promise<ChecklistDocument | undefined> {
  const bytes = await baseText(base, await targetInBase(base, file));
  return bytes === undefined ? undefined : documentOf(bytes, file);
}

/** Where a link of the base leads, within it. */
async function targetInBase(base: BaseFiles, file: string): Promise<string> {
  const folder = posix.dirname(file);
  const entry = (await base.list(folder === '.' ? '' : folder)).find(({ path }) => path === file);
  if (entry?.mode !== '120000') return file;
  const target = (await base.read([file])).get(file)?.toString('utf8') ?? '';
  return posix.normalize(posix.join(folder, target));
}

function documentOf(bytes: Buffer, file: string): ChecklistDocument {
  return readChecklist(bytes.toString('utf8'), file);
}

/** One line of progress. */
export function tellDocuments({ context: { progress } }: Occasion, documents: readonly ChecklistDocument[]): void {
  const items = documents.flatMap((document) => document.items);
  const phases = documents.reduce((sum, document) => sum + document.phases.length, 0);
  const signatures = items.filter(({ signoff }) => signoff !== undefined).length;
  const text = [counted(items.length, 'item'), counted(phases, 'phase'), counted(signatures, 'sign-off line')].join(
    ', ',
  );
  progress.stage('read', text, items.length > 0 ? 'ok' : '??');
}

/** Where a part of the policy stands. */
export function policyPlace(
  { configuration: { placeOf, policyFile, base } }: Occasion,
  path: readonly (string | number)[],
): Place {
  // What stands in the checkout may be another policy than the one that decides.
  if (placeOf === undefined || base !== undefined) return { file: policyFile };
  const { file, line, column } = placeOf(path);
  return { file, line, column };
}

/** The items that have evidence and that this run is about. */
export function askedOf(
  policy: Policy,
  when: Inputs['when'],
  documents: readonly ChecklistDocument[],
  matched: Matched,
): readonly Asked[] {
  return documents.flatMap(({ file, items }) =>
    items.flatMap((item) => {
      const key = keyOf(file, item.id);
      const evidence = matched.evidence.get(key);
      return evidence === undefined || !isGating(policy, when, item.phase) ? [] : [{ key, item, evidence }];
    }),
  );
}

/** The sign-off line of each role, by its label. */
export function claimsOf(documents: readonly ChecklistDocument[], policy: Policy): ReadonlyMap<string, Claim> {
  const lines = documents.flatMap(({ file, items }) => items.map((item) => ({ file, item })));
  return new Map(
    policy.roles.flatMap(({ name, label }) => {
      const line = lines.find(({ item }) => item.signoff !== undefined && isLabel(item.signoff.label, label));
      if (line?.item.signoff === undefined) return [];
      const { file, item } = line;
      const { name: person, date } = line.item.signoff;
      const claim: Claim = {
        file,
        line: item.line,
        column: item.column,
        ticked: item.tick === 'ticked',
        ...(person === undefined ? {} : { name: person }),
        ...(date === undefined ? {} : { date }),
      };
      return [[name, claim] as const];
    }),
  );
}

/** A phase that the policy gates by and that has no item would pass by silence; so would a run about nothing. */
export function phaseFindings(ground: Occasion, policy: Policy, items: readonly ItemFacts[]): readonly Finding[] {
  const { when } = ground.inputs;
  const wanted = when === 'after' ? policy.after : (policy.before ?? []);
  const file = ground.configuration.files[0] ?? '';
  // A file that could not be read is told by itself.
  if (items.length === 0) return [];
  const lost = wanted.filter((phase) => !items.some(({ item }) => isPhase(phase, item.phase)));
  const findings = lost.map((phase): Finding => ({ code: 'phase-missing', place: { file }, phase }));
  const isAboutNothing = items.length > 0 && lost.length === 0 && !items.some(({ gates }) => gates);
  // A gate of signatures alone is one that somebody wrote so.
  if (!isAboutNothing || (when === 'before' && policy.before?.length === 0)) return findings;
  return [
    { code: 'no-items', place: { file, line: 1, column: 1 }, got: `none that is looked at ${when} a deployment` },
  ];
}
