import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { decideSameness } from '../../operations/review/decide-duplicate.ts';
import { seenBy } from '../../operations/review/seen-by.ts';
import type { Actor } from '../../policy/actor.ts';
import { listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { alike } from '../pages/record-asides.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { reasonLines } from '../review/inputs.ts';
import { deskPath } from './desk-page.ts';
import { recordLink } from './record-line.ts';

const path = '/desk/duplicate';

interface Pair {
  readonly one: BoardRecord;
  readonly other: BoardRecord;
  readonly because: readonly string[];
}

/** Two records beside each other, with the three things that can be said of them. */
export async function askDuplicate(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const actor = await actorOf(office, c);
  const { searchParams } = new URL(c.req.url);
  const { one, other, because } = await pairIn(office, actor, searchParams);
  const hidden = {
    post: actor.post.id,
    register: one.register,
    id: one.recordId,
    other: other.recordId,
  };
  const body = html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a></p><h1>${t('duplicate.title')}</h1><p>${t('record.alike', { what: because.map((what) => alike(t, what)).join(comma(t)) })}</p><div class=grid>${[one, other].map((record, i) => side(t, record, i))}</div><form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, hidden)}<fieldset class=f><legend>${t('duplicate.question')}</legend>${(
    ['different', 'keepFirst', 'keepSecond'] as const
  ).map(
    (said) =>
      html`<div class=tick><input type=radio required name=said value=${said} id=${said}><label for=${said}>${t(`duplicate.${said}`)}</label></div>`,
  )}</fieldset>${reasonLines(t, searchParams)}<p><button>${t('desk.decide')}</button></form>`;
  return deskPage(c, { title: t('duplicate.title'), path: `${path}?${searchParams}`, body, visitor });
}

function side(t: Translate, record: BoardRecord, index: number): Html {
  const countries = record.countries.map((code) => countryLabel(t, code));
  return html`<section><h2>${t(index === 0 ? 'duplicate.first' : 'duplicate.second')}</h2>${kindLine(t, record.register, [t(`desk.phase.${record.state.phase}`)])}<p>${recordLink(t, record)}</p><p class=soft>${listOf(t.lang, countries)}</section>`;
}

/** @throws Fault `notFound` for a pair that is not, or no longer, open. */
async function pairIn(office: Office, actor: Actor, given: URLSearchParams): Promise<Pair> {
  await follow(office);
  const [id, otherId] = [given.get('id') ?? '', given.get('other') ?? ''];
  const records = office.board.records([id, otherId]);
  const [one, other] = [records.get(id), records.get(otherId)];
  const open = one?.state.possibleDuplicates.find((pair) => pair.other === otherId);
  if (one === undefined || other === undefined || open === undefined) {
    throw new Fault('notFound', { register: 'duplicate', id: `${id} ${otherId}` });
  }
  const seen = seenBy(office.board, actor, [one, other]);
  return { one: seen.get(id) ?? one, other: seen.get(otherId) ?? other, because: open.because };
}

/** Writes the decision and goes back to the workspace. */
export async function decideDuplicate(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const [register, id, other] = ['register', 'id', 'other'].map((name) => form.get(name) ?? '');
  const said = form.get('said') ?? '';
  if (!['different', 'keepFirst', 'keepSecond'].includes(said)) {
    throw new Fault('invalid', { place: 'said', got: said, right: 'different, keepFirst, keepSecond' });
  }
  const second = said === 'keepSecond' || said === 'different';
  await decideSameness(office, actor, {
    register: register ?? '',
    id: (second ? id : other) ?? '',
    other: (second ? other : id) ?? '',
    same: said !== 'different',
    reason: form.get('reason') ?? '',
  });
  return c.redirect(pageAddress(wordsOf(c).lang, deskPath(actor.post.id)), 303);
}
