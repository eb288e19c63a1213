import type { Context } from 'hono';
import type { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import type { Actor } from '../../policy/actor.ts';
import { faultText } from '../../wording/fault-text.ts';
import { stepLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { statusFor } from '../errors.ts';
import { errorSummary } from '../forms/error-summary.ts';
import { type Html, html } from '../html.ts';
import { recordAddress, titlePiece } from '../pages/record-heading.ts';
import { backToRecord } from '../pages/record-links.ts';
import { isOpen } from './acting.ts';
import { factorWay } from './factor-link.ts';
import type { VisitorLook } from './look-at.ts';
import { stepAddress } from './step-form.ts';
import type { FormStep } from './steps.ts';
import { whatHappened } from './what-happened.ts';

/** The step that was refused, and in whose name it was to be taken. */
export interface RefusedStep {
  readonly step: FormStep;
  readonly actor: Actor;
}

/** Why a step of one click was refused, what changed meanwhile, and the way back; what can be mended leads to the form. */
export function refusalPage(
  office: Office,
  c: Context,
  look: VisitorLook,
  fault: Fault,
  refused?: RefusedStep,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const { record } = look.shown;
  const toMend = fault instanceof Refused && refused !== undefined;
  const title = toMend ? stepLabel(t, refused.step, record.register.name) : t(`error.${fault.meaning}.title`);
  const body = toMend
    ? html`<h1>${title}: ${titlePiece(t, record)}</h1>${mending(t, look, fault, refused)}`
    : html`<h1>${title}</h1>${reason(office, t, look, fault)}<p>${titlePiece(t, record)}</p>${backButton(t, look)}`;
  return deskPage(c, {
    title,
    path: recordPath(record.register.name, record.id),
    body: html`${backToRecord(t, record)}${body}`,
    visitor: look.visitor,
    status: statusFor(fault),
  });
}

function reason(office: Office, t: Translate, { shown }: VisitorLook, fault: Fault): Html {
  return html`<div class="summary bad" role=alert><p>${faultText(t, fault)}${
    fault.meaning === 'conflict' && whatHappened(t, shown, office.board.posts())
  }${factorWay(t, fault)}</div>`;
}

/** What was found, each at its field of the form; the form itself for whoever may write in it. */
function mending(t: Translate, look: VisitorLook, { findings }: Refused, { actor }: RefusedStep): Html {
  const { register } = look.shown.record;
  const writes = isOpen('save', actor, look.facts);
  const form = writes
    ? stepAddress(t, look, 'edit', { post: actor.post.id })
    : recordAddress(t, look.shown.record);
  const edit = writes && html`<p><a class=btn href="${form}">${t('act.save')}</a></p>`;
  return html`${errorSummary(t, register, findings, form)}${edit}${!writes && backButton(t, look)}`;
}

function backButton(t: Translate, { shown }: VisitorLook): Html {
  return html`<p><a class=btn href="${recordAddress(t, shown.record)}">${t('review.backTo')}</a></p>`;
}
