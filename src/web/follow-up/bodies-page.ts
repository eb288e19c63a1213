import type { AskedOf } from '../../operations/follow-up/asked-of.ts';
import type { FacetCount } from '../../operations/ports.ts';
import { bodyName } from '../../vocabulary/body-names.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { html } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { shownBody } from '../pieces/body-name.ts';
import { askedOfSection } from './asked-of-section.ts';

/** Bodies listed; a name can always be asked for. */
const mostBodies = 150;

function bodyPath(name: string): string {
  return `/follow-up/bodies?${new URLSearchParams({ name })}`;
}

/** Everybody who is to act, as measures and commitments write them. */
export function bodiesPage(t: Translate, all: readonly FacetCount[]): PageParts {
  const title = t('board.bodies');
  return {
    title,
    description: t('board.bodiesHelp'),
    path: '/follow-up/bodies',
    current: 'followUp',
    shows: [anyRecord],
    bodies: [mostBodies, 80, 40].map(
      (most) => () =>
        html`<p class=kind><b><a href="${pageAddress(t.lang, '/follow-up')}">${t('board.title')}</a></b><h1>${title}</h1><p class=sum>${t('board.bodiesHelp')}<ul class="plain two">${all
          .slice(0, most)
          .map(
            ({ value, count }) =>
              html`<li><a href="${pageAddress(t.lang, bodyPath(value))}">${shownBody(t, value)}</a> ${formatNumber(t.lang, count)}`,
          )}</ul>${all.length > most && html`<p>${t('common.moreCount', { n: all.length - most })}`}`,
    ),
  };
}

/** What one body is asked and what it took up. */
export function bodyPage(t: Translate, name: string, asked: AskedOf): PageParts {
  const query = `?${new URLSearchParams({ actor: name })}`;
  const called = bodyName(name, t.lang) ?? name;
  return {
    title: called.slice(0, 150),
    path: bodyPath(name),
    current: 'followUp',
    unlisted: true,
    shows: [anyRecord],
    bodies: [
      () =>
        html`<p class=kind><b><a href="${pageAddress(t.lang, '/follow-up/bodies')}">${t('board.bodies')}</a></b><h1>${shownBody(t, name)}</h1>${
          asked.lines.length + asked.commitments.length === 0
            ? html`<p class=note>${t('board.bodyNone', { name: called })}`
            : askedOfSection(t, asked, query)
        }`,
    ],
  };
}
