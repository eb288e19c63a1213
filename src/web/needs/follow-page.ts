import { type FacetValues, facetNames } from '../../fields/facet.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Interest } from '../../operations/ports/interests.ts';
import { type Aspect, aspects, type Profile, tellable } from '../../requests/interests.ts';
import { listOf } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { formFields } from '../desk/form.ts';
import type { Visitor } from '../desk/visitor.ts';
import { type Html, html, joined } from '../html.ts';
import { countedValue } from '../pages/facet-values.ts';
import { followLinks } from '../pages/follow-links.ts';
import { shownText } from '../pieces/texts.ts';
import { emailInput, submit } from '../sign-in/inputs.ts';
import { choicePath, choiceWords, facetsIn, facetWords, optionsFor } from './choice-words.ts';

export const followPath = '/follow';
const longestWords = 300;
const mostValues = 60;

/** Named as a search names them, so that a search can be saved as it stands in the address. */
const parameters: Readonly<Record<Aspect, string>> = {
  kinds: 'kind',
  countries: 'country',
  sectors: 'sector',
  goals: 'sdg',
  languages: 'language',
};
/** Facets of a search that no choice of the form stands for: kept as they were searched. */
const besides = facetNames.filter((facet) => !Object.values(parameters).includes(facet));

/** What an address or a form asks to hear of. Values that stand for nothing are passed over, as a search does. */
export interface Asked {
  readonly words: string;
  readonly profile: Profile;
  readonly filters: FacetValues;
  /** Kinds of records that were searched for and that no letter tells of. */
  readonly leftOut: readonly string[];
}

