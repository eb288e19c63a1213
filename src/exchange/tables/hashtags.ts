import { splitColumn } from './column-name.ts';
import type { Holds } from './holds.ts';
import type { TableName } from './label-book.ts';
import { holdsOf } from './table-columns.ts';

/**
 * The HXL hashtag of a column (Humanitarian Exchange Language 1.1, hxlstandard.org): what the cells hold, then our own
 * name of it, then the language. `#country+code+participants`, `#description+title+i_fr`.
 */
export function hashtagOf(table: TableName, column: string): string {
  const { field: name, suffix } = splitColumn(column);
  const holds = holdsOf(table, column);
  if (holds === undefined) return `#meta+${snake(column)}`;
  const within = table.field === undefined ? [] : [table.field];
  const tail = suffix === '' ? [] : /^[a-z]{2,3}$/.test(suffix) ? [`i_${suffix}`] : [suffix];
  return ['#', tagOf(holds), ...[...within, name, ...tail].map((part) => `+${snake(part)}`)].join('');
}

function tagOf(holds: Holds): string {
  switch (holds.as) {
    case 'date':
      return 'date';
    case 'number':
      return 'value';
    case 'code':
      return holds.list.name === 'country' ? 'country' : holds.list.name === 'sector' ? 'sector' : 'meta';
    case 'text':
      return 'description';
    default:
      return 'meta';
  }
}

function snake(name: string): string {
  return name
    .replace(/([A-Z])/g, '_$1')
    .replace(/[^A-Za-z0-9_]/g, '_')
    .toLowerCase();
}
