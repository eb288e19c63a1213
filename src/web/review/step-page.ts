import type { Context } from 'hono';
import type { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { organisationsIn } from '../../operations/review/entrust.ts';
import { faultText } from '../../wording/fault-text.ts';
import { stepLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { statusFor } from '../errors.ts';
import { errorSummary } from '../forms/error-summary.ts';
import { type Html, html } from '../html.ts';
import { recordAddress, titlePiece } from '../pages/record-heading.ts';
import { backToRecord } from '../pages/record-links.ts';
import { postName } from '../pieces/post-name.ts';
import { type AskedStep, askings, fieldsToDispute } from './asking.ts';
import { pickedOf } from './inputs.ts';
import { stepAddress, stepFields } from './step-form.ts';
import type { AskingStep } from './steps.ts';
import { whatHappened } from './what-happened.ts';

export interface StepPage extends AskedStep {
  readonly step: AskingStep;
  /** Why the step was refused. What was typed stays. */
  readonly fault?: Fault;
}

/** The page of a step that wants more than a click. */
export function stepPage(office: Office, c: Context, asked: StepPage): Response | Promise<Response> {
  const t = wordsOf(c);
  const { look, actor, step, fault, findings, wrong } = asked;
  const { record } = look.shown;
  const organisations = organisationsIn(office, actor.post.country ?? '');
  const title = stepLabel(t, step, record.register.name);
  const fine = fault === undefined && wrong === undefined && findings.length === 0;
  const body = html`${backToRecord(t, record)}<h1>${title}${colon(t)}${titlePiece(t, record)}</h1><p class=help>${stepLabel(t, step, record.register.name, '.help')}</p><p class=soft>${t('review.as')} <bdi>${postName(t, office.board.posts(), actor.post.id)}</bdi></p>${
    fault !== undefined && refused(t, office, asked, fault)
  }${errorSummary(t, record.register, findings)}${formOf(t, { ...asked, organisations })}`;
  return deskPage(c, {
    title,
    path: `${recordPath(record.register.name, record.id)}/${step}`,
    body,
    visitor: look.visitor,
    status: fault === undefined ? (fine ? 200 : 400) : statusFor(fault),
  });
}

function refused(t: Translate, office: Office, { look }: StepPage, fault: Fault): Html {
  const moved = fault.meaning === 'conflict';
  return html`<div class="summary bad" role=alert><p><b>${faultText(t, fault)}</b>${
    moved && html`${whatHappened(t, look.shown, office.board.posts())}<p>${t('review.typedKept')}`
  }</div>`;
}

function formOf(t: Translate, asked: StepPage): Html {
  const { look, actor, step, form } = asked;
  const cancel = html`<a href="${recordAddress(t, look.shown.record)}">${t('review.cancel')}</a>`;
  if (step === 'dispute' && !Object.hasOwn(look.facts.register.fields, form.get('field') ?? '')) {
    const choices = fieldsToDispute(t, look);
    const wrong = form.has('field') ? t('review.choiceNeeded') : undefined;
    const which = pickedOf(t, { name: 'field', label: t('dispute.which'), choices, chosen: '', wrong });
    return html`<form action="${stepAddress(t, look, step)}"><input type=hidden name=post value="${actor.post.id}">${which}<p class=acts><button>${t('review.next')}</button>${cancel}</p></form>`;
  }
  return html`<form method=post novalidate action="${stepAddress(t, look, step)}">${stepFields(look, actor)}${askings[step](t, asked)}<p class=acts><button>${stepLabel(t, step, look.shown.record.register.name)}</button>${cancel}</p></form>`;
}
