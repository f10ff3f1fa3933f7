/** What headings say: a phase, a section of signatures, or the title of the document. */
import { slug, type UniqueNames } from './ids.ts';
import type { Phase } from './model.ts';

/** A heading with what it means for the items below it. */
export interface Heading {
  readonly level: number;
  /** Of its own. */
  readonly phase: Phase;
  /** Of what stands below it: the nearest heading with a number, else this one. */
  readonly phaseBelow: Phase;
  /** Anchors of the headings that it is below of, the nearest last. */
  readonly within: readonly string[];
  /** What the ids below it begin with: `a/b/`; the title has no part in it. */
  readonly path: string;
  /** It or one that it is below of is of signatures. */
  readonly ofSignoffs: boolean;
  /** The heading that this one is below of. */
  readonly parent?: Heading;
}

/** A heading as it stands in the text; the line from 1. */
export interface HeadingText {
  readonly level: number;
  readonly title: string;
  readonly line: number;
  readonly isTitle: boolean;
}

/** «Фаза 3», "Phase 3", «Этап 3», "Stage 3" at the start, maybe behind an emoji; "Phase 3.1" is a part of one. */
const PHASE = /^[^\wа-яё]*(?:фаза|этап|phase|stage)\s+(?:№\s*|#)?(\d{1,6})(?![\wа-яё]|\.\d)/i;

const SIGNOFF_WORD =
  '(?:лист согласования|лист подписей|подписи|согласовани[ея]|согласовано|утверждени[ея]|визы|sign[- ]?offs?|signatures?|approvals?|approved by)';
/** "Phase 7: Sign-offs", "7. Final approval", "Release approval". */
const BEFORE =
  '(?:(?:фаза|этап|phase|stage)\\s+\\d+\\s*[:.—–-]\\s*|\\d+(?:\\.\\d+)*[.)]?\\s+)?(?:(?:final|release|stakeholders?|production|team)\\s+)?';
const SIGNOFFS = new RegExp(
  `^[^\\wа-яё]*${BEFORE}${SIGNOFF_WORD}(?:\\s*(?:[,/&]|and|и)\\s*${SIGNOFF_WORD})*[^\\wа-яё]*$`,
  'i',
);

/** A heading below `before`, the last one in its container. */
export function headingBelow(before: Heading | undefined, text: HeadingText, anchors: UniqueNames): Heading {
  let parent = before;
  while (parent !== undefined && parent.level >= text.level) parent = parent.parent;
  const number = PHASE.exec(text.title)?.[1];
  const name = slug(text.title);
  const phase: Phase = {
    id: anchors.take(name),
    ...(number === undefined ? {} : { number: Number(number) }),
    title: text.title,
    line: text.line,
    within: parent === undefined ? [] : [...parent.within, parent.phase.id],
  };
  const outer = number === undefined && parent?.phaseBelow.number !== undefined ? parent.phaseBelow : undefined;
  return {
    level: text.level,
    ofSignoffs: parent?.ofSignoffs === true || SIGNOFFS.test(text.title),
    phase,
    within: phase.within ?? [],
    phaseBelow: outer ?? phase,
    path: text.isTitle ? '' : `${parent?.path ?? ''}${name}/`,
    parent,
  };
}
