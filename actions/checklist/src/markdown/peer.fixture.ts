/** The items of a text as remark-gfm has them: the peer that our reading is compared with. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Line from 1; depth 0 for an item that is inside no other. */
export interface PeerItem {
  readonly line: number;
  readonly ticked: boolean;
  readonly depth: number;
}

const processor = unified().use(remarkParse).use(remarkGfm);

interface Node {
  readonly type: string;
  readonly checked?: boolean | null;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** In the order of the text. */
export function peerItems(text: string): PeerItem[] {
  const found: PeerItem[] = [];
  const walk = (node: Node, depth: number): void => {
    const first = node.children?.find((child) => child.type !== 'definition');
    // It takes a paragraph behind another list for the first one, against GFM 5.3.
    const isTask = node.type === 'listItem' && typeof node.checked === 'boolean' && first?.type === 'paragraph';
    if (isTask) found.push({ line: first.position?.start.line ?? 0, ticked: node.checked === true, depth });
    for (const child of node.children ?? []) walk(child, isTask ? depth + 1 : depth);
  };
  walk(processor.parse(text), 0);
  return found;
}
