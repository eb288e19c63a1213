import { type DocumentFormat, documentFormats } from '../../exchange/documents/document-formats.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { ReportClosed } from '../../lifecycle/event.ts';
import type { ReportRound } from '../../operations/follow-up/report-round.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatDate, formatDayOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { formFields } from '../desk/form.ts';
import type { Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import type { PageParts } from '../pages/page-parts.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { shownText } from '../pieces/texts.ts';
import { roundAddress } from '../rounds/addresses.ts';
import { boardPath, trackedLink } from './tracked-link.ts';

export interface ReportView {
  readonly instrument: Tracked;
  readonly today: string;
  /** The first one first. */
  readonly closed: readonly ReportClosed[];
  /** A round on it that is still open: until it is closed, reports are drafts. */
  readonly open?: ReportRound | undefined;
  readonly visitor?: Visitor | undefined;
}

/** Where the report on an instrument is chosen and closed, without the language. */
export function reportPath(instrument: string): string {
  return `${boardPath(instrument)}/report`;
}

/** The report on an instrument: what it is to say, the closed ones with their digests, and closing for the secretariat. */
export function reportPage(t: Translate, view: ReportView): PageParts {
  const { instrument } = view;
  return {
    title: t('ministerial.title'),
    path: reportPath(instrument.recordId),
    shows: [instrument.recordId],
    bodies: [
      () =>
        html`<p class=kind><b>${trackedLink(t, instrument)}</b><h1>${t('ministerial.title')}</h1><p class=sum>${t('ministerial.page.intro')}</p>${draftForm(t, view)}${closingForm(t, view)}${archive(t, view)}`,
    ],
  };
}

function day(name: string, label: string, value: string, needed = false): Html {
  return html`<p><label for="${name}">${label}</label><br><input type=date id="${name}" name="${name}" value="${value}"${needed && html` required`}>`;
}

/** A form for each language and format is a link with choices: the browser asks for the file itself. */
function draftForm(t: Translate, { instrument, today }: ReportView): Html {
  const path = reportPath(instrument.recordId);
  // The keys of the table are the formats.
  const formats = Object.keys(documentFormats) as DocumentFormat[];
  return html`<form class=ask action="${pageAddress(t.lang, `${path}.html`)}">${day('asOf', t('ministerial.fact.asOf'), today, true)}${day('since', t('ministerial.page.since'), '')}<p><label for=country>${t('ministerial.page.country')}</label><br><input id=country name=country maxlength=2 size=4 dir=ltr><p>${interfaceLanguages.map(
    (lang) =>
      html`<p><span lang="${lang}">${languageName(lang, lang)}</span> ${formats.map(
        (format) =>
          html`<button class="btn quiet" formaction="${pageAddress(lang, `${path}.${format}`)}" aria-label="${format.toUpperCase()} · ${languageName(lang, t.lang)}">${format.toUpperCase()}</button> `,
      )}`,
  )}</form>`;
}

function closingForm(t: Translate, { instrument, today, visitor, open }: ReportView): Html {
  if (open !== undefined) {
    return html`<p class=note>${t('ministerial.page.roundOpen')} <a href="${roundAddress(t.lang, open.id)}">${shownText(t, open.title)}</a>`;
  }
  const post = visitor?.posts.find(({ kind }) => kind === 'secretariat');
  if (visitor === undefined || post === undefined) return html``;
  return html`<h2>${t('ministerial.page.close')}</h2><p>${t('ministerial.page.closeHelp')}</p><form method=post action="${pageAddress(t.lang, reportPath(instrument.recordId))}">${formFields(visitor.session.formToken, { post: post.id })}<p><label for=closeAsOf>${t('ministerial.fact.asOf')}</label><br><input type=date id=closeAsOf name=asOf value="${today}" required><p><label for=closeSince>${t('ministerial.page.since')}</label><br><input type=date id=closeSince name=since><p><label for=closeCountry>${t('ministerial.page.country')}</label><br><input id=closeCountry name=country maxlength=2 size=4 dir=ltr><p><button>${t('ministerial.page.close')}</button></form>`;
}

function archive(t: Translate, { instrument, closed }: ReportView): Html {
  const heading = html`<h2>${t('ministerial.page.archive')}</h2>`;
  if (closed.length === 0) return html`${heading}<p class=note>${t('ministerial.page.archiveNone')}`;
  return html`${heading}${closed.toReversed().map((report) => {
    const { number, asOf, at, country, files } = report;
    const title =
      country === undefined
        ? t('ministerial.title')
        : t('ministerial.countryTitle', { country: countryLabel(t, country) });
    return html`<h3>${t('ministerial.number', { number: String(number) })} · ${title}</h3><p>${t('ministerial.page.closedOn', { asOf: formatDate(t.lang, asOf), date: formatDayOf(t.lang, at) })}</p>${interfaceLanguages.map(
      (lang) =>
        html`<p><span lang="${lang}">${languageName(lang, lang)}</span> ${files
          .filter((one) => one.lang === lang)
          .map(
            ({ format }) =>
              html`<a href="${pageAddress(lang, `${boardPath(instrument.recordId)}/reports/${number}.${format}`)}">${format.toUpperCase()}</a> `,
          )}`,
    )}<details><summary>${t('ministerial.page.checksum')}</summary><pre dir=ltr>${files
      .map(({ sha256, lang, format }) => `${sha256}  ${number}-${lang}.${format}`)
      .join('\n')}</pre></details>`;
  })}`;
}
