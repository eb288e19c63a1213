import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { longestProblem } from '../../matching/plain-text.ts';
import { alikeFrom, traits } from '../../matching/weights.ts';
import type { AskedToSolve } from '../../operations/matching/solve-request.ts';
import { solveParameters } from '../../operations/matching/solve-request.ts';
import type { Solved } from '../../operations/matching/who-has-solved.ts';
import { kindsFor } from '../../operations/matching/who-has-solved.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { formTokenName } from '../desk/form.ts';
import { type Html, html, joined } from '../html.ts';
import { followPath } from '../needs/follow-page.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { titleLink } from '../pages/record-heading.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { voicePath } from '../posts/focal-points-page.ts';
import { solutionItem } from './solution-item.ts';

/** What shrinks when a page would weigh too much. */
const levels = [
  { most: 10, passage: 160 },
  { most: 10, passage: 0 },
  { most: 7, passage: 0 },
  { most: 4, passage: 0 },
] as const;

export interface SolvedView {
  readonly asked: AskedToSolve;
  /** Absent where nothing was asked. */
  readonly solved?: Solved;
  /** The question was sent without a word. */
  readonly empty?: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether readers are asked if results are useful. */
  readonly asks: boolean;
  /** The visitor's post that may write the problem down as a need, and the token of its forms. */
  readonly writes?: { readonly post: string; readonly formToken: string };
}

/** The address of the same question, without the language; without its text where that is too long for one. */
export function solvedPath({ request, emptied }: AskedToSolve): string {
  const text = request.text.length > longestInAddress ? '' : request.text;
  const parameters = solveParameters({ ...request, text });
  if (emptied === true) parameters.set('country', '');
  return parameters.size === 0 ? '/solved' : `/solved?${parameters}`;
}

/** Longest text that an address carries, in characters. */
export const longestInAddress = 500;

/** Who has solved this: the question, what was understood of it, and records with their reasons. */
export function solvedPage(t: Translate, view: SolvedView): PageParts {
  const { asked, solved } = view;
  return {
    title: t('solved.title'),
    description: t('solved.lead'),
    path: solvedPath(asked),
    ...(solved === undefined
      ? {}
      : {
          otherForms: [
            { type: 'application/json', path: solvedPath(asked).replace('/solved', '/solved.json') },
          ],
        }),
    unlisted: solved !== undefined,
    shows: [anyRecord],
    hero: questionForm(t, asked.request.text),
    bodies: levels.map(
      (level) => () =>
        html`${intro(t, view)}${solved === undefined && results(t, view, level)}${settings(t, view)}${solved !== undefined && results(t, view, level)}${asNeed(t, view)}`,
    ),
  };
}

function questionForm(t: Translate, text: string): Html {
  return html`<form class=find id=ask method=post action="${pageAddress(t.lang, '/solved')}"><label for=q>${t('solved.ask')}</label><div><textarea id=q name=q rows=3 dir=auto>
${text}</textarea><button>${t('solved.button')}</button></div></form><p>${t('solved.lead')}</p>`;
}

function intro(t: Translate, { asked, solved }: SolvedView): Html {
  const how = html`<a href="${pageAddress(t.lang, '/how-matches-are-found')}">${t('how.title')}</a>`;
  return html`<h1>${t('solved.title')}</h1>${
    solved?.asker !== undefined && html`<p>${t('solved.for')} ${titleLink(t, solved.asker)}`
  }<p class=soft>${how}</p>${
    asked.unknownCountry !== undefined &&
    html`<p class=note>${t('solved.countryUnknown', { got: asked.unknownCountry })}`
  }`;
}

/** What the question is about beside its words. The fields belong to the form above. */
function settings(t: Translate, { asked: { request, unknownCountry }, solved }: SolvedView): Html {
  const country = solved?.setting.country ?? request.country;
  const shown = country === undefined ? (unknownCountry ?? '') : countryName(country, t.lang);
  const kinds = solved?.kinds ?? request.kinds ?? [];
  const ticked = (on: boolean): Html => (on ? html` checked` : html``);
  return html`<details${solved === undefined && html` open`}><summary>${t('solved.settings')}</summary>${
    request.record !== undefined &&
    html`<input type=hidden form=ask name=record value="${request.record.register}/${request.record.id}">`
  }<p><label for=country>${t('solved.country')}</label><br><input form=ask id=country name=country value="${shown}" dir=auto><p><label><input type=checkbox form=ask name=alike value=1${ticked(request.onlyAlike)}> ${t('solved.alike')}</label><br><span class=soft>${t('solved.alikeHelp', { least: alikeFrom, of: traits.length })}</span><p class=sort>${[
    ...kindsFor(),
    'need',
  ].map(
    (kind) =>
      html`<label><input type=checkbox form=ask name=kind value="${kind}"${ticked(kinds.includes(kind))}> ${registerLabel(t, kind, true)}</label> `,
  )}</p><p><button form=ask>${t('solved.button')}</button></details>`;
}

