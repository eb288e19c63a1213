import { xmlAttributes, xmlElement } from '../xml/xml-text.ts';
import { contentOf, type Feed, type FeedEntry } from './feed.ts';

/** An RSS 2.0 channel; what RSS has no word for (its own address, pages) is said in words of Atom. */
export function writeRss(feed: Feed): string {
  const { title, about, lang, updatedAt, self, page, pages, entries } = feed;
  const link = (rel: string, href: string): string =>
    `<atom:link${xmlAttributes({ rel, type: 'application/rss+xml', href })}/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${xmlElement('title', title)}${xmlElement('link', page)}${xmlElement('description', about)}${xmlElement('language', lang)}${xmlElement('lastBuildDate', inWords(updatedAt))}<generator>Southbridge</generator>${link('self', self)}${Object.entries(
    pages,
  )
    .map(([rel, href]) => link(rel, href))
    .join('')}
${entries.map(itemPart).join('')}</channel></rss>
`;
}

function itemPart(entry: FeedEntry): string {
  const { id, title, address, updatedAt, categories } = entry;
  const content = contentOf(entry);
  return `<item>${xmlElement('title', title.text)}${xmlElement('link', address)}${xmlElement('guid', id, { isPermaLink: 'false' })}${xmlElement('pubDate', inWords(updatedAt))}${
    content === '' ? '' : xmlElement('description', asHtml(content))
  }${categories.map(({ label }) => xmlElement('category', label)).join('')}${xmlElement('dc:language', title.lang)}</item>
`;
}

/** RFC 822 with four digits of the year, as RSS 2.0 wants it. */
function inWords(at: string): string {
  return new Date(at).toUTCString();
}

/** A description is taken for HTML by readers: text must be escaped for that too. */
function asHtml(text: string): string {
  const escaped = text.replace(
    /[&<>]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char,
  );
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${paragraph}</p>`)
    .join('');
}
