/** The tree of a PromQL text, and what is wrong in it. Pure. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** Offsets are UTF-16 units of the text. */
export interface SyntaxFault {
  readonly message: string;
  readonly expected: string;
  readonly got: string;
  readonly do: string;
  readonly from: number;
  readonly to: number;
}

/** The expression, or the first place where the text is none. */
export function parsePromql(text: string): SyntaxNode | SyntaxFault {
  const tree = parser.parse(text);
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) return unreadable(text, cursor.from, cursor.to);
  } while (cursor.next());
  const { firstChild } = tree.topNode;
  const expression = firstChild?.name === 'LineComment' ? firstChild.nextSibling : firstChild;
  return expression ?? unreadable(text, 0, text.length);
}

export function isSyntaxFault(parsed: SyntaxNode | SyntaxFault): parsed is SyntaxFault {
  return 'message' in parsed;
}

function unreadable(text: string, from: number, to: number): SyntaxFault {
  const rest = text.slice(from).trim();
  const word = /^(?:[A-Za-z_:][\w:]*|[\d.]+\w*|.)/u.exec(rest)?.[0];
  const start = word === undefined ? from : text.indexOf(word, from);
  return {
    message: 'it is no PromQL',
    expected: 'PromQL that can be read to its end',
    got: word === undefined ? 'the end of the text' : `${JSON.stringify(word)} at character ${start + 1}`,
    do: 'try it in the expression browser of Prometheus',
    from: start,
    to: Math.max(to, start + (word?.length ?? 1)),
  };
}

/** Children with one of these names, in order. */
export function childrenOf(node: SyntaxNode, ...names: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (names.includes(child.name)) found.push(child);
  }
  return found;
}