function results(
  t: Translate,
  { asked, solved, empty, today, asks }: SolvedView,
  level: (typeof levels)[number],
): Html {
  if (solved === undefined) return html`${empty && html`<p class=note role=status>${t('solved.empty')}`}`;
  const { problem, solutions, total } = solved;
  if (problem.words.length === 0)
    return html`<p class=note>${t(problem.text.trim() === '' ? 'solved.empty' : 'solved.noWords')}`;
  const shown = solutions.slice(0, level.most);
  return html`${understood(t, solved)}${writtenIn(t, solved, asked.request.written ?? [])}${
    shown.length === 0
      ? html`<p class=note>${t('solved.nothing')} <a href="${pageAddress(t.lang, '/search')}">${t('nav.search')}</a>`
      : html`<h2>${t('solved.found', { n: total, shown: shown.length })}</h2><ol class=res>${shown.map(
          (one) => html`<li>${solutionItem(t, one, { solved, today, asks, passage: level.passage })}`,
        )}</ol>`
  }`;
}

/** Languages in which the records have texts, to be chosen from; nothing where all of them are in one. */
function writtenIn(t: Translate, { written }: Solved, chosen: readonly string[]): Html {
  if (written.length < 2 && chosen.length === 0) return html``;
  const counts = new Map(written.map(({ value, count }) => [value, count]));
  const offered = interfaceLanguages.filter((lang) => counts.has(lang) || chosen.includes(lang));
  return html`<p class=sort>${t('solved.written')} ${offered.map(
    (lang) =>
      html`<label><input type=checkbox form=ask name=written value=${lang}${chosen.includes(lang) && html` checked`}> ${languageName(lang, t.lang)} (${formatNumber(t.lang, counts.get(lang) ?? 0)})</label> `,
  )}<button form=ask>${t('solved.writtenOnly')}</button></p>`;
}

/** For who cannot write a need down: who can, and how to hear of what comes in. */
function whoCanAsk(t: Translate, country: string | undefined): Html {
  const offices =
    country === undefined
      ? { path: '/focal-points', title: t('focal.title') }
      : { path: voicePath(country), title: t('focal.of', { country: countryName(country, t.lang) }) };
  const links = [offices, { path: followPath, title: t('interest.ask') }].map(
    ({ path, title }) => html`<a href="${pageAddress(t.lang, path)}">${title}</a>`,
  );
  return html`<h2>${t('solved.asNeed')}</h2><p>${t('solved.askOffice')}</p><p>${joined(links, ' · ')}</p>`;
}

/** The text goes on as it stands in the form above, however long it is. */
function asNeed(t: Translate, { writes, solved }: SolvedView): Html {
  if (solved === undefined || solved.problem.words.length === 0) return html``;
  if (writes === undefined) return solved.asker === undefined ? whoCanAsk(t, solved.setting.country) : html``;
  const hidden = { [formTokenName]: writes.formToken, post: writes.post };
  return html`<h2>${t('solved.asNeed')}</h2><p>${t('solved.asNeedHelp')}</p><p>${Object.entries(hidden).map(
    ([name, value]) => html`<input type=hidden form=ask name="${name}" value="${value}">`,
  )}<button form=ask formaction="${pageAddress(t.lang, '/need/new')}" name=problem value=1>${t('need.write.need')}</button></p>`;
}

/** Words shown as read; the others count as well. */
const mostShown = 12;

/** What was understood: languages, the words that count, what was left unread, who counts as alike. */
function understood(t: Translate, { problem, setting, alike }: Solved): Html {
  const known = problem.languages.filter((lang) => lang !== 'und');
  const words = problem.words.slice(0, mostShown).map(({ shown }) => html`<bdi>${shown}</bdi>`);
  const also = [...new Set(problem.related.map(({ shown }) => shown))].slice(0, mostShown);
  return html`<p class=soft>${
    known.length > 0 &&
    `${t('solved.readAs', {
      languages: list(
        t,
        known.map((lang) => languageName(lang, t.lang)),
      ),
    })} `
  }${t('solved.wordsThatCount')} ${joined(words, ' · ')}${
    also.length > 0 &&
    html`<br>${t('solved.alsoLookedFor')} ${joined(
      also.map((shown) => html`<bdi>${shown}</bdi>`),
      ' · ',
    )}`
  }${
    problem.unheard.length > 0 &&
    html`<br>${t('solved.unheard')} ${joined(
      problem.unheard.map((word) => html`<bdi>${word}</bdi>`),
      ' · ',
    )}`
  }${
    setting.country !== undefined &&
    html`<br>${t('solved.setCountry', { country: countryLabel(t, setting.country), n: alike.length })}`
  }</p>${problem.languages.includes('und') && html`<p class=note>${t('solved.languageUnknown')}`}${
    problem.cut && html`<p class=note>${t('solved.cut', { n: longestProblem })}`
  }`;
}

function list(t: Translate, names: readonly string[]): string {
  return new Intl.ListFormat(t.lang, { type: 'conjunction' }).format(names);
}
