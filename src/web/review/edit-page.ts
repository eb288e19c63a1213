import type { Context } from 'hono';
import type { Fault } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import { compare } from '../../operations/compare.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import type { Shown } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import type { Presented } from '../../policy/present.ts';
import { ownCountryField } from '../../registers/naming-countries.ts';
import type { Register } from '../../registers/register.ts';
import { faultText } from '../../wording/fault-text.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { statusFor } from '../errors.ts';
import { errorSummary } from '../forms/error-summary.ts';
import type { TypedForm } from '../forms/read-form.ts';
import { recordForm } from '../forms/record-form.ts';
import { type Html, html } from '../html.ts';
import { differenceList } from '../pages/difference-list.ts';
import { namedRecords } from '../pages/named-records.ts';
import { recordAddress, titlePiece } from '../pages/record-heading.ts';
import { backToRecord } from '../pages/record-links.ts';
import { postName } from '../pieces/post-name.ts';
import type { Desk } from './desk-of.ts';
import { factorWay } from './factor-link.ts';
import { textLines } from './inputs.ts';
import { suggestedIn } from './suggested-in.ts';
import { fewWords } from './under-way.ts';
import { whatHappened } from './what-happened.ts';

/** What the form shows beside the record itself. */
export interface EditPage {
  readonly values: Readonly<Record<string, unknown>>;
  readonly typed?: TypedForm;
  readonly findings: readonly Finding[];
  /** Why it could not be kept, or not be sent on. */
  readonly fault?: Fault;
  /** The revision from which the person started, where a newer one came between. */
  readonly movedFrom?: number;
  /** It was kept as a draft, and only the next step was refused. */
  readonly saved?: boolean;
  readonly reason: string;
  /** The form as it was kept, and the revision from which the person started. */
  readonly kept?: { readonly id: string; readonly basedOn: number };
}

/** Why something is changed: no register has a field of this name. */
export const reasonName = 'changeReason';

/** In the address of a form: what was typed into it. */
export const keptName = 'typed';

/** The whole form of a record, new or kept. */
export async function editPage(office: Office, c: Context, desk: Desk, options: EditPage): Promise<Response> {
  const t = wordsOf(c);
  const { register, shown, visitor } = desk;
  const { fault, findings, typed, movedFrom } = options;
  const wrong = findings.some(({ severity }) => severity === 'error');
  const summary = typed?.asksForMore === true ? html`` : errorSummary(t, register, findings);
  const body = html`${shown !== undefined && backToRecord(t, shown.record)}<h1>${heading(t, desk)}</h1>${postLine(office, t, desk)}${
    desk.observes && html`<p class=note>${t('review.observes')}`
  }${fault !== undefined && refused(office, t, desk, options)}${
    movedFrom !== undefined && shown !== undefined && movedOn(t, shown, movedFrom)
  }${summary}${formOf(office, t, desk, options, await namedIn(office, register, typed?.values ?? options.values))}`;
  return deskPage(c, {
    title:
      shown === undefined ? t('review.new', { register: registerLabel(t, register.name) }) : t('act.save'),
    path: options.kept === undefined ? addressOf(desk) : typedAddress(desk, options.kept.id),
    body,
    visitor,
    status: fault === undefined ? (wrong && typed !== undefined ? 400 : 200) : statusFor(fault),
  });
}

/** Without the language. */
function addressOf({ register, shown, id }: Desk): string {
  return shown === undefined ? `/${register.name}/new` : `${recordPath(register.name, id)}/edit`;
}

/** Of the form with what was typed into it, without the language. */
export function typedAddress(desk: Desk, kept: string): string {
  return `${addressOf(desk)}?${new URLSearchParams({ [keptName]: kept })}`;
}

function heading(t: Translate, { register, shown }: Desk): Html {
  if (shown === undefined) return html`${t('review.new', { register: registerLabel(t, register.name) })}`;
  return html`${t('act.save')}${colon(t)}${titlePiece(t, shown.draft ?? shown.record)}`;
}

/** For which post one types, and the others for which one could. */
function postLine(office: Office, t: Translate, desk: Desk): Html {
  const posts = office.board.posts();
  const name = ({ post }: Actor): Html => html`<bdi>${postName(t, posts, post.id)}</bdi>`;
  const query = (actor: Actor): string =>
    String(new URLSearchParams({ post: actor.post.id, ...(desk.observes ? { as: 'observer' } : {}) }));
  return html`<p class=soft>${t('review.as')} ${name(desk.actor)}${desk.others.map(
    (actor) =>
      html` · <a href="${pageAddress(t.lang, `${addressOf(desk)}?${query(actor)}`)}">${t('review.asOther')} ${name(actor)}</a>`,
  )}`;
}