export function askedIn(typed: URLSearchParams): Asked {
  const profile = aspects.flatMap((aspect) => {
    const chosen = valuesOf(typed, parameters[aspect]);
    const values = aspect === 'kinds' ? chosen.filter(isTellable) : chosen;
    return values.length === 0 ? [] : [[aspect, values] as const];
  });
  const filters = besides.flatMap((facet) => {
    const values = valuesOf(typed, facet).flatMap((value) => countedValue(facet, value) ?? []);
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  return {
    words: (typed.get('q') ?? '').trim().slice(0, longestWords),
    profile: Object.fromEntries(profile),
    filters: Object.fromEntries(filters),
    leftOut: valuesOf(typed, 'kind').filter(
      (kind) => !isTellable(kind) && countedValue('kind', kind) !== undefined,
    ),
  };
}

function isTellable(kind: string): boolean {
  return tellable.some((one) => one === kind);
}

function valuesOf(typed: URLSearchParams, name: string): readonly string[] {
  const values = typed.getAll(name).filter((value) => value !== '' && value.length <= 100);
  return [...new Set(values)].slice(0, mostValues);
}

export interface FollowView {
  readonly asked: Asked;
  readonly email: string;
  /** Chosen to get the letters; empty for the mailbox. */
  readonly post: string;
  readonly node: string;
  readonly refused?: string;
  /** Who is signed in, and what his or her posts hear of. */
  readonly own?: { readonly visitor: Visitor; readonly interests: readonly Interest[] };
}

/** The form of what somebody wants to hear of; for who holds a post, also what it hears of already. */
export function followBody(t: Translate, view: FollowView): Html {
  const { asked, email, refused, own, node } = view;
  const posts = own?.visitor.posts ?? [];
  return html`<h1>${t('interest.ask')}</h1><p>${t('interest.lead')}</p>${
    refused !== undefined && html`<p class=error role=alert>${refused}`
  }${left(t, asked)}<form method=post action="${pageAddress(t.lang, followPath)}">${
    own !== undefined && formFields(own.visitor.session.formToken)
  }${emailInput(t, { value: email, help: t('interest.emailHelp') })}${
    posts.length > 0 && toWhom(t, posts, view.post)
  }${askedFields(t, asked)}${submit(t('interest.submit'))}</form><p class=help>${t('interest.privacy')}</p>${followLinks(
    t,
    { path: '/search', query: searchOf(asked), kinds: [...kindsOf(asked), ...asked.leftOut] },
    node,
  )}${own !== undefined && ofPosts(t, own.visitor, own.interests)}`;
}

/** The inputs of what somebody wants to hear of. */
export function askedFields(t: Translate, { words, profile, filters }: Omit<Asked, 'leftOut'>): Html {
  return html`<div class=f><label for=words>${t('interest.words')}</label><input id=words name=q maxlength=${longestWords} dir=auto value="${words}"></div>${aspects.map(
    (aspect) => several(t, aspect, profile[aspect] ?? []),
  )}${kept(t, filters)}`;
}

function left(t: Translate, { leftOut }: Asked): Html {
  if (leftOut.length === 0) return html``;
  const values = listOf(
    t.lang,
    leftOut.map((kind) => registerLabel(t, kind, true)),
  );
  return html`<p class=note>${t('interest.leftOut', { values })}`;
}

function kindsOf({ profile, leftOut }: Asked): readonly string[] {
  const { kinds = [] } = profile;
  return kinds.length + leftOut.length === 0 ? tellable : kinds;
}

/** The search of which the feeds are: what was asked for, and the kinds that letters leave out. */
function searchOf(asked: Asked): string {
  const { words, profile, filters, leftOut } = asked;
  const query = new URLSearchParams(words === '' ? [] : [['q', words]]);
  for (const kind of [...kindsOf(asked), ...leftOut]) query.append('kind', kind);
  for (const facet of facetNames) {
    const aspect = aspects.find((one) => parameters[one] === facet && one !== 'kinds');
    const values = aspect === undefined ? filters[facet] : profile[aspect];
    for (const value of values ?? []) query.append(facet, value);
  }
  return `?${query}`;
}

function toWhom(t: Translate, posts: readonly Post[], chosen: string): Html {
  return html`<div class=f><label for=post>${t('interest.to')}</label><p class=help id="post:help">${t('interest.toPostHelp')}</p><select id=post name=post aria-describedby="post:help"><option value="">${t('interest.toMailbox')}${posts.map(
    ({ id, title }) =>
      html`<option value="${id}"${id === chosen && html` selected`}>${title.texts[t.lang] ?? Object.values(title.texts)[0]}`,
  )}</select></div>`;
}

/** What else the search was narrowed by goes along as it stands, and is said. */
function kept(t: Translate, filters: FacetValues): Html {
  const all = facetsIn(filters);
  if (all.length === 0) return html``;
  return html`<p>${t('interest.besides')}${colon(t)}${joined(
    all.map(([facet, value]) => html`<bdi>${facetWords(t, facet, value)}</bdi>`),
    comma(t),
  )}${all.map(([facet, value]) => html`<input type=hidden name="${facet}" value="${value}">`)}`;
}

function ofPosts(t: Translate, { posts, session }: Visitor, interests: readonly Interest[]): Html {
  if (interests.length === 0) return html``;
  const end = pageAddress(t.lang, `${followPath}/end`);
  return html`<h2 id=own>${t('interest.ofPosts')}</h2><ul class=plain>${interests.map(
    ({ id, to, ...what }) => {
      const post = posts.find((one) => 'post' in to && one.id === to.post);
      return html`<li>${post !== undefined && html`<b>${shownText(t, post.title)}</b> · `}${choiceWords(t, what)} <a href="${pageAddress(t.lang, choicePath(id))}">${t('interest.change')}</a><form method=post action="${end}">${formFields(session.formToken, { interest: id })}<button class=quiet>${t('interest.stop')}</button></form>`;
    },
  )}</ul>`;
}

function several(t: Translate, aspect: Aspect, chosen: readonly string[]): Html {
  const name = parameters[aspect];
  const all = optionsFor(t, aspect);
  return html`<div class=f><label for="${name}">${t(`interest.${aspect}`)}</label><select id="${name}" name="${name}" multiple size=${Math.min(6, all.length)}>${all.map(
    ({ code, label }) => html`<option value="${code}"${chosen.includes(code) && html` selected`}>${label}`,
  )}</select></div>`;
}
