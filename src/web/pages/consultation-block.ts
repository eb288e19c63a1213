import type { ParagraphRemark } from '../../fields/paragraphs.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Gathered, Given } from '../../operations/consultations/gathered.ts';
import { paragraphsOf } from '../../operations/consultations/paragraphs-of.ts';
import type { Presented } from '../../policy/present.ts';
import { stances } from '../../vocabulary/consultation-lists.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { formatDayOf, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { shownText } from '../pieces/texts.ts';
import { titleLink } from './record-heading.ts';

/** What the reader can begin in a consultation: the posts in whose name a position is given or the outcome filed. */
export interface MayBegin {
  readonly position?: string;
  readonly outcome?: string;
}

/** Positions in one table: who, what as a whole, what on each paragraph; who has said nothing; what came of it. */
export function consultationBlock(t: Translate, record: Presented, gathered: Gathered, may: MayBegin): Html {
  const { stage, given, silent, outcomes } = gathered;
  // A prose field, by its schema.
  const draft = record.values['draft'] as LangText | undefined;
  const all = given.length + silent.length;
  return html`<section><p><b>${t('consultation.stage')}:</b> ${t(`consultation.stage.${stage}`)}</p>${ways(
    t,
    record,
    may,
  )}${
    outcomes.length > 0 &&
    html`<h2>${t('consultation.outcomes')}</h2><ul>${outcomes.map((one) => html`<li>${titleLink(t, one)}`)}</ul>`
  }<h2 id=positions>${t('consultation.positions')}</h2><p class=soft>${t('consultation.count', { given: given.length, all })}</p>${
    given.length > 0 && table(t, given)
  }${
    silent.length > 0 &&
    html`<p>${t('consultation.wanted', {
      who: listOf(
        t.lang,
        silent.map((who) => nameOf(t, who)),
      ),
    })}</p>`
  }${byParagraph(t, paragraphsOf(draft), given)}${record.revision > 1 && versions(t, record)}</section>`;
}

function ways(t: Translate, { id }: Presented, { position, outcome }: MayBegin): Html {
  const way = (register: string, post: string, text: string) =>
    html`<a class=btn href="${pageAddress(t.lang, `/${register}/new?${new URLSearchParams({ post, consultation: id })}`)}">${text}</a> `;
  if (position === undefined && outcome === undefined) return html``;
  return html`<p>${position !== undefined && way('position', position, t('consultation.give'))}${
    outcome !== undefined && way('outcome', outcome, t('consultation.file'))
  }</p>`;
}

function table(t: Translate, given: readonly Given[]): Html {
  const rows = given.map(
    (one) =>
      html`<tr><th scope=row><a href="${pageAddress(t.lang, recordPath('position', one.position))}">${nameOf(t, one.by)}</a><td>${stanceOf(t, one.record.values['stance'])}${textIn(t, one, 'reservation')}<td>${remarksOf(
        one,
      ).map(
        (remark) => html`<div>${remarkLine(t, remark)}</div>`,
      )}<td>${formatDayOf(t.lang, one.at)}${one.late && html` <b>${t('consultation.late')}</b>`}`,
  );
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('consultation.positions')}"><table><thead><tr><th scope=col>${t('consultation.who')}<th scope=col>${t('field.stance')}<th scope=col>${t('field.paragraphs')}<th scope=col>${t('consultation.given')}<tbody>${rows}</table></div>`;
}

/** The joint text paragraph by paragraph, with who is not simply for it. */
function byParagraph(t: Translate, paragraphs: readonly string[], given: readonly Given[]): Html {
  const marked = given.some((one) => remarksOf(one).length > 0);
  if (paragraphs.length === 0 || !marked) return html``;
  return html`<details><summary>${t('consultation.text')}</summary><ol>${paragraphs.map(
    (paragraph, i) =>
      html`<li><p dir=auto>${paragraph}</p><ul>${given.flatMap((one) =>
        remarksOf(one)
          .filter((remark) => remark.paragraph === i + 1)
          .map(
            (remark) =>
              html`<li>${nameOf(t, one.by)}${colon(t)}${stanceOf(t, remark.stance)}${remarkText(t, remark)}`,
          ),
      )}</ul>`,
  )}</ol></details>`;
}

function versions(t: Translate, { id, revision }: Presented): Html {
  const path = `${recordPath('consultation', id)}/compare?from=${revision - 1}&to=${revision}`;
  return html`<p><a href="${pageAddress(t.lang, `${recordPath('consultation', id)}/history`)}">${t('consultation.versions')}</a> · <a href="${pageAddress(t.lang, path)}">${t('record.compareTwo', { a: revision - 1, b: revision })}</a></p>`;
}

function remarkLine(t: Translate, remark: ParagraphRemark): Html {
  return html`${t('paragraph.number', { n: remark.paragraph })}${colon(t)}${stanceOf(t, remark.stance)}${remarkText(t, remark)}`;
}

function remarkText(t: Translate, { text }: ParagraphRemark): Html {
  return html`${text !== undefined && html` – ${shownText(t, text)}`}`;
}

function remarksOf({ record }: Given): readonly ParagraphRemark[] {
  // A field of paragraphs, by its schema.
  return (record.values['paragraphs'] as readonly ParagraphRemark[] | undefined) ?? [];
}

function textIn(t: Translate, { record }: Given, field: string): Html {
  // A prose field, by its schema.
  const text = record.values[field] as LangText | undefined;
  return html`${text !== undefined && html`<br><small>${shownText(t, text)}</small>`}`;
}

function stanceOf(t: Translate, stance: unknown): string {
  return codeLabel(t, stances, String(stance));
}

/** A member: a country by its code, an organisation by its name. */
function nameOf(t: Translate, who: string): string {
  return isCountry(who) ? countryLabel(t, who) : who;
}
