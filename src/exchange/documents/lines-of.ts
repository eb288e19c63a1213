import type { Block, Line } from './document.ts';

/** The lines of a block under which a footnote can stand: those of its body, not of headings or captions. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'measure':
      return [block.state];
    case 'paragraph':
      return [block.line];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat();
    default:
      return [];
  }
}
