import askedLand from './asked-land-phrases.json' with { type: 'json' };
import askedPeople from './asked-people-phrases.json' with { type: 'json' };
import askedWorks from './asked-works-phrases.json' with { type: 'json' };
import land from './land-phrases.json' with { type: 'json' };
import people from './people-phrases.json' with { type: 'json' };
import state from './state-phrases.json' with { type: 'json' };
import works from './works-phrases.json' with { type: 'json' };

/**
 * One row a thing, its cells in the order of `interfaceLanguages`; in a cell the ways to say it, apart by ` | `. Four lists go
 * by the names of things, purpose by purpose of the DAC; three, target by target of the goals, by how those who ask put it.
 */
export const phraseLists: Readonly<Record<string, readonly (readonly string[])[]>> = {
  land,
  works,
  people,
  state,
  askedPeople,
  askedWorks,
  askedLand,
};
