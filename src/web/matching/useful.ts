import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { sayUseful } from '../../operations/matching/say-useful.ts';
import type { Solution, Solved } from '../../operations/matching/who-has-solved.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import { type Html, html } from '../html.ts';

const mostBytes = 5_000;
/** Words that go along, for judging the weights one day. */
const mostWords = 12;

/** Two buttons: what is sent is the record, the verdict, and words that records have. */
export function usefulForm(t: Translate, { record }: Solution, { problem }: Solved): Html {
  const words = problem.words
    .slice(0, mostWords)
    .map(({ shown }) => shown)
    .join(' ');
  return html`<form method=post action="${pageAddress(t.lang, '/solved/useful')}"><input type=hidden name=record value="${record.id}"><input type=hidden name=words value="${words}"><p><span class=soft>${t('useful.question')}</span> <button class=quiet name=verdict value=useful>${t('useful.yes')}</button> <button class=quiet name=verdict value=not>${t('useful.no')}</button></form>`;
}

/** Keeps a verdict and says so. @throws Fault `badQuery`, `notFound`, `formExpired`. */
export async function takeVerdict(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c, mostBytes);
  const verdict = form.get('verdict') ?? '';
  if (verdict !== 'useful' && verdict !== 'not')
    throw new Fault('badQuery', { place: 'verdict', got: verdict.slice(0, 40), right: 'useful, not' });
  const kept = await sayUseful(office, {
    record: form.get('record') ?? '',
    useful: verdict === 'useful',
    words: form.get('words') ?? '',
  });
  const said = t(kept ? 'useful.thanks' : 'useful.full');
  return deskPage(c, {
    title: t('useful.question'),
    path: '/solved',
    body: html`<h1>${t('useful.question')}</h1><p class=note role=status>${said}<p><a href="${pageAddress(t.lang, '/solved')}">${t('solved.title')}</a> · <a href="${pageAddress(t.lang, '/how-matches-are-found')}">${t('how.kept')}</a>`,
  });
}
