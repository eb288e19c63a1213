import type { Presented } from '../../policy/present.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';

export interface CitationContext {
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
  readonly address: string;
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
    ['DC.identifier', address],
    ['DC.date', day],
    ['DC.language', lang],
    ['DC.publisher', publisher],
    ['citation_title', title],
    ['citation_publication_date', day.replaceAll('-', '/')],
    ['citation_public_url', address],
    ...(typeof author === 'string' ? [['citation_author', author] as const] : []),
  ];
}
