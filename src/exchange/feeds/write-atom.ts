import { xmlAttributes, xmlElement } from '../xml/xml-text.ts';
import { contentOf, type Feed, type FeedEntry } from './feed.ts';

/** An Atom feed (RFC 4287), in pages after RFC 5005. */
export function writeAtom(feed: Feed): string {
  const { id, title, about, publisher, lang, updatedAt, self, page, pages, entries } = feed;
  const link = (rel: string, href: string | undefined, type: string): string =>
    href === undefined ? '' : `<link${xmlAttributes({ rel, type, href })}/>`;
  const paging = Object.entries(pages).map(([rel, href]) => link(rel, href, 'application/atom+xml'));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">${xmlElement('id', id)}${xmlElement('title', title)}${xmlElement('subtitle', about)}${xmlElement('updated', updatedAt)}<author>${xmlElement('name', publisher)}</author><generator>Southbridge</generator>${link('self', self, 'application/atom+xml')}${link('alternate', page, 'text/html')}${paging.join('')}
${entries.map(entryPart).join('')}</feed>
`;
}

function entryPart(entry: FeedEntry): string {
  const { id, title, address, summary, updatedAt, categories } = entry;
  const content = contentOf(entry);
  return `<entry>${xmlElement('id', id)}${xmlElement('title', title.text, { 'xml:lang': title.lang })}<link${xmlAttributes({ rel: 'alternate', type: 'text/html', href: address })}/>${xmlElement('updated', updatedAt)}${
    content === '' ? '' : xmlElement('summary', content, { 'xml:lang': summary?.lang })
  }${categories.map(({ term, label }) => `<category${xmlAttributes({ term, label })}/>`).join('')}</entry>
`;
}
