import field from './field-related.json' with { type: 'json' };
import land from './land-related.json' with { type: 'json' };
import people from './people-related.json' with { type: 'json' };
import state from './state-related.json' with { type: 'json' };
import works from './works-related.json' with { type: 'json' };

/**
 * One row a thing of our lists, by its first English words: its name, what answers it, what is so near that one would nearly
 * always take the other, what is near; names in a cell apart by ` | `. By authors who had seen no need of `evaluation/`.
 */
export const relatedLists: readonly (readonly string[])[] = [
  ...field,
  ...land,
  ...people,
  ...state,
  ...works,
];
