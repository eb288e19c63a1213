import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { VisitorLook } from '../review/look-at.ts';
import { roundAddress, roundsPath } from './addresses.ts';
import { decidePath } from './decide-page.ts';

/** What a secretariat can begin from a record of follow-up: a round on an instrument, a decision on a measure; and the way to a round. */
export function followUpActs(t: Translate, { facts: { register }, shown, actors }: VisitorLook): Html {
  const { id } = shown.record;
  const post = actors.find(({ post: { kind } }) => kind === 'secretariat')?.post.id;
  const way = (path: string, words: string) =>
    html`<p class=sort><a class="btn quiet" href="${path}">${words}</a>`;
  if (register.means.includes('followup:round')) return way(roundAddress(t.lang, id), t('round.caption'));
  if (post === undefined) return html``;
  if (register.means.includes('followup:instrument')) {
    const query = new URLSearchParams({ post, instrument: id });
    return way(pageAddress(t.lang, `${roundsPath}/new?${query}`), t('round.new'));
  }
  if (!register.means.includes('followup:measure')) return html``;
  return way(pageAddress(t.lang, `${decidePath(id)}?${new URLSearchParams({ post })}`), t('decide.act'));
}
