import type { Reference } from '../../../fields/references.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';

const meaning = 'iati:related-activity';
const longest = 300;

/** Other activities that this one is tied to, by their identifiers; how they are tied is not kept. */
export const relatedActivity: ElementReader = {
  wants: { 'related-activity': leaf },
  read(record, reading) {
    const ids = new Set<string>();
    for (const element of childrenNamed(record, 'related-activity')) {
      const id = attribute(element, 'ref');
      if (id === undefined) continue;
      if (id.length <= longest) ids.add(id);
      else reading.found('error', 'tooLong', meaning, { element, attribute: 'ref' }, { limit: longest });
    }
    reading.putList(
      meaning,
      [...ids].map((id) => ({ id })),
    );
  },
};

/** RelatedActivityType: sibling, the least that can be said. */
const sibling = '3';

/** Activities of other houses by their identifiers; of what kind the tie is, the record does not say. */
export const relatedActivityWriter: ElementWriter = {
  name: 'related-activity',
  attributes: ['ref'],
  children: [],
  write(spoken) {
    return spoken.list<Reference>(meaning).flatMap(({ register, id }): Item[] => {
      if (register !== undefined) return [];
      return [{ key: id, element: made('related-activity', { ref: id, type: sibling }) }];
    });
  },
  keyOf: (element) => attribute(element, 'ref'),
};
