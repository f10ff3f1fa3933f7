/** Mode `manifests`: every object against the rules, without a checklist. */
import type { GateResult } from '@shipgate/kit/gate';
import { bold, code, md, type Text, table } from '@shipgate/kit/report/markdown';
import { counted, outcomeOf } from '@shipgate/kit/verdict';
import { judgeManifests, type ManifestJudgement, type ManifestResult } from '@shipgate/manifests/judgement';
import { DEFAULT_RULES, rulesOf } from '@shipgate/manifests/rule-names';
import type { Proof, Reason } from '@shipgate/schemas';
import type { Finding } from './findings.ts';
import { type ManifestSources, type Occasion, subjectOf } from './outside.ts';
import { blocksOf, tellFinding } from './reasons.ts';

export function runManifests(ground: Occasion, sources: ManifestSources): GateResult {
  const { context, configuration } = ground;
  const { progress, clock } = context;
  progress.heading('manifests', configuration.environment ?? '');
  const judged = judgeManifests({ ...sources, now: clock.now() });
  const { rules, findings: unknown } = requiredRules(configuration.section.manifests?.rules, configuration.policyFile);
  const asked = judged.results.filter(({ rule }) => rules.has(rule) || rule === '*' || rule.includes('/'));
  const findings = [
    ...configuration.findings,
    ...unknown,
    ...asked.flatMap(findResult),
    ...findTroubles(sources, judged),
  ];
  if (!asked.some(({ result }) => ['pass', 'fail', 'ignored'].includes(result)))
    findings.push(nothingJudged(sources, judged));
  const reasons = findings.map((finding): Reason => tellFinding(finding, context.docs, { blocks: blocksOf(finding) }));
  const count = (result: ManifestResult['result']) => asked.filter((each) => each.result === result).length;
  const seen = `${counted(judged.objects, 'object')}, ${count('pass')} checks pass, ${count('fail')} fail, ${count('not-evaluated') + count('error')} not evaluated, ${count('ignored')} ignored`;
  const failing = findings.some((finding) => blocksOf(finding) === 'fail');
  const isOpen = findings.some((finding) => blocksOf(finding) === 'unknown');
  const proofs: Proof[] = [
    {
      name: 'Manifests',
      required: true,
      outcome: failing ? 'fail' : findings.length > 0 ? 'not-proven' : 'pass',
      seen,
    },
  ];
  progress.stage('manifests', seen, failing ? 'FAIL' : isOpen ? '??' : 'ok');
  const outcome = outcomeOf(reasons, proofs);
  const faults = reasons.filter(({ blocks }) => blocks === 'fail').length;
  return {
    reasons,
    proofs,
    evidence: { mode: 'manifests' as const, manifests: judged.results.map(manifestOf) },
    subject: subjectOf(ground),
    headline:
      outcome === 'pass'
        ? `${counted(judged.objects, 'object')} hold to ${counted(rules.size, 'rule')}`
        : outcome === 'fail'
          ? `${counted(faults, 'fault')} in ${counted(judged.objects, 'object')}`
          : 'manifests not proven, so they block',
    view: {
      lead: `${seen}.`,
      tables: [ruleTable(asked)],
      footer: [counted(sources.files.length, 'file')],
      outputs: { objects: judged.objects, failing: count('fail') },
    },
  };
}

function requiredRules(
  names: readonly string[] | undefined,
  file: string,
): { rules: ReadonlySet<string>; findings: Finding[] } {
  const named = (names ?? DEFAULT_RULES).map(rulesOf);
  const findings = named.flatMap((each): Finding[] =>
    'unknown' in each
      ? [{ code: 'manifest-unknown', place: { file }, rule: 'rules', object: file, message: each.unknown }]
      : [],
  );
  return { rules: new Set(named.flatMap((each) => ('unknown' in each ? [] : each))), findings };
}

function findResult({
  file,
  line,
  kind,
  name,
  container,
  rule,
  result,
  message,
  mend,
}: ManifestResult): readonly Finding[] {
  const object = `${kind}/${name}${container === undefined ? '' : `, container ${container}`}`;
  const about = { place: { file, line, column: 1 }, rule, object, message };
  if (result === 'fail')
    return [{ code: 'manifest-fails', ...about, mend: (mend ?? 'mend the field').replace(/\.$/, '') }];
  return result === 'error' || result === 'not-evaluated' ? [{ code: 'manifest-unknown', ...about }] : [];
}

function findTroubles(sources: ManifestSources, { troubles }: ManifestJudgement): readonly Finding[] {
  return [...sources.troubles, ...troubles].map((trouble): Finding => {
    const { file, expected, got } = trouble;
    const line = 'line' in trouble && typeof trouble.line === 'number' ? trouble.line : undefined;
    const place = { file, ...(line === undefined ? {} : { line, column: 1 }) };
    return {
      code: 'manifest-unknown',
      place,
      rule: 'all rules',
      object: file,
      message: `expected ${expected}, got ${got}`,
    };
  });
}

function nothingJudged({ files }: ManifestSources, { objects }: ManifestJudgement): Finding {
  const about = { code: 'manifest-unknown', rule: 'all rules' } as const;
  const file = files[0]?.path;
  if (file === undefined) {
    const message = 'expected folders or files with manifests, got none: give the input path, or checklist.manifests';
    return { ...about, place: { file: '.github/shipgate.yml' }, object: 'nothing', message };
  }
  const got = objects === 0 ? 'no object' : `${counted(objects, 'object')} that no rule is about`;
  return { ...about, place: { file }, object: file, message: `expected Kubernetes objects to judge, got ${got}` };
}

function ruleTable(results: readonly ManifestResult[]): Text {
  const rules = [...new Set(results.map(({ rule }) => rule))].toSorted();
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    ['Rule', right('Pass'), right('Fail'), right('Not evaluated'), right('Ignored')],
    rules.map((rule) => {
      const count = (...kinds: ManifestResult['result'][]) =>
        results.filter((each) => each.rule === rule && kinds.includes(each.result)).length;
      const fails = count('fail');
      return [
        code(rule),
        String(count('pass')),
        fails === 0 ? '0' : bold(String(fails)),
        String(count('not-evaluated', 'error')),
        md`${count('ignored')}`,
      ];
    }),
  );
}

/** As the verdict has it. */
export function manifestOf({ file, line, kind, namespace, name, container, rule, result, message }: ManifestResult) {
  return {
    file,
    line,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(container === undefined ? {} : { container }),
    rule,
    result,
    message,
  };
}
