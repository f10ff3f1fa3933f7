/** Evidence of kind `http`: what a running service answers. */
import { secondsOf } from '@shipgate/schemas';
import type { EvidenceQuestion, EvidenceReader } from '../ports.ts';
import type { HttpEntry } from './entry.ts';
import { certificateTrouble, judgeAnswer, judgeRedirect } from './http-answer.ts';
import { foreignOrigin, judgeForeignOrigin, judgeOrigin } from './http-origin.ts';
import { gravest, type Judged, passed, resultOf, unknown } from './judged.ts';
import type { EvidenceResult } from './result.ts';
import { type Answer, type DoorRequest, type Passage, shownUrl, type UrlDoor } from './url-door.ts';

const defaultTimeoutS = 10;
const longestTimeoutS = 120;

/** Each origin is a request. */
const mostOrigins = 10;

export class HttpReader implements EvidenceReader<HttpEntry> {
  private readonly door: Pick<UrlDoor, 'ask'>;

  constructor(door: Pick<UrlDoor, 'ask'>) {
    this.door = door;
  }

  async look(question: EvidenceQuestion<HttpEntry>): Promise<EvidenceResult> {
    const { entry, now } = question;
    const judged = await this.judge(question);
    return resultOf('http', shownUrl(entry.url), { at: now.toISOString(), ...judged });
  }

  private async judge(question: EvidenceQuestion<HttpEntry>): Promise<Judged> {
    const { entry, signal } = question;
    const seconds = entry.timeout === undefined ? defaultTimeoutS : secondsOf(entry.timeout);
    if (seconds === undefined || seconds <= 0 || seconds > longestTimeoutS) {
      return unknown(
        'the timeout of the evidence cannot be used',
        `Write it as \`10s\`, at most \`${longestTimeoutS}s\``,
      );
    }
    const ask = (url: string, headers: Record<string, string> = {}): Promise<Passage> =>
      this.door.ask({ url, headers, signal, timeoutMs: seconds * 1000 } satisfies DoorRequest);
    const answer = await ask(entry.url);
    if (answer.kind !== 'answered') return troubleOf(answer, entry);
    const facts = judgeAnswer(answer, question);
    const others = [...(await this.origins(entry, ask)), ...(await this.redirect(entry, answer, ask))];
    return together([...facts, ...others]);
  }

  private async origins(
    entry: HttpEntry,
    ask: (url: string, headers: Record<string, string>) => Promise<Passage>,
  ): Promise<Judged[]> {
    const { cors } = entry;
    if (cors === undefined) return [];
    const foreign = foreignOrigin(cors);
    if (foreign === undefined || cors.length > mostOrigins) {
      return [
        unknown(
          'the allowed origins cannot be used',
          `Write 1 to ${mostOrigins} origins, as \`https://app.example.com\``,
        ),
      ];
    }
    const judged: Judged[] = [];
    for (const origin of cors) {
      const answer = await ask(entry.url, { origin });
      judged.push(answer.kind === 'answered' ? judgeOrigin(answer, origin) : troubleOf(answer, entry));
    }
    const answer = await ask(entry.url, { origin: foreign });
    return [
      ...judged,
      answer.kind === 'answered' ? judgeForeignOrigin(answer, foreign, cors) : troubleOf(answer, entry),
    ];
  }

  /** The URL's own answer when it is one of plain http. */
  private async redirect(entry: HttpEntry, own: Answer, ask: (url: string) => Promise<Passage>): Promise<Judged[]> {
    if (entry['redirects-to-https'] !== true) return [];
    const url = new URL(entry.url);
    if (url.protocol === 'http:') return [judgeRedirect(own, url)];
    url.protocol = 'http:';
    url.port = '';
    const answer = await ask(url.href);
    return [answer.kind === 'answered' ? judgeRedirect(answer, url) : troubleOf(answer, entry)];
  }
}

function troubleOf(passage: Exclude<Passage, Answer>, entry: HttpEntry): Judged {
  if (passage.kind === 'refused') return unknown(passage.why, passage.mend);
  if (passage.code === 'certificate' && entry['tls-days-left'] !== undefined) return certificateTrouble(passage.why);
  return unknown(`there is no answer to judge: ${passage.why}`, 'Make the address answer, then run this once more');
}

/** All must hold; when they do, each is named, and the figure of the first that has one is shown. Of another version nothing else counts. */
function together(all: readonly Judged[]): Judged {
  const worst = all.find(({ outcome }) => outcome === 'stale') ?? gravest(all);
  if (worst.outcome !== 'pass') return worst;
  const figure = all.find((each) => each.value !== undefined) ?? worst;
  return passed(all.map(({ seen }) => seen).join(', '), figureOf(figure));
}

function figureOf({ value, threshold, decidedBy }: Judged): Partial<Judged> {
  return {
    ...(value === undefined ? {} : { value }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
}
