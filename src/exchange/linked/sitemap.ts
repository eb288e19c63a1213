import { interfaceLanguages } from '../../kernel/language-tag.ts';

/** One page for search engines, the same in every language. */
export interface SitemapPage {
  /** Without language: `/practice/x`. */
  readonly path: string;
  readonly changedAt?: string;
}

/** Most pages in one file: each stands there in every language, and a file may hold 50,000 addresses (sitemaps.org, 0.9). */
export const pagesInSitemap = 5_000;

/** The list of the files that list the pages. */
export function sitemapIndex(files: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files
    .map((file) => `<sitemap><loc>${escaped(file)}</loc></sitemap>`)
    .join('\n')}\n</sitemapindex>\n`;
}

/** Pages in all languages; each language names the others, as search engines want it. */
export function sitemap(start: string, pages: readonly SitemapPage[]): string {
  const address = (lang: string, path: string) => escaped(`${start}/${lang}${path}`);
  const entries = pages.flatMap(({ path, changedAt }) => {
    const others = interfaceLanguages
      .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(lang, path)}"/>`)
      .join('');
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
    return interfaceLanguages.map(
      (lang) => `<url><loc>${address(lang, path)}</loc>${changed}${others}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
