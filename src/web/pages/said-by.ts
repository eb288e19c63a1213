import { intakePost } from '../../lifecycle/revision.ts';
import type { Presented } from '../../policy/present.ts';
import { formatInstant } from '../../wording/format.ts';
import { placeText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html, joined } from '../html.ts';
import { type Posts, postName } from '../pieces/post-name.ts';
import { label } from './label.ts';

/** Who stands behind a revision: when, through which door, whose file and which place in it, which post, and why. */
export function saidBy(t: Translate, { changedAt, origin, post, reason }: Presented, posts: Posts): Html {
  const parts: Html[] = [html`${formatInstant(t.lang, changedAt)}`, html`${t(`door.${origin.door}`)}`];
  if (origin.publisher !== undefined)
    parts.push(html`<bdi>${t('record.saidBy', { who: origin.publisher })}</bdi>`);
  if (origin.file !== undefined) {
    const where =
      origin.place === undefined ? origin.file : `${origin.file}${comma(t)}${placeText(t, origin.place)}`;
    parts.push(html`<bdi>${t('record.fromFile', { file: where })}</bdi>`);
  }
  // Files come in through one post: naming it would tell a reader nothing.
  if (post !== intakePost)
    parts.push(html`<bdi>${t('record.writtenBy', { who: postName(t, posts, post) })}</bdi>`);
  if (reason !== undefined) parts.push(html`${label(t, 'record.reason')}<span dir="auto">${reason}</span>`);
  return joined(parts, ' · ');
}
