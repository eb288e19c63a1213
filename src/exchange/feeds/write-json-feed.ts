import { contentOf, type Feed } from './feed.ts';

/** A JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  const { title, about, publisher, lang, self, page, pages, entries } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: about,
    home_page_url: page,
    feed_url: self,
    next_url: pages.next,
    language: lang,
    authors: [{ name: publisher }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title.text,
      content_text: contentOf(entry),
      date_modified: entry.updatedAt,
      language: entry.title.lang,
      tags: entry.categories.map(({ label }) => label),
    })),
  });
}
