/** The words by which somebody signs in a comment: `shipgate sign-off role=security env=production subject=c09e4d2…`. Pure. */
import MarkdownIt from 'markdown-it';

export interface SignOffWords {
  readonly role: string;
  readonly environment: string;
  /** 64 hex digits: a shorter one could be that of another tree, made for it. */
  readonly subject: string;
}

/** `shipgate override env=production subject=… until=2026-11-20T18:00Z reason="…"` */
export interface OverrideWords {
  readonly environment: string;
  readonly subject: string;
  readonly until: string;
  readonly reason: string;
}

/** Every line of a comment that is one. In a quote, a list, code or an HTML comment it is an example, or somebody else's word. */
export function signOffsIn(body: string | undefined): readonly SignOffWords[] {
  return linesOf(body, 'sign-off').flatMap((words) => {
    const [role, environment, subject] = [words.get('role'), words.get('env'), words.get('subject')?.toLowerCase()];
    if (role === undefined || environment === undefined || !isSubject(subject)) return [];
    return [{ role, environment, subject }];
  });
}

/** What a review says of itself: a role, an environment, a subject; each holds for it when it is there. */
export function reviewWords(body: string | undefined): Partial<SignOffWords> {
  const [words] = linesOf(body, 'sign-off');
  const [role, environment, subject] = [words?.get('role'), words?.get('env'), words?.get('subject')?.toLowerCase()];
  return {
    ...(role === undefined ? {} : { role }),
    ...(environment === undefined ? {} : { environment }),
    ...(subject === undefined ? {} : { subject }),
  };
}

export function overridesIn(body: string | undefined): readonly OverrideWords[] {
  return linesOf(body, 'override').flatMap((words) => {
    const [environment, subject] = [words.get('env'), words.get('subject')?.toLowerCase()];
    const [until, reason] = [words.get('until'), words.get('reason')?.trim()];
    if (environment === undefined || !isSubject(subject) || until === undefined || !reason) return [];
    return [{ environment, subject, until, reason }];
  });
}

function isSubject(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{64}$/.test(text);
}

const markdown = new MarkdownIt('commonmark');

/** Lines of the paragraphs that stand in nothing else. */
function ownLines(body: string): readonly string[] {
  // Only paragraphs at the top have their text at level 1 (markdown-it, Token.level).
  return markdown
    .parse(body, {})
    .flatMap(({ type, level, content }, index, tokens) =>
      type === 'inline' && level === 1 && tokens[index - 1]?.type === 'paragraph_open' ? content.split('\n') : [],
    );
}

function linesOf(body: string | undefined, deed: string): ReadonlyMap<string, string>[] {
  return ownLines(body ?? '').flatMap((line) => {
    const [, name, rest] = /^shipgate ([a-z-]+)((?: +[a-z]+=(?:"[^"]*"|[^\s"]+))*) *$/.exec(line) ?? [];
    if (name !== deed || rest === undefined) return [];
    const words = Array.from(rest.matchAll(/([a-z]+)=(?:"([^"]*)"|([^\s"]+))/g));
    return [new Map(words.map(([, key = '', quoted, plain]) => [key, quoted ?? plain ?? '']))];
  });
}
