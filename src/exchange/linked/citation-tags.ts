import type { Presented } from '../../policy/present.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';

export interface CitationContext {
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
  /** Absent where the house has none that others can follow: then the record is known by register and identifier. */
  readonly address: string | undefined;
  /** Name of the house. */
  readonly publisher: string;
}

/**
 * A record for reference managers: Dublin Core in HTML (DCMI, DC-HTML 2008) and the tags that Zotero and Google Scholar read.
 */
export function citationTags(
  record: Presented,
  { title, lang, address, publisher }: CitationContext,
): readonly (readonly [name: string, content: string])[] {
  const day = record.changedAt.slice(0, 10);
  const author = valueMeaning(record, 'dc:creator');
  return [
    ['DC.title', title],
    ['DC.identifier', address ?? `${record.register.name}/${record.id}`],
    ['DC.date', day],
    ['DC.language', lang],
    ['DC.publisher', publisher],
    ['citation_title', title],
    ['citation_publication_date', day.replaceAll('-', '/')],
    ...(address === undefined ? [] : [['citation_public_url', address] as const]),
    ...(typeof author === 'string' ? [['citation_author', author] as const] : []),
  ];
}
