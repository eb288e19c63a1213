import type { Participant } from '../../fields/participants.ts';
import type { Presented } from '../../policy/present.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { xmlElement } from '../xml/xml-text.ts';
import { countriesOf, type Said, textsOf } from './internal/texts-of.ts';

/** The fifteen elements of Dublin Core 1.1, in the order in which they are written. */
const elements = [
  'title',
  'creator',
  'subject',
  'description',
  'publisher',
  'contributor',
  'date',
  'type',
  'format',
  'identifier',
  'source',
  'language',
  'relation',
  'coverage',
  'rights',
] as const;
type Element = (typeof elements)[number];

/** Refinements and other standards' words that Dublin Core can say more broadly. */
const broader: Readonly<Record<string, Element>> = {
  'dc:alternative': 'title',
  'dc:isPartOf': 'relation',
  'iati:participating-org': 'contributor',
  'iati:activity-date': 'date',
  'iati:tag': 'subject',
  'ssc:seat': 'coverage',
  'ssc:provider': 'coverage',
};

const start =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">';

/** A record in unqualified Dublin Core: what its fields mean in `dc:` words, its page, its register, its country. */
export function dublinCore(record: Presented, address: string): string {
  const said = new Map<Element, Said[]>(elements.map((name) => [name, []]));
  const base = address.slice(0, -`${record.register.name}/${record.id}`.length);
  said.get('identifier')?.push({ text: address });
  said.get('type')?.push({ text: record.register.name });
  for (const [name, { means, control }] of Object.entries(record.register.fields)) {
    const value = record.values[name];
    if (value === undefined) continue;
    for (const element of elementsOf(means)) said.get(element)?.push(...textsOf(control, value, base));
    // Organisations that take part contribute; countries say where. The shape tells what the value is.
    if (control.shape === 'participants')
      said.get('coverage')?.push(...countriesOf(value as readonly Participant[]));
  }
  said.get('description')?.push(...reservationsOf(record));
  let written = start;
  for (const [element, texts] of said) written += elementsWith(element, texts);
  return `${written}</oai_dc:dc>`;
}

/** What countries hold against the record: it goes wherever the record goes, in their own words. */
function reservationsOf({ review }: Presented): readonly Said[] {
  return review.reservations.map(({ country, text: { original, texts } }) => ({
    text: `Reservation of ${countryName(country, 'en')}: ${texts[original] ?? ''}`,
    lang: original,
  }));
}

/** By the list of a field's meanings, which stands in its declaration. */
const known = new WeakMap<readonly string[], ReadonlySet<Element>>();

function elementsOf(means: readonly string[]): ReadonlySet<Element> {
  const kept = known.get(means);
  if (kept !== undefined) return kept;
  const found = means.flatMap((meaning) => {
    const plain = elements.find((element) => meaning === `dc:${element}`);
    return plain ?? broader[meaning] ?? [];
  });
  const elementsFound = new Set(found);
  known.set(means, elementsFound);
  return elementsFound;
}

function elementsWith(element: Element, texts: readonly Said[]): string {
  const written = texts.map(({ text, lang }) => xmlElement(`dc:${element}`, text, { 'xml:lang': lang }));
  return [...new Set(written)].join('');
}