/** Why it went no further; what was found in the record stands in a box of its own, each at its field. */
function refused(office: Office, t: Translate, { shown }: Desk, { fault, saved, movedFrom }: EditPage): Html {
  if (fault === undefined) return html``;
  const late = fault.meaning === 'conflict' && movedFrom === undefined && shown !== undefined;
  return html`<div class="summary bad" role=alert>${
    saved === true && html`<p><b>${t('review.savedOnly')}</b>`
  }${!(fault instanceof Refused) && html`<p>${faultText(t, fault)}${factorWay(t, fault)}`}${late && whatHappened(t, shown, office.board.posts())}</div>`;
}

/** What somebody else wrote in between, beside what was typed here: both are kept. */
function movedOn(t: Translate, shown: Shown, from: number): Html {
  const numbers = shown.revisions.map(({ revision }) => revision);
  const to = numbers.at(-1) ?? from;
  const differences =
    numbers.includes(from) && to > from
      ? differenceList(t, shown.record.register, compare(shown, from, to).differences, fewWords)
      : from > 0 && html`<p>${t('review.movedUnseen')}`;
  return html`<section aria-labelledby=moved><h2 id=moved>${t('review.movedOn', { n: shown.state.number })}</h2>${differences}<p class=note>${t('review.typedKept')}</section>`;
}

/** The records that single references lead to: of an answer its need, and with what it is answered. */
function namedIn(
  office: Office,
  register: Register,
  values: EditPage['values'],
): Promise<readonly Presented[]> {
  const single = Object.entries(values).filter(
    ([name]) => register.fields[name]?.control.shape === 'reference',
  );
  return namedRecords(office, { register, values: Object.fromEntries(single) });
}

function formOf(
  office: Office,
  t: Translate,
  desk: Desk,
  options: EditPage,
  named: readonly Presented[],
): Html {
  const { register, shown, actor, id, visitor, observes } = desk;
  const { values, typed, findings, reason } = options;
  const hidden = {
    post: actor.post.id,
    record: id,
    basedOn: options.kept?.basedOn ?? shown?.state.number ?? 0,
    ...(observes ? { as: 'observer' } : {}),
  };
  return html`<form method=post novalidate action="${pageAddress(t.lang, addressOf(desk))}">${formFields(visitor.session.formToken, hidden)}${recordForm(
    t,
    {
      register,
      values,
      findings: typed?.asksForMore === true ? [] : findings,
      remarks: shown?.state.remarks ?? [],
      needed: neededOf(desk),
      named,
      ...(typed === undefined ? {} : { typed }),
      ...suggestedIn(office, register, typed),
    },
  )}${textLines({ name: reasonName, label: t('record.reason'), help: t('review.reasonHelp'), text: reason, lines: 2 })}<p class=acts>${buttons(t, desk, options)}<a href="${shown === undefined ? pageAddress(t.lang, '/desk') : recordAddress(t, shown.record)}">${t('review.cancel')}</a></p></form>`;
}

/** What the writer's country needs besides what everybody does: to be named, or the record cannot be released. */
function neededOf({ register, actor, observes }: Desk): readonly string[] {
  const field = ownCountryField(register);
  return field === undefined || observes || actor.post.country === undefined ? [] : [field];
}

function buttons(t: Translate, { actor, facts, shown, observes }: Desk, { movedFrom }: EditPage): Html {
  const save =
    movedFrom === undefined ? t('review.save') : t('review.saveOnTop', { n: shown?.state.number ?? 0 });
  if (observes)
    return html`<button name=do value=save>${movedFrom === undefined ? t('act.observe') : save}</button>`;
  // Whether the post may release what it writes; the state of the work is that of a draft just saved.
  const state = {
    ...facts.state,
    number: 1,
    draft: 1,
    phase: 'draft' as const,
    owner: actor.post.country ?? '',
  };
  // Where nothing is submitted, as in consultations, whoever writes gives it away.
  const releases =
    facts.register.workflow.submit === undefined ||
    refusal('release', actor, { ...facts, state })?.code !== 'notAllowed';
  return html`<button name=do value=${releases ? 'release' : 'submit'}>${t(releases ? 'review.saveAndRelease' : 'review.saveAndSubmit')}</button><button class=quiet name=do value=save>${save}</button>`;
}
