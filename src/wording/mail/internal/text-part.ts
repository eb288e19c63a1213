import type { Block } from './content.ts';
import { webAddress } from './words.ts';
import { columns, widthOf, wrapped } from './wrapped.ts';

/** The letter as plain text: lines of 72 columns at most, each address on a line of its own, never broken. */
export function textPart(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.text);
    case 'heading':
      return `${wrapped(block.text)}\n${'-'.repeat(Math.min(widthOf(block.text), columns))}`;
    case 'action':
      return `${wrapped(block.text)}\n${webAddress(block.address)}`;
    case 'small':
      return block.address === undefined
        ? wrapped(block.text)
        : `${wrapped(block.text)}\n${webAddress(block.address)}`;
    case 'facts':
      return block.facts.map((fact) => wrapped(fact, '- ', '  ')).join('\n');
    case 'lines':
      return block.lines
        .map(({ title, note, address }) =>
          [
            wrapped(title.text, '- ', '  '),
            ...(note === '' ? [] : [wrapped(note, '  ', '  ')]),
            `  ${webAddress(address)}`,
          ].join('\n'),
        )
        .join('\n');
  }
}
