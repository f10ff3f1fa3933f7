import type { ManifestResult, ManifestTrouble } from '@shipgate/manifests/judgement';
import { EVERY_RULE } from '@shipgate/manifests/judgement';
import { rulesOf } from '@shipgate/manifests/rule-names';
import type { EvidenceQuestion, EvidenceReader } from '../ports.ts';
import type { ManifestEntry } from './entry.ts';
import type { EvidenceResult } from './result.ts';

/** What judging all manifests gave, once for a run. */
export interface JudgedManifests {
  readonly results: readonly ManifestResult[];
  readonly troubles: readonly ManifestTrouble[];
}

const RENDER = 'Render the manifests first, and name the files that are applied.';

/** Evidence of kind `manifest`: every object holds to the named rules, and each rule judged at least one. */
export class ManifestEvidence implements EvidenceReader<ManifestEntry> {
  readonly #judge: () => Promise<JudgedManifests>;
  #judged: Promise<JudgedManifests> | undefined;

  constructor(judge: () => Promise<JudgedManifests>) {
    this.#judge = judge;
  }

  async look({ entry }: EvidenceQuestion<ManifestEntry>): Promise<EvidenceResult> {
    const names = entry.rules.map(rulesOf);
    const unknown = names.find((name) => 'unknown' in name);
    if (unknown !== undefined && 'unknown' in unknown) {
      return told('unknown', unknown.unknown, 'Name a rule that there is in rules: of this evidence.');
    }
    if (names.length === 0) return told('unknown', 'no rule is named', 'Name the rules that must hold in rules:.');
    try {
      this.#judged ??= this.#judge();
      return outcomeOf(new Set(names.flatMap((name) => ('unknown' in name ? [] : name))), await this.#judged);
    } catch {
      return told('unknown', 'the manifests could not be read', 'Look at the log of this run for the reason.');
    }
  }
}

function outcomeOf(rules: ReadonlySet<string>, { results, troubles }: JudgedManifests): EvidenceResult {
  const named = results.filter(({ rule }) => rules.has(rule));
  const failed = named.filter(({ result }) => result === 'fail');
  if (failed[0] !== undefined) return ofResult('fail', failed[0], failed.length - 1);
  const open = results.filter(({ rule, result }) => isOpen(result) && (rules.has(rule) || rule === EVERY_RULE));
  if (open[0] !== undefined) return ofResult('unknown', open[0], open.length - 1);
  if (troubles[0] !== undefined) return ofTrouble(troubles[0], troubles.length - 1);
  const silent = [...rules].find((rule) => !named.some((result) => result.rule === rule));
  if (silent !== undefined) {
    const mend = 'Add the object that the rule is for to the manifests, or take the rule out of rules:.';
    return told('unknown', `rule ${silent} judged no object`, mend);
  }
  const ignored = named.filter(({ result }) => result === 'ignored').length;
  const objects = new Set(
    named.map(({ file, kind, namespace, name }) => JSON.stringify([file, kind, namespace, name])),
  );
  const value = `${objects.size} ${objects.size === 1 ? 'object' : 'objects'}`;
  const seen = `${value} hold to ${[...rules].join(', ')}${ignored === 0 ? '' : ` (${ignored} ignored by annotation)`}`;
  return { ...told('pass', seen, ''), value };
}

function isOpen(result: ManifestResult['result']): boolean {
  return result === 'error' || result === 'not-evaluated';
}

function ofResult(outcome: 'fail' | 'unknown', result: ManifestResult, others: number): EvidenceResult {
  const { file, line, kind, name, namespace, container, message, mend = RENDER } = result;
  const object = namespace === undefined ? name : `${namespace}/${name}`;
  const inside = container === undefined ? '' : `, container ${container}`;
  const whom = kind === 'File' ? `${file}:${line}` : `${kind} ${object}${inside} (${file}:${line})`;
  return {
    ...told(outcome, `${whom}: ${message}${andOthers(others)}`, mend),
    source: file,
    location: { file, line },
  };
}

function ofTrouble({ file, line, expected, got }: ManifestTrouble, others: number): EvidenceResult {
  const place = line === undefined ? { file } : { file, line };
  const where = line === undefined ? file : `${file}:${line}`;
  const seen = `${where} was not judged: expected ${expected}, got ${got}${andOthers(others)}`;
  return { ...told('unknown', seen, RENDER), source: file, location: place };
}

function andOthers(count: number): string {
  return count === 0 ? '' : `, and ${count} more`;
}

function told(outcome: EvidenceResult['outcome'], seen: string, mend: string): EvidenceResult {
  return { kind: 'manifest', outcome, source: 'manifests', seen, mend };
}
