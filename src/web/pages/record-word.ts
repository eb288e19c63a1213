import { type Confirmation, freshnessOn, silentCountries } from '../../lifecycle/freshness.ts';
import type { Answer } from '../../lifecycle/state.ts';
import type { Presented, Review } from '../../policy/present.ts';
import { formatDate, formatDayOf, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, joined } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { type Posts, postName } from '../pieces/post-name.ts';
import { label } from './label.ts';

export interface WordOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly posts: Posts;
}

/** Who stands behind a record, what the other countries said of it, and how long ago somebody last vouched for it. */
export function recordWord(t: Translate, record: Presented, options: WordOptions): Html {
  return html`<p class=note>${joined(sentences(t, record.review, options.today), ' ')}<br><small>${freshness(t, record.review, options)}</small>`;
}

function sentences(t: Translate, { confirmation, owner, answers }: Review, today: string): readonly string[] {
  if (confirmation === 'observed') return [t('standing.thirdParty')];
  const by = (said: Answer['state']) => Object.entries(answers).filter(([, { state }]) => state === said);
  const silent = silentCountries({ answers }, today);
  const confirmed = by('confirmed').map(([code]) => code);
  return [
    ...vouchers(t, confirmation, owner, confirmed),
    ...by('disputed').map(([code, { at }]) => said(t, 'word.disputed', code, at)),
    ...by('declined').map(([code, { at }]) => said(t, 'word.declined', code, at)),
    ...by('letPass').map(([code, { at }]) => said(t, 'word.letPass', code, at)),
    ...by('asked').map(([code, { at }]) =>
      said(t, silent.includes(code) ? 'word.silent' : 'word.asked', code, at),
    ),
  ];
}

function vouchers(
  t: Translate,
  confirmation: Confirmation,
  owner: string | undefined,
  confirmed: readonly string[],
): readonly string[] {
  const names = (codes: readonly string[]): string =>
    listOf(
      t.lang,
      codes.map((code) => countryLabel(t, code)),
    );
  if (owner === undefined) return [t('standing.party')];
  if (confirmation === 'confirmed') return [t('word.confirmed', { countries: names([owner, ...confirmed]) })];
  return [
    t('word.reported', { country: names([owner]) }),
    ...(confirmed.length === 0 ? [] : [t('word.confirmed', { countries: names(confirmed) })]),
  ];
}

type SaidKey = 'word.disputed' | 'word.declined' | 'word.letPass' | 'word.asked' | 'word.silent';

function said(t: Translate, key: SaidKey, code: string, at: string): string {
  return t(key, { country: countryLabel(t, code), date: formatDayOf(t.lang, at) });
}

function freshness(t: Translate, { confirmed, dueOn }: Review, { today, posts }: WordOptions): Html {
  const state = freshnessOn(dueOn, today);
  const badge = html`${label(t, 'facet.due')}<b>${t(`freshness.${state}`)}</b>`;
  if (confirmed === undefined || dueOn === undefined) return badge;
  const date = formatDayOf(t.lang, confirmed.at);
  return html`${badge} · ${t('word.lastConfirmed', { date, who: postName(t, posts, confirmed.post) })} · ${t('word.dueOn', { date: formatDate(t.lang, dueOn) })}`;
}
