import { catalogue, sitemapPart, sitemaps, vocabulary } from '../handlers/linked-data.ts';
import type { ApiRoute } from '../route.ts';

/** What other catalogues, vocabularies and search engines read. */
export const linkedDataRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/{lang}/catalogue.jsonld',
    name: 'catalogue',
    handle: catalogue,
    summary: 'The data sets of the node and where each can be fetched, as DCAT 3 in JSON-LD.',
    who: 'everybody',
    sends: ['application/ld+json'],
  },
  {
    method: 'get',
    path: '/vocabulary/{list}.ttl',
    name: 'vocabulary',
    handle: vocabulary,
    summary: 'A list of codes with its names in all languages, as SKOS in Turtle.',
    who: 'everybody',
    sends: ['text/turtle'],
  },
  {
    method: 'get',
    path: '/sitemap.xml',
    name: 'sitemaps',
    handle: sitemaps,
    summary: 'The files that list all pages, for search engines.',
    who: 'everybody',
    sends: ['application/xml'],
  },
  {
    method: 'get',
    path: '/sitemap-{part}.xml',
    name: 'sitemapPart',
    handle: sitemapPart,
    summary:
      'Pages in all languages, with the day of their last change: part 0 those of the house, then records.',
    who: 'everybody',
    sends: ['application/xml'],
  },
];
