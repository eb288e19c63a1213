import type { JsonLdNode } from '../exchange/linked/node.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { pageAddress } from './address.ts';
import { type Html, html, markup } from './html.ts';
import type { Page } from './layout.ts';
import { housePicture } from './picture/house-picture.ts';
import { style } from './style.ts';

/** What stands before the body: names, other languages and forms, what machines read of the page, and its style. */
export function head(page: Page): Html {
  const { t, title, description, moreStyle, unlisted = false } = page;
  const site = t('site.name');
  const whole = title === '' ? `${site} · ${t('site.tagline')}` : `${title} · ${site}`;
  const about = description ?? t('site.description');
  return html`<meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>${whole}</title><meta name=description content="${about}">${
    unlisted ? markup('<meta name=robots content=noindex>') : forMachines(page, about)
  }${inOtherForms(page)}<style>${markup(style)}</style>${moreStyle === undefined ? '' : html`<style>${markup(moreStyle)}</style>`}`;
}

/** The same as data, feed or calendar: what programs of a reader look for, on pages that search engines pass by too. */
function inOtherForms({ t, otherForms = [] }: Page): readonly Html[] {
  return otherForms.map(
    ({ type, path }) => html`<link rel=alternate type="${type}" href="${pageAddress(t.lang, path)}">`,
  );
}

/** For search engines, reference managers and whoever shows a link to the page. */
function forMachines(page: Page, about: string): readonly Html[] {
  const { t, path, title, tags = [], origin = '', picture = housePicture } = page;
  const here = origin + pageAddress(t.lang, path);
  const open = [
    ['title', title === '' ? t('site.tagline') : title],
    ['type', page.subject === undefined ? 'website' : 'article'],
    ['url', here],
    ['image', origin + pageAddress(t.lang, picture)],
    ['site_name', t('site.name')],
  ] as const;
  return [
    html`<link rel=canonical href="${here}">`,
    ...interfaceLanguages.map(
      (lang) => html`<link rel=alternate hreflang=${lang} href="${origin}${pageAddress(lang, path)}">`,
    ),
    ...tags.map(([name, content]) => html`<meta name="${name}" content="${content}">`),
    ...open.map(([name, content]) => html`<meta property="og:${name}" content="${content}">`),
    html`<meta name=twitter:card content=summary_large_image>`,
    dataBlock(page.subject ?? ofThePage(page, here, about)),
  ];
}

/** A page that is about nothing in particular is a page of the house. */
function ofThePage({ t, title, origin = '' }: Page, url: string, description: string): JsonLdNode {
  const site = { '@type': 'WebSite', name: t('site.name'), url: `${origin}/${t.lang}/` };
  return title === ''
    ? {
        '@context': 'https://schema.org',
        ...site,
        inLanguage: t.lang,
        description,
        potentialAction: {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${origin}/${t.lang}/search?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      }
    : {
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        name: title,
        url,
        inLanguage: t.lang,
        isPartOf: site,
      };
}

/** Data, never run: browsers pass over this type. No `<` in it can end the block. */
function dataBlock(subject: JsonLdNode): Html {
  return markup(
    `<script type=application/ld+json>${JSON.stringify(subject).replaceAll('<', '\\u003c')}</script>`,
  );
}
