import { attribute, childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';

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
