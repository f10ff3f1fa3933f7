/** The job summary: verdict, worst faults with their repair, the gate's tables, then what is folded away. */
import type { Outcome, Proof, Reason, Verdict } from '@shipgate/schemas';
import { fencedBlock } from '../escape.ts';
import type { Host } from '../host.ts';
import { codeUrl } from '../host.ts';
import { counted, duration, sortReasons } from '../verdict.ts';
import type { Text } from './markdown.ts';
import { bold, link, md, render, table } from './markdown.ts';
import type { Block } from './page.ts';
import { fitPage, joined } from './page.ts';
import { shortPlace } from './place.ts';
import { asSentence, endSentence, htmlSentence } from './sentence.ts';
import type { FoldedSection, Reporter, ReportView } from './view.ts';

const openFaults = 3;
/** Lines of a repair on the page; the whole is in the verdict. */
const longestRepair = 60;

/** An outcome as a sign and as a word; the word says it alone. */
export const faces: Readonly<Record<Outcome, { glyph: string; word: string }>> = {
  pass: { glyph: '✅', word: 'Pass' },
  fail: { glyph: '❌', word: 'Fail' },
  unknown: { glyph: '❔', word: 'Unknown' },
};

export const reportSummary: Reporter = (verdict, view, host) => {
  const blocks = summaryBlocks(verdict, view, host);
  return [
    { kind: 'file', name: 'summary.md', text: joined(blocks.map(({ markdown }) => markdown)) },
    ...(host.kind === 'github' ? [{ kind: 'summary', markdown: fitPage(blocks) } as const] : []),
  ];
};

/** The page in pieces, in order; a higher weight is left out first when the page is too large. */
export function summaryBlocks(verdict: Verdict, view: ReportView, host: Host): readonly Block[] {
  const { faults, warnings, allowed } = sortReasons(verdict.reasons);
  const foldsProofs = verdict.outcome === 'fail' || view.foldsProofs === true;
  const proofs = verdict.proofs.length === 0 ? [] : [proofTable(verdict)];
  const open = faults.slice(0, openFaults).map((reason, index) => faultBlock(reason, index + 1, host));
  const folded = [
    ...foldedReasons(faults.slice(openFaults), 'more fault', (reason, index) =>
      faultBlock(reason, openFaults + index + 1, host),
    ),
    ...foldedReasons(warnings, 'warning', (reason, _, many) => warningBlock(reason, many, host)),
    ...foldedReasons(allowed, 'allowed fault', (reason, _, many) => warningBlock(reason, many, host)),
    ...(view.folded ?? []),
    ...(foldsProofs ? proofs.map((body) => ({ title: 'What was proven, what was not', body })) : []),
  ];
  return [
    { weight: 0, markdown: `## ${heading(verdict)}` },
    { weight: 0, markdown: render(view.lead) },
    ...open.map((text) => ({ weight: 1, markdown: render(text) })),
    ...(view.tables ?? []).map((text) => ({ weight: 3, markdown: render(text) })),
    ...(foldsProofs ? [] : proofs).map((text) => ({ weight: 2, markdown: render(text) })),
    ...folded.map((section) => ({ weight: 4, markdown: details(section) })),
    ...remark(verdict, view).map((text) => ({ weight: 0, markdown: render(text) })),
    { weight: 0, markdown: footer(verdict, view) },
  ];
}

/** "❌ Fail: migrate-gate, 2 faults block this change". */
function heading(verdict: Verdict): string {
  const { glyph, word } = faces[verdict.outcome];
  return `${glyph} ${word}: ${verdict.gate}, ${render(verdict.headline)}`;
}

function faultBlock(reason: Reason, number: number, host: Host): Text {
  const place =
    reason.location === undefined ? [] : [link(shortPlace(reason.location), codeUrl(host, reason.location))];
  const head = [md`**${number}. ${reason.title}**`, ...place, docsLink(reason)].map(render).join(' · ');
  const list = [
    md`- Seen: ${endSentence(reason.seen)}`,
    md`- Hurts: ${endSentence(reason.hurts)}`,
    md`- Mend: ${endSentence(reason.mend)}`,
  ]
    .map(render)
    .join('\n');
  return { markdown: [head, list, ...repair(reason)].join('\n\n') };
}

