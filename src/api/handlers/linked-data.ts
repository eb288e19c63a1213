import { catalogueJsonLd, type DataSet } from '../../exchange/linked/catalogue.ts';
import { pagesInSitemap, sitemap, sitemapIndex } from '../../exchange/linked/sitemap.ts';
import { skosOf } from '../../exchange/linked/skos.ts';
import { formats } from '../../exchange/write-records.ts';
import { Fault } from '../../kernel/fault.ts';
import { collect } from '../../operations/collect.ts';
import { count } from '../../operations/count.ts';
import { overview } from '../../operations/overview.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { findList, labelLists } from '../../vocabulary/all-lists.ts';
import { registerLabel } from '../../wording/labels.ts';
import { translator } from '../../wording/messages.ts';
import { originOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';

/** Everything there is, in a steady order. */
const everything = { words: '', lang: 'en', filters: {}, sort: 'oldest' } as const;

/** Pages that do not stand for one record. */
const fixedPages = [
  '/',
  '/search',
  '/flows',
  '/countries',
  '/focal-points',
  '/reservations',
  '/iati',
  '/about',
];

/** The data sets of the node, one a register, and its vocabularies, for open-data portals. */
export async function catalogue({ office, context, options }: Asked): Promise<Response> {
  const t = translator(languageOf(context));
  const start = originOf(context, options);
  const { asOf, kinds } = await overview(office, t.lang);
  const ways = (['csv', 'xlsx', 'jsonl'] as const).map((name) => formats[name]);
  const registers = allRegisters.map(({ name }): DataSet => {
    const search = (ending: string) => `${start}/${t.lang}/search${ending}?kind=${name}`;
    return {
      address: search(''),
      title: registerLabel(t, name, true),
      description: t('site.description'),
      records: kinds.find(({ value }) => value === name)?.count ?? 0,
      distributions: ways.map(({ extension, mediaType }) => ({
        address: search(`.${extension}`),
        mediaType: mediaType.split(';')[0] ?? mediaType,
        title: extension.toUpperCase(),
      })),
    };
  });
  const lists = labelLists.map(({ name, source, entries }): DataSet => {
    const address = `${start}/vocabulary/${name}`;
    return {
      address,
      title: name,
      description: source,
      records: entries.size,
      distributions: [{ address: `${address}.ttl`, mediaType: 'text/turtle', title: 'SKOS' }],
    };
  });
  const made = catalogueJsonLd({
    address: `${start}/${t.lang}/catalogue.jsonld`,
    home: `${start}/${t.lang}/`,
    lang: t.lang,
    title: t('site.name'),
    description: t('site.description'),
    publisher: t('site.name'),
    ...(asOf === undefined ? {} : { modified: asOf }),
    dataSets: [...registers, ...lists],
  });
  return context.body(JSON.stringify(made), 200, { 'content-type': 'application/ld+json; charset=utf-8' });
}

/** One list of codes as SKOS. @throws Fault `notFound`. */
export async function vocabulary({ context, options }: Asked): Promise<Response> {
  const name = (context.req.param('list') ?? '').replace(/\.ttl$/, '');
  const list = findList(name);
  if (list === undefined)
    throw new Fault('notFound', { got: name, right: labelLists.map((one) => one.name).join(', ') });
  const turtle = skosOf(list, `${originOf(context, options)}/vocabulary/${name}`);
  return context.body(turtle, 200, { 'content-type': 'text/turtle; charset=utf-8' });
}

/** Which files list the pages: one for the fixed ones, and as many as the records take. */
export async function sitemaps({ office, context, options }: Asked): Promise<Response> {
  const { total } = await count(office, {}, []);
  const start = originOf(context, options);
  const parts = Array.from({ length: 1 + Math.ceil(total / pagesInSitemap) }, (_, part) => part);
  return xml(context, sitemapIndex(parts.map((part) => `${start}/sitemap-${part}.xml`)));
}

/** One of the files: part 0 the fixed pages, the others records. @throws Fault `notFound`. */
export async function sitemapPart({ office, context, options }: Asked): Promise<Response> {
  const [, digits] = /^sitemap-(\d{1,6})\.xml$/.exec(context.req.param('part') ?? '') ?? [];
  if (digits === undefined) throw new Fault('notFound', { got: context.req.path });
  const start = originOf(context, options);
  const part = Number(digits);
  if (part === 0)
    return xml(
      context,
      sitemap(
        start,
        fixedPages.map((path) => ({ path })),
      ),
    );
  const pages = [];
  for await (const { register, id, changedAt } of collect(office, everything, {
    from: (part - 1) * pagesInSitemap,
    most: pagesInSitemap,
  }))
    pages.push({ path: `/${register.name}/${id}`, changedAt });
  if (pages.length === 0) throw new Fault('notFound', { got: context.req.path });
  return xml(context, sitemap(start, pages));
}

function xml(context: Asked['context'], body: string): Response {
  return context.body(body, 200, { 'content-type': 'application/xml; charset=utf-8' });
}
