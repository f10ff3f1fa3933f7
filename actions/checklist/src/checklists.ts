/** Reads the checklists and says what this run is about in them. */
import type { BaseFiles } from '@shipgate/kit/base-files';
import { counted } from '@shipgate/kit/verdict';
import type { Asked } from './collect.ts';
import { baseText } from './configuration.ts';
import { type JudgedDocument, judgeDocument } from './documents.ts';
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
import { isLabel } from './signoffs/github/signed-commits.ts';
import type { Claim } from './signoffs/judge.ts';

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

/** Each beside that of the base, when there is one. */
export async function readDocuments(ground: Occasion): Promise<readonly JudgedDocument[]> {
  const { configuration, files } = ground;
  return await Promise.all(
    configuration.files.map(async (file) => {
      const read = await files.read(file);
      if (!('bytes' in read)) return unreadable(file, read.kind === 'missing' ? 'no such file' : read.why);
      const head = documentOf(read.bytes, file);
      const base = configuration.base === undefined ? undefined : await baseDocument(configuration.base, file);
      const judged = judgeDocument(head, base);
      return { ...judged, findings: [...judged.findings, ...uncommitted(ground, read)] };
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

/** Whoever writes sign-off lines expects that somebody looks at them. */
export function unaskedFindings(
  documents: readonly ChecklistDocument[],
  { configuration: { section } }: Occasion,
): readonly Finding[] {
  const roles = Object.values(section.roles ?? {});
  return documents.flatMap(({ file, items }): Finding[] => {
    const lines = items.filter(
      ({ signoff }) => signoff !== undefined && !roles.some(({ label }) => isLabel(signoff.label, label)),
    );
    const [first] = lines;
    if (first === undefined) return [];
    const labels = lines.flatMap(({ signoff }) => signoff?.label ?? []);
    return [{ code: 'sign-off-unasked', place: { file, line: first.line, column: first.column }, labels }];
  });
}

/** A checklist that is not there has no item that could pass. */
function unreadable(file: string, got: string): JudgedDocument {
  const found: Finding = { code: 'file-unreadable', place: { file }, expected: 'a Markdown file', got };
  return { document: { file, items: [], phases: [], troubles: [] }, findings: [found] };
}

async function baseDocument(base: BaseFiles, file: string): Promise<ChecklistDocument | undefined> {
  const bytes = await baseText(base, file);
  return bytes === undefined ? undefined : documentOf(bytes, file);
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
