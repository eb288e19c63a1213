import type { Contact } from '../../fields/contacts.ts';
import type { FileLink, Link, SourceLink } from '../../fields/links.ts';
import type { ParagraphRemark } from '../../fields/paragraphs.ts';
import type { Participant } from '../../fields/participants.ts';
import type { Place } from '../../fields/places.ts';
import type { Reference } from '../../fields/references.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatDate } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { codeLabel } from './code-label.ts';
import { countryLink } from './countries.ts';
import { shownText } from './texts.ts';
import { periodText, qualities, sourceMark } from './values.ts';

/** An address from outside, with what stands there; only web addresses become links. */
function outward(url: string, title: string | undefined): Html {
  const shown = title ?? url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  if (!/^https?:\/\//i.test(url)) return html`<bdi>${shown}</bdi>`;
  return html`<a href="${url}" rel="nofollow noopener" dir=auto>${shown}</a>`;
}

export function link({ url, title }: Link): Html {
  return outward(url, title);
}

/** A country or an organisation, its role, its time. */
export function participant(t: Translate, who: Participant, roles: CodeList): Html {
  const country = who.country === undefined ? undefined : countryLink(t, who.country);
  const organisation = who.organisation === undefined ? undefined : shownText(t, who.organisation);
  const name =
    organisation === undefined
      ? country
      : country === undefined
        ? organisation
        : html`${organisation}${comma(t)}${country}`;
  const note = who.note === undefined ? '' : html`<br><small>${shownText(t, who.note)}</small>`;
  return html`${name} ${qualities(t, [
    who.role === undefined ? t('record.roleUnknown') : codeLabel(t, roles, who.role),
    who.period === undefined ? undefined : periodText(t, who.period),
    who.identifier === undefined ? undefined : html`<bdi>${who.identifier}</bdi>`,
    sourceMark(t, who.source),
  ])}${note}`;
}

/** Which paragraph, what is said to it, and why. */
export function paragraphRemark(t: Translate, remark: ParagraphRemark, stances: CodeList): Html {
  const { paragraph, stance, text } = remark;
  return html`${t('paragraph.number', { n: paragraph })} ${qualities(t, [codeLabel(t, stances, stance)])}${
    text !== undefined && html`<br>${shownText(t, text)}`
  }`;
}

/** A place by as much as is known of it; a point in degrees, north and east positive. */
export function place(t: Translate, { name, country, latitude, longitude }: Place): Html {
  const point = latitude === undefined || longitude === undefined ? undefined : `${latitude}, ${longitude}`;
  const shownName = name === undefined ? undefined : shownText(t, name);
  const shownCountry = country === undefined ? undefined : countryLink(t, country);
  const first = shownName ?? shownCountry ?? html`<bdi>${point}</bdi>`;
  const rest = [
    shownName === undefined ? undefined : shownCountry,
    point === undefined || (shownName ?? shownCountry) === undefined ? undefined : html`<bdi>${point}</bdi>`,
  ];
  return html`${first} ${qualities(t, rest)}`;
}

/** What the facts rest on: title, address, when published, when read, or that it was only cited. */
export function source(t: Translate, { title, url, publishedOn, readOn, cited }: SourceLink): Html {
  const name = url === undefined ? html`<bdi>${title}</bdi>` : outward(url, title);
  return html`${name} ${qualities(t, [
    publishedOn === undefined ? undefined : t('record.published', { date: formatDate(t.lang, publishedOn) }),
    readOn === undefined ? undefined : t('record.readOn', { date: formatDate(t.lang, readOn) }),
    cited === true ? t('record.cited') : undefined,
  ])}`;
}

/** Another record by its address, or a thing that another house keeps under an identifier. */
export function reference(t: Translate, { register, id }: Reference): Html {
  if (register === undefined) return html`<bdi>${id}</bdi>`;
  const href = pageAddress(t.lang, recordPath(encodeURIComponent(register), encodeURIComponent(id)));
  return html`<a href="${href}">${registerLabel(t, register)} <bdi>${id}</bdi></a>`;
}

export function file(t: Translate, { url, title, mediaType, language }: FileLink): Html {
  return html`${outward(url, title)} ${qualities(t, [
    mediaType === undefined ? undefined : html`<bdi>${mediaType}</bdi>`,
    language === undefined ? undefined : languageName(language, t.lang),
  ])}`;
}

/** How an office can be reached; only audiences that may see contacts are given any. */
export function contact(t: Translate, { organisation, person, email, telephone, address }: Contact): Html {
  const lines = [
    organisation === undefined ? undefined : shownText(t, organisation),
    ...[person, email, telephone, address]
      .filter((line) => line !== undefined)
      .map((line) => html`<bdi>${line}</bdi>`),
  ].filter((line) => line !== undefined);
  return html`${lines.map((line, index) => (index === 0 ? line : [html`<br>`, line]))}`;
}
