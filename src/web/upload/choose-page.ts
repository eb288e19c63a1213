import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { textIn } from '../../kernel/lang-text.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import type { Office } from '../../operations/house.ts';
import { actorFor } from '../../operations/posts/actor.ts';
import type { Actor } from '../../policy/actor.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { faultText } from '../../wording/fault-text.ts';
import { formatInstant, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { getVisitor, type Visitor } from '../desk/visitor.ts';
import { type ErrorStatus, statusFor } from '../errors.ts';
import { type Html, html } from '../html.ts';
import { oneOf } from '../posts/inputs.ts';
import { isOpen } from '../review/acting.ts';
import { uploadAddress } from './upload-address.ts';

/** Where a file is chosen: empty workbooks to begin with, the form, files that wait. `fault`: why the last one was refused. */
export async function choosePage(office: Office, c: Context, fault?: Fault): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const wanted = c.req.query('post') ?? visitor.posts[0]?.id;
  if (wanted === undefined) throw new Fault('noHolder', { post: '' });
  const actor = await actorFor(office, visitor.session, wanted);
  const ways = waysOf(actor);
  const body = html`<p><a href="${pageAddress(t.lang, `/desk?${new URLSearchParams({ post: wanted })}`)}">${t('desk.back')}</a></p><h1>${t('upload.title')}</h1><p>${t('upload.lead')}</p>${
    fault !== undefined && html`<p class="error note" role=alert>${faultText(t, fault)}`
  }${ways.length === 0 ? html`<p class=note>${t('upload.notForThisPost')}` : form(t, { office, visitor, actor, ways })}${templates(t)}${await files(t, { office, visitor, actor })}`;
  const status: 200 | ErrorStatus = fault === undefined ? 200 : statusFor(fault);
  return deskPage(c, { title: t('upload.title'), path: '/upload', body, visitor, status });
}

type Way = 'party' | 'thirdParty';

/** In what role the post may write any kind of record. */
function waysOf(actor: Actor): readonly Way[] {
  const may = (step: 'save' | 'observe') =>
    allRegisters.some(({ name }) => isOpen(step, actor, factsOfNew(name)));
  return [...(may('save') ? (['party'] as const) : []), ...(may('observe') ? (['thirdParty'] as const) : [])];
}

interface Desk {
  readonly office: Office;
  readonly visitor: Visitor;
  readonly actor: Actor;
  readonly ways: readonly Way[];
}

function form(t: Translate, { office, visitor, actor, ways }: Desk): Html {
  const { post } = actor;
  const megabytes = formatNumber(t.lang, office.limits.workbookBytes / 1_000_000);
  const roles = ways.map((way) => ({ value: way, label: t(`upload.as.${way}`) }));
  return html`<form method=post enctype="multipart/form-data" action="${uploadAddress(t.lang, post.id)}">${formFields(
    visitor.session.formToken,
    { post: post.id },
  )}<p><label for=file>${t('upload.file')}</label><br><input type=file id=file name=file required accept=".xlsx,.csv"><br><small>${t('upload.fileHelp', { megabytes })}</small></p>${
    ways.length > 1
      ? oneOf(t('upload.as'), 'as', roles, ways[0])
      : html`<input type=hidden name=as value="${ways[0] ?? ''}"><p class=soft>${t(`upload.as.${ways[0] ?? 'party'}`)}</p>`
  }<p><button>${t('upload.send')}</button></form>`;
}

function templates(t: Translate): Html {
  return html`<h2>${t('upload.templates')}</h2><p class=soft>${t('upload.templatesHelp')}</p><p class=sort>${allRegisters.map(
    ({ name }) =>
      html`<a href="${pageAddress(t.lang, `/${name}/template.xlsx`)}">${registerLabel(t, name, true)}</a>`,
  )}</p>`;
}

/** The files of the post and where they stand; one that nothing will be written of can be put away here. */
async function files(t: Translate, { office, visitor, actor }: Omit<Desk, 'ways'>): Promise<Html> {
  const { post } = actor;
  const now = office.clock.now().toISOString();
  const all = (await office.uploads.ofPost(post.id)).filter(({ until }) => until >= now);
  if (all.length === 0) return html``;
  const putAway = { post: post.id, do: 'discard' };
  const lines = all.map(({ id, file, stage, at }) => {
    const address = uploadAddress(t.lang, post.id, id);
    const over = stage === 'refused' || stage === 'unchanged';
    return html`<li><a href="${address}"><bdi>${file}</bdi></a> <small>${t(`upload.stage.${stage}`)}${comma(t)}${formatInstant(t.lang, at)}</small>${
      over &&
      html`<form method=post action="${address}">${formFields(visitor.session.formToken, putAway)}<button class=quiet>${t('upload.discard')}</button></form>`
    }`;
  });
  return html`<h2 id=files>${t('upload.files', { post: textIn(post.title, t.lang).text })}</h2><ul class=acts>${lines}</ul>`;
}
