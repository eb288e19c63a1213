import type { Context } from 'hono';
import { textIn } from '../../kernel/lang-text.ts';
import type { Office } from '../../operations/house.ts';
import type { Upload } from '../../operations/ports/uploads.ts';
import { writingProgress } from '../../operations/uploads/apply-upload.ts';
import { countRows, type RowVerdict, rowOutcomes } from '../../operations/uploads/row-verdict.ts';
import { getUpload, rowsOf } from '../../operations/uploads/take-upload.ts';
import type { Actor } from '../../policy/actor.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { formatInstant, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { conflictTable } from './conflict-table.ts';
import { outcomeText, reasonsOf } from './marks-of.ts';
import { uploadAddress } from './upload-address.ts';

/** Rows of one outcome that a page shows; the workbook tells of all. */
const mostShown = 25;

interface Looked {
  readonly t: Translate;
  readonly actor: Actor;
  readonly upload: Upload;
  readonly rows: readonly RowVerdict[];
  readonly formToken: string;
}

/** Whether a file may go that has written nothing, or nothing any more. */
function mayBePutAway(stage: Upload['stage']): boolean {
  return stage !== 'writing' && stage !== 'written';
}

/** What would become, or became, of each row of a file, and what can be done with it. */
export async function uploadPage(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const actor = await actorOf(office, c);
  const upload = await getUpload(office, actor, c.req.param('id') ?? '');
  const looked = { t, actor, upload, rows: rowsOf(upload), formToken: visitor.session.formToken };
  const title = t(`upload.heading.${upload.stage}`, { file: upload.file });
  const body = html`<p><a href="${uploadAddress(t.lang, actor.post.id)}">${t('upload.title')}</a></p><h1>${title}</h1>${counts(looked)}${standing(looked)}${actions(looked)}${rowOutcomes
    .filter((outcome) => outcome !== 'unchanged')
    .toReversed()
    .map((outcome) => listOf(looked, outcome))}`;
  return deskPage(c, { title, path: `/upload/${upload.id}`, body, visitor });
}

function counts({ t, rows, upload }: Looked): Html {
  const all = countRows(rows);
  const cells = rowOutcomes.map(
    (outcome) =>
      html`<tr><th scope=row>${outcomeText(t, outcome, upload.stage)}<td class=num>${formatNumber(t.lang, all[outcome])}`,
  );
  return html`<table><caption class=soft>${t('upload.rows', { n: rows.length })}</caption><tbody>${cells}</table>`;
}

/** Where the file stands: until when it is kept, how far the writing is. */
function standing({ t, upload, actor }: Looked): Html {
  const progress = writingProgress(upload.id);
  if (progress !== undefined)
    return html`<p class=note role=status>${t('upload.writing', { n: progress })} <a href="${uploadAddress(t.lang, actor.post.id, upload.id)}">${t('upload.lookAgain')}</a>`;
  const key = upload.stage === 'writing' ? 'upload.brokenOff' : (`upload.standing.${upload.stage}` as const);
  return html`<p class=note>${t(key, { until: formatInstant(t.lang, upload.until) })}`;
}

function actions(looked: Looked): Html {
  const { t, upload, rows, actor } = looked;
  const all = countRows(rows);
  const n = all.created + all.updated;
  const open =
    (upload.stage === 'waiting' || upload.stage === 'writing') && writingProgress(upload.id) === undefined;
  const releases = upload.as === 'party' && actor.post.kind === 'focalPoint';
  const file = html`<a class="btn quiet" href="${uploadAddress(t.lang, actor.post.id, upload.id, '/file')}">${t('upload.workbook')}</a>`;
  return html`<p class=sort>${file}</p>${
    open &&
    n > 0 &&
    button(
      looked,
      'apply',
      t(upload.as === 'party' ? 'upload.apply.party' : 'upload.apply.thirdParty', { n }),
    )
  }${open && n > 0 && releases && actor.strong && button(looked, 'release', t('upload.applyRelease', { n }), 'quiet')}${
    upload.stage === 'written' && n > 0 && button(looked, 'undo', t('upload.undo', { n }), 'quiet')
  }${mayBePutAway(upload.stage) && button(looked, 'discard', t('upload.discard'), 'quiet')}`;
}

function button({ t, upload, actor, formToken }: Looked, act: string, text: string, look = ''): Html {
  const action = uploadAddress(t.lang, actor.post.id, upload.id);
  return html`<form method=post action="${action}">${formFields(formToken, { post: actor.post.id, do: act })}<p><button class="${look}">${text}</button></form>`;
}

/** The rows of one outcome: which, why, and for conflicts each field as it was, is, and stands in the file. */
function listOf(looked: Looked, outcome: RowVerdict['outcome']): Html {
  const { t, rows, upload } = looked;
  const own = rows.filter((row) => row.outcome === outcome);
  if (own.length === 0) return html``;
  const help = outcome === 'conflict' && html`<p class=soft>${t('upload.conflictHelp')}`;
  const more = own.length - mostShown;
  return html`<h2>${outcomeText(t, outcome, upload.stage)} (${formatNumber(t.lang, own.length)})</h2>${help}<ul>${own
    .slice(0, mostShown)
    .map((row) =>
      line(looked, row),
    )}</ul>${more > 0 && html`<p class=soft>${t('upload.more', { n: more })}`}`;
}

function line({ t, upload }: Looked, row: RowVerdict): Html {
  const { place, register, recordId, title, outcome } = row;
  const where = html`<small><bdi>${place.sheet ?? upload.file}</bdi>${comma(t)}${t('upload.row', { n: place.number })}</small>`;
  const name = title ?? (register === undefined ? '' : registerLabel(t, register));
  const linked =
    recordId !== undefined && register !== undefined && (outcome !== 'created' || upload.stage === 'written');
  const shown = linked
    ? html`<a href="${pageAddress(t.lang, recordPath(register, recordId))}"><bdi>${name}</bdi></a>`
    : html`<bdi>${name}</bdi>`;
  const reasons = reasonsOf(t, row).map((reason) => html`<br><span dir=auto>${reason}</span>`);
  const declared = findRegister(register ?? '');
  const other = row.twin && twinLink(t, register, row.twin);
  const table = outcome === 'conflict' && declared !== undefined && conflictTable(t, declared, row.changes);
  return html`<li><p>${shown} ${where}${reasons}${other}</p>${table}`;
}

/** To the record that a new one may be the same as, so that a person can decide. */
function twinLink(t: Translate, register = '', { recordId, title }: NonNullable<RowVerdict['twin']>): Html {
  const { text, lang } = textIn(title, t.lang);
  return html`<br><a href="${pageAddress(t.lang, recordPath(register, recordId))}" lang="${lang}"><bdi>${text}</bdi></a>`;
}
