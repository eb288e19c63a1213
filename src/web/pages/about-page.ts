import type { MessageKey, Translate } from '../../wording/messages.ts';
import { html } from '../html.ts';
import type { PageParts } from './page-parts.ts';

const sections: readonly (readonly [title: MessageKey, text: MessageKey])[] = [
  ['about.dataTitle', 'about.data'],
  ['about.marksTitle', 'about.marks'],
  ['about.reuseTitle', 'about.reuse'],
  ['about.useTitle', 'about.use'],
  ['about.wrongTitle', 'about.wrong'],
];

/** What this is, where the data come from, how far to trust them, how to use them again. */
export function aboutPage(t: Translate): PageParts {
  return {
    title: t('about.title'),
    description: t('site.description'),
    path: '/about',
    shows: [],
    bodies: [
      () =>
        html`<h1>${t('about.title')}</h1><p class="sum">${t('site.description')} ${t('site.promise')}</p><div class="grid">${sections.map(
          ([title, text]) =>
            html`<section><h2 id="${title.slice(6, -5)}">${t(title)}</h2><p class="sum">${t(text)}</p></section>`,
        )}</div>`,
    ],
  };
}
