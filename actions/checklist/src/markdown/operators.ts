/** Comparisons as people write them before a number: signs, and words of both languages. */
import type { Threshold } from './model.ts';

type Operator = Exclude<Threshold['operator'], 'in'>;

/** A comparison that ends where a number begins. */
export interface SaidOperator {
  readonly operator: Operator;
  readonly isSymbol: boolean;
  /** From the operator up to the number. */
  readonly text: string;
  /** A blank stands between. */
  readonly blank: boolean;
}

const SYMBOL = /(?<![-=<>!+&])(<=|>=|==|[<>≤≥])([ \u00a0\u202f]{0,3})$/;
const SYMBOLS: ReadonlyMap<string, Operator> = new Map([
  ['<', '<'],
  ['<=', '<='],
  ['≤', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['≥', '>='],
  ['==', '=='],
]);

const WORDS: readonly (readonly [Operator, string])[] = [
  [
    '>=',
    'не менее|не меньше|не ниже|минимум|at least|no less than|not less than|minimum of|minimum|min\\.?|мин\\.|greater than or equal to|more than or equal to',
  ],
  [
    '<=',
    'не более|не больше|не выше|не дольше|не превышает|не превышают|не превышать|максимум|at most|up to|no more than|not more than|maximum of|maximum|max\\.?|макс\\.|within|less than or equal to|does not exceed|do not exceed|must not exceed|should not exceed|may not exceed|cannot exceed|not exceed|not to exceed',
  ],
  ['>', 'больше|более|выше|more than|greater than|above|over'],
  ['<', 'меньше|менее|ниже|less than|fewer than|lower than|below|under'],
];
const OPERATOR_OF = new Map(
  WORDS.flatMap(([operator, words]) =>
    words.split('|').flatMap((word) => {
      const plain = word.replaceAll('\\', '').replace('?', '');
      return [
        [plain, operator],
        [plain.replace(/\.$/, ''), operator],
      ] as const;
    }),
  ),
);
/** Ends of those words: what ends otherwise is no operator. */
const LAST_WORD =
  /(?:eed|ает|ают|ать|min\.?|max\.?|мин\.|акс\.|нее|лее|ьше|иже|ыше|мум|чем|east|most|than|mum|of|to|ove|ver|low|der|hin)[ \u00a0]$/i;
/** The longer ones first: "less than or equal to" before "less than". */
const ALTERNATIVES = WORDS.flatMap(([, words]) => words.split('|'))
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', '[ \\u00a0]'))
  .join('|');
const WORD = new RegExp(`(?<![\\wа-яё-])(${ALTERNATIVES})(?:[ \\u00a0]чем)?[ \\u00a0]$`, 'i');

/** "Node >= 20.1", "TLS >= 1.2": a version is not an amount. */
const VERSIONED = new Set(
  [
    'v version versions версия версии node node.js python java go ruby php rust postgres postgresql mysql redis kubernetes k8s helm',
    'docker npm yarn typescript react angular vue terraform tls ubuntu debian macos ios android windows chrome firefox safari edge ie',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a thing (in small letters) is counted in versions: "support for node.js". */
export function hasVersions(subject: string): boolean {
  return subject.split(' ').some((word) => VERSIONED.has(word));
}

/** The word before is such a thing, or a number as in `>= 1.5.0 < 2`. */
function isOfVersion(before: string): boolean {
  const near = before.slice(-24).trimEnd();
  const words = near.endsWith('(') ? near.slice(0, -1).trimEnd() : near;
  const word = words.slice(words.lastIndexOf(' ') + 1).toLowerCase();
  return VERSIONED.has(word) || /^\d[\d.]*$/.test(word);
}

/** `before` ends where the number begins. `none`: there is a sign of comparison, but nothing is compared (`->`, a version). */
export function operatorBefore(before: string): SaidOperator | 'none' | undefined {
  let last = before.length - 1;
  while (last >= 0 && ' \u00a0\u202f'.includes(before.charAt(last))) last--;
  if (last >= 0 && '<>=≤≥'.includes(before.charAt(last))) return symbolBefore(before);
  if (!LAST_WORD.test(before)) return undefined;
  const said = WORD.exec(before);
  const operator = OPERATOR_OF.get((said?.[1] ?? '').replaceAll('\u00a0', ' ').toLowerCase());
  return said === null || operator === undefined
    ? undefined
    : { operator, isSymbol: false, text: said[0], blank: true };
}

function symbolBefore(before: string): SaidOperator | 'none' {
  const symbol = SYMBOL.exec(before.slice(-6));
  const operator = SYMBOLS.get(symbol?.[1] ?? '');
  if (symbol === null || operator === undefined || isOfVersion(before.slice(0, before.length - symbol[0].length)))
    return 'none';
  return { operator, isSymbol: true, text: symbol[0], blank: symbol[2] !== '' };
}
