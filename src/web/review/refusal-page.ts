import type { Context } from 'hono';
import type { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import { faultText } from '../../wording/fault-text.ts';
import { findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { statusFor } from '../errors.ts';
import { type Html, html } from '../html.ts';
import { recordAddress, titlePiece } from '../pages/record-heading.ts';
import { backToRecord } from '../pages/record-links.ts';
import { factorWay } from './factor-link.ts';
import type { VisitorLook } from './look-at.ts';
import { whatHappened } from './what-happened.ts';

/** Why a step of one click was refused, what changed meanwhile, and the way back. */
export function refusalPage(
  office: Office,
  c: Context,
  { shown, visitor }: VisitorLook,
  fault: Fault,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const { record } = shown;
  const title = t(`error.${fault.meaning}.title`);
  const said =
    fault instanceof Refused
      ? fault.findings.map((finding) => html`<p>${findingText(t, finding)}`)
      : html`<p>${faultText(t, fault)}`;
  return deskPage(c, {
    title,
    path: recordPath(record.register.name, record.id),
    body: html`${backToRecord(t, record)}<h1>${title}</h1><div class="summary bad" role=alert>${said}${
      fault.meaning === 'conflict' && whatHappened(t, shown, office.board.posts())
    }${factorWay(t, fault)}</div>${back(t, shown)}`,
    visitor,
    status: statusFor(fault),
  });
}

function back(t: Translate, { record }: VisitorLook['shown']): Html {
  return html`<p>${titlePiece(t, record)}</p><p><a class=btn href="${recordAddress(t, record)}">${t('review.backTo')}</a></p>`;
}
