import type { CodeTable, CodeTables } from '../../../../vocabulary/code-table.ts';
import { codedPlaces } from './coded-places.ts';

/** What is coded in an element of one place, and in those inside it, each with the edition in use of its list. */
export interface CodedPlaces {
  readonly coded: { readonly attribute: string; readonly choices: Choice[] }[];
  readonly inside: Map<string, CodedPlaces>;
}

interface Choice {
  /** Only under this vocabulary; undefined for always. */
  readonly vocabulary: string | undefined;
  readonly table: CodeTable;
}

interface Prepared {
  /** By the names of records and roots. */
  readonly roots: ReadonlyMap<string, CodedPlaces>;
  readonly language: CodeTable | undefined;
}

const prepared = new WeakMap<CodeTables, Prepared>();

/** All places that are coded, made ready once for a set of tables. */
export function codedPlacesIn(tables: CodeTables): Prepared {
  const known = prepared.get(tables);
  if (known !== undefined) return known;
  const top = emptyPlaces();
  for (const [path, attribute, list, vocabulary] of codedPlaces) {
    const table = tables.find(list);
    if (table === undefined) continue;
    let place = top;
    for (const name of path.split('/')) {
      const next = place.inside.get(name) ?? emptyPlaces();
      place.inside.set(name, next);
      place = next;
    }
    let coded = place.coded.find((one) => one.attribute === attribute);
    if (coded === undefined) {
      coded = { attribute, choices: [] };
      place.coded.push(coded);
    }
    coded.choices.push({ vocabulary, table });
  }
  const made = { roots: top.inside, language: tables.find('Language') };
  prepared.set(tables, made);
  return made;
}

function emptyPlaces(): CodedPlaces {
  return { coded: [], inside: new Map() };
}
