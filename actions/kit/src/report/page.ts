/** A job summary holds 1 MiB (GitHub docs, "Step isolation and limits"); more would be dropped as a whole. */
import { counted } from '../verdict.ts';

export interface Block {
  /** 0 is never left out; the highest go first. */
  readonly weight: number;
  readonly markdown: string;
}

const limitBytes = 1024 * 1024 - 2048;

/** The blocks as one page; when it is too large, whole blocks are left out from the end, and the page says so. */
export function fitPage(blocks: readonly Block[], limit: number = limitBytes): string {
  const kept = new Set(blocks);
  let size = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
  const byWeight = [...blocks].reverse().sort((a, b) => b.weight - a.weight);
  for (const block of byWeight) {
    if (size <= limit || block.weight === 0) break;
    kept.delete(block);
    size -= sizeOf(block);
  }
  const left = blocks.length - kept.size;
  const note = `${counted(left, 'section')} left out: this page holds 1 MiB. The whole is in \`summary.md\` beside the verdict.`;
  const parts = blocks.filter((block) => kept.has(block)).map(({ markdown }) => markdown);
  if (left > 0) parts.splice(-1, 0, note);
  return joined(parts);
}

/** Folded sections follow one another without a gap. */
export function joined(parts: readonly string[]): string {
  return `${parts.join('\n\n').replaceAll('</details>\n\n<details>', '</details>\n<details>')}\n`;
}

function sizeOf({ markdown }: Block): number {
  return Buffer.byteLength(markdown) + 2;
}