function docsLink(reason: Reason): Text {
  return link(reason.code, /^https?:\/\//.test(reason.docs) ? reason.docs : undefined);
}

function repair(reason: Reason): string[] {
  if (reason.repair === undefined) return [];
  const lines = reason.repair.text.replace(/\r\n?/g, '\n').split('\n');
  const more = lines.length - longestRepair;
  const text = lines
    .slice(0, longestRepair)
    .map((line) => line.slice(0, 1000))
    .join('\n');
  const block = fencedBlock(text, reason.repair.language === 'sh' ? 'console' : reason.repair.language);
  return more > 0 ? [block, `${counted(more, 'more line')} in the verdict.`] : [block];
}

function foldedReasons(
  reasons: readonly Reason[],
  noun: string,
  block: (reason: Reason, index: number, many: boolean) => Text,
): FoldedSection[] {
  const [first] = reasons;
  if (first === undefined) return [];
  const many = reasons.length > 1;
  const title = many ? `${counted(reasons.length, noun)}, the first: ${first.title}` : `1 ${noun}: ${first.title}`;
  const body = reasons.map((reason, index) => render(block(reason, index, many))).join('\n\n');
  return [{ title, body: { markdown: body } }];
}

function warningBlock(reason: Reason, withTitle: boolean, host: Host): Text {
  const place =
    reason.location === undefined ? [] : [md`${link(shortPlace(reason.location), codeUrl(host, reason.location))}: `];
  const title = withTitle ? [bold(reason.title)] : [];
  const seen = md`${asSentence(reason.seen)} ${asSentence(reason.hurts)}`;
  const allowance = reason.allowance;
  const until = allowance?.expires === undefined ? '' : `, until ${allowance.expires}`;
  const ends =
    allowance === undefined
      ? md`Mend: ${endSentence(reason.mend)} Reason: ${docsLink(reason)}.`
      : md`Allowed by ${allowance.by}${until}: ${endSentence(allowance.reason)} Reason: ${docsLink(reason)}.`;
  const body = [...place, seen].map(render).join('');
  return { markdown: [...title.map((text) => `${render(text)}\n`), body, '\n', render(ends)].join('') };
}

const outcomes = { pass: 'pass', fail: bold('fail'), 'not-proven': 'not proven' } as const;

function proofTable(verdict: Verdict): Text {
  const row = (proof: Proof): Text[] => [
    proof.name,
    proof.required ? 'yes' : 'no',
    outcomes[proof.outcome],
    proof.seen,
  ];
  const last = verdict.outcome === 'unknown' ? 'Why' : 'Seen';
  const center = (title: string) => ({ title, align: 'center' as const });
  return table(['Proof', center('Required'), center('Outcome'), last], verdict.proofs.map(row));
}

function details({ title, body }: FoldedSection): string {
  const summary = typeof title === 'string' ? htmlSentence(title) : title.markdown;
  return `<details><summary>${summary}</summary>\n\n${render(body)}\n\n</details>`;
}

function remark(verdict: Verdict, view: ReportView): Text[] {
  if (view.remark !== undefined) return [view.remark];
  if (verdict.outcome !== 'unknown') return [];
  return ['Nothing was found wrong, and nothing was found right. The job fails all the same (exit code 2).'];
}

function footer(verdict: Verdict, view: ReportView): string {
  const took = duration(Date.parse(verdict.finishedAt) - Date.parse(verdict.startedAt), '\u00a0');
  return [`${verdict.gate} ${verdict.tool.version}`, ...(view.footer ?? []), took].map(render).join(' · ');
}

/** "head `9b41c7e` against base `4c02d1a`", for the last line of gates that compare commits. */
export function headAndBase(subject: Verdict['subject']): Text {
  if (subject.commit === undefined) return 'head and base unknown';
  const head = `head \`${subject.commit.slice(0, 7)}\``;
  return subject.base === undefined ? `${head}, base unknown` : `${head} against base \`${subject.base.slice(0, 7)}\``;
}
