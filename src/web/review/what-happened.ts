import type { Shown } from '../../operations/show.ts';
import { formatInstant } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { happened } from '../pages/happened.ts';
import { type Posts, postName } from '../pieces/post-name.ts';

const newest = 3;

/** The last things that happened to a record, for somebody whose step came too late. */
export function whatHappened(t: Translate, { record, revisions, events }: Shown, posts: Posts): Html {
  const all = [
    ...revisions.map(({ revision, changedAt, post }) => ({
      at: changedAt,
      post,
      said: t('record.revision', { n: revision }),
    })),
    ...events.map((event) => ({ at: event.at, post: event.post, said: happened(t, event) })),
  ]
    .reverse()
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const history = pageAddress(t.lang, `${recordPath(record.register.name, record.id)}/history`);
  return html`<p>${t('review.newest')}<ul>${all
    .slice(0, newest)
    .map(
      ({ at, post, said }) =>
        html`<li>${said} · ${formatInstant(t.lang, at)} · <bdi>${postName(t, posts, post)}</bdi>`,
    )}</ul><p><a href="${history}">${t('record.history')}</a>`;
}
