/** The tables of the summary: who signed, what the evidence says, how far each phase is. Pure. */
import type { Host } from '@shipgate/kit/host';
import { codeUrl } from '@shipgate/kit/host';
import { bold, code, link, md, type Text, table } from '@shipgate/kit/report/markdown';
import type { EvidenceKind, EvidenceResult } from '../evidence/result.ts';
import type { PhaseStates } from '../evidence.ts';
import { countItems } from '../proofs.ts';
import type { Signature } from '../signoffs/judge.ts';
import type { ItemState } from '../states.ts';

const faces: Readonly<Record<Signature['state'], string>> = {
  proven: '✅ proven',
  claimed: '❌ claimed',
  missing: '❌ missing',
  stale: '❌ stale',
  void: '❌ void',
  'not-allowed': '❌ not allowed',
  unknown: '❔ unknown',
};

export function signatureTable(signatures: readonly Signature[]): Text {
  return table(
    ['Role', 'Signed by', 'Proof', 'State'],
    signatures.map(({ role, claim, best, state }) => {
      const act = best?.candidate;
      const name = [claim?.name, claim?.date].filter((part) => part !== undefined).join(', ');
      const by: Text = act?.signer != null ? code(act.signer.login) : name === '' ? 'nobody' : md`"${name}"`;
      return [
        role.label,
        by,
        act === undefined ? 'none' : proofText(act),
        state === 'proven' ? faces.proven : bold(faces[state]),
      ];
    }),
  );
}

const kinds = {
  review: 'review',
  'commit-comment': 'comment',
  'signed-commit': 'signed commit',
  environment: 'approval of the environment',
};

function proofText({ kind, commit, at }: NonNullable<Signature['best']>['candidate']): Text {
  const when = at === null ? '' : `, ${at.slice(0, 16).replace('T', ' ')} UTC`;
  return kind === 'signed-commit' ? md`${kinds[kind]} ${code(commit.slice(0, 7))}${when}` : `${kinds[kind]}${when}`;
}

const DAY = 86_400_000;

/** One row a kind: how many items it proves, how old it is, what came nearest to its limit. */
export function evidenceTable(states: readonly ItemState[], now: Date): Text {
  const results = states.flatMap(({ facts }) => facts.evidence.map((result) => ({ result, facts })));
  const order: readonly EvidenceKind[] = [
    'gate',
    'report',
    'metric',
    'http',
    'manifest',
    'file',
    'command',
    'attestation',
  ];
  const rows = order.flatMap((kind) => {
    const own = results.filter(({ result }) => result.kind === kind);
    if (own.length === 0) return [];
    const items = new Set(own.map(({ facts }) => facts));
    const passing = own.filter(({ result }) => result.outcome === 'pass').length;
    const held = passing === own.length ? `all ${own.length} hold` : `${passing} of ${own.length} hold`;
    return [
      [
        kind,
        String(items.size),
        passing === own.length ? held : bold(held),
        agesOf(
          own.map(({ result }) => result),
          now,
        ),
        nearest(own.map(({ result }) => result)),
      ],
    ];
  });
  if (rows.length === 0) return '';
  return table(['Evidence', { title: 'Items', align: 'right' }, 'Outcome', 'Age', 'One of them'], rows);
}

function agesOf(results: readonly EvidenceResult[], now: Date): string {
  const ages = results
    .flatMap(({ at }) => (at === undefined ? [] : [now.getTime() - Date.parse(at)]))
    .filter((age) => !Number.isNaN(age));
  if (ages.length === 0) return 'this commit';
  const [newest, oldest] = [ageText(Math.min(...ages)), ageText(Math.max(...ages))];
  return newest === oldest ? newest : `${newest} to ${oldest}`;
}

function ageText(ms: number): string {
  if (ms < 3_600_000) return `${Math.max(0, Math.round(ms / 60_000))}\u00a0min`;
  return ms < 2 * DAY ? `${Math.round(ms / 3_600_000)}\u00a0h` : `${Math.floor(ms / DAY)}\u00a0days`;
}

/** With a figure and a limit where there is one. */
function nearest(results: readonly EvidenceResult[]): string {
  const figure = results.find(({ threshold, value }) => threshold !== undefined && value !== undefined);
  return figure?.seen ?? results[0]?.seen ?? '';
}

/** Ten cells, rounded down, so that a full bar means all. */
export function bar(done: number, items: number): string {
  const cells = items === 0 ? 0 : Math.floor((10 * done) / items);
  return '█'.repeat(cells) + '░'.repeat(10 - cells);
}

export function phaseTable(phases: readonly PhaseStates[], host: Host): Text {
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    ['Phase', right('Done'), '', right('By evidence'), right('Claimed by hand'), right('N/A')],
    phases.map(({ phase, file, states }) => {
      const { done, items, proven, claimed, notApplicable } = countItems(states);
      const amount = `${done} of ${items}`;
      const url = phase === undefined ? undefined : codeUrl(host, { file, line: phase.line });
      const title = link(phase?.title ?? 'before any heading', url);
      return [
        title,
        done === items ? amount : bold(amount),
        code(bar(done, items)),
        String(proven),
        String(claimed),
        String(notApplicable),
      ];
    }),
  );
}

/** Every item that was left out, with why and who answers for it. */
export function notApplicableList(states: readonly ItemState[]): Text {
  const own = states.filter(
    ({ ground, facts }) => ground === 'not-applicable' && facts.item.notApplicable !== undefined,
  );
  return {
    markdown: own
      .map(
        ({ facts: { item } }) =>
          md`- ${withoutDeclaration(item.text)} (line ${item.line}): "${item.notApplicable?.reason ?? ''}", owner ${code(item.notApplicable?.owner ?? '')}`
            .markdown,
      )
      .join('\n'),
  };
}

/** Items that nobody could prove by machine, for whoever signs. */
export function claimedList(states: readonly ItemState[], most: number): Text {
  const own = states.filter(({ state, ground }) => state === 'done' && ground === 'claim');
  const more = own.length - most;
  const lines = own.slice(0, most).map(({ facts: { item } }) => md`- ${item.text} (line ${item.line})`.markdown);
  return { markdown: [...lines, ...(more > 0 ? [`- and ${more} more, in the verdict`] : [])].join('\n') };
}

/** The item without what it says behind N/A, which stands beside it. */
function withoutDeclaration(text: string): string {
  return text.split(/\s*[—–-]*\s*(?:N\/A|Н\/П|не применимо)\s*[:—–-]/iu)[0] || text;
}
