import type { Context } from 'hono';
import { textIn } from '../../kernel/lang-text.ts';
import { type AnswerLine, type AnswerSheet, answerSheet } from '../../operations/follow-up/answer-sheet.ts';
import type { AnswerTaken } from '../../operations/follow-up/take-answers.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Actor } from '../../policy/actor.ts';
import { faultText } from '../../wording/fault-text.ts';
import { fieldLabel, findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { actorOf, getVisitor, type Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { factorWay } from '../review/factor-link.ts';
import { roundAddress, roundPath } from './addresses.ts';
import { roundStanding } from './round-standing.ts';

/** What was just done on the page of an answer. */
export interface JustTaken {
  readonly taken: readonly AnswerTaken[];
  /** The places are rows of a file. */
  readonly file: boolean;
}

/** What a post's country has to say in a round: one line for each measure, the ways to say it, and to send it on. */
export async function answerPage(office: Office, c: Context): Promise<Response> {
  return answerPageFor(office, c, await actorOf(office, c));
}

export async function answerPageFor(
  office: Office,
  c: Context,
  actor: Actor,
  just?: JustTaken,
): Promise<Response> {
  const t = wordsOf(c);
  const id = c.req.param('id') ?? '';
  const sheet = await answerSheet(office, actor, id);
  const visitor = await getVisitor(office, c);
  const { round } = sheet;
  const body = html`<p><a href="${roundAddress(t.lang, id)}">${shownText(t, round.title)}</a> · ${roundStanding(t, round, today(office))}</p><h1>${t('round.answer')}</h1><p>${t('answer.help')}</p>${just !== undefined && outcome(t, just)}${lines(t, sheet, actor, visitor)}${workbook(t, sheet, actor, visitor)}`;
  const path = `${roundPath(id, '/answer')}?${new URLSearchParams({ post: actor.post.id })}`;
  const refused = just?.taken.some(({ verdict }) => verdict === 'refused') === true;
  return deskPage(c, { title: t('round.answer'), path, body, visitor, status: refused ? 400 : 200 });
}

const verdicts = ['written', 'same', 'empty', 'refused'] as const;

function outcome(t: Translate, { taken, file }: JustTaken): Html {
  const counts = verdicts.flatMap((verdict) => {
    const n = taken.filter((one) => one.verdict === verdict).length;
    return n === 0 ? [] : [t(`answer.taken.${verdict}`, { n })];
  });
  const wrong = taken.filter(
    ({ verdict, findings, fault }) => verdict === 'refused' || fault !== undefined || findings.length > 0,
  );
  return html`<div class="summary${wrong.length > 0 && ' bad'}" role=alert><p><b>${counts.join(' · ')}</b></p><ul>${wrong.map(
    ({ place, findings, fault }) => {
      const where = file ? t('answer.row', { n: place }) : t('answer.of', { number: place });
      const whys = findings.map((one) =>
        t('common.colon', {
          label: fieldLabel(t, 'progressReport', one.path.split('.')[0] ?? ''),
          value: findingText(t, one),
        }),
      );
      return html`<li>${where}${colon(t)}${whys.join(' ')}${fault !== undefined && html`${faultText(t, fault)}${factorWay(t, fault)}`}`;
    },
  )}</ul></div>`;
}

function lines(t: Translate, { round, lines: all }: AnswerSheet, actor: Actor, { session }: Visitor): Html {
  const { id } = actor.post;
  const send = actor.post.kind === 'focalPoint' ? 'release' : 'submit';
  return html`<form method=post action="${roundAddress(t.lang, round.id, '/answer')}">${formFields(session.formToken, { post: id })}<fieldset><legend>${t('register.measure.plural')}</legend><ul>${all.map(
    (line) => entry(t, round.id, line, id),
  )}</ul></fieldset><p class=acts><button name=do value=send>${t(`answer.${send}`)}</button><button class=quiet name=do value=nothing>${t('answer.nothing')}</button></form>`;
}

function entry(t: Translate, round: string, { measure, id, report }: AnswerLine, post: string): Html {
  const { recordId, title, tracked } = measure;
  const phase =
    report === undefined ? 'none' : report.state.phase === 'observed' ? 'released' : report.state.phase;
  const number = tracked.number ?? '';
  const path =
    report === undefined
      ? `/progressReport/new?${new URLSearchParams({ post, record: id, round, measure: recordId })}`
      : `${recordPath('progressReport', id)}/edit?${new URLSearchParams({ post })}`;
  const box = `tick:${recordId}`;
  return html`<li class=tick><input type=checkbox id="${box}" name=measure value="${recordId}" aria-label="${t('answer.tick', { number })}"><span><b>${number}</b> <a href="${pageAddress(t.lang, recordPath('measure', recordId))}">${shownText(t, title)}</a><br><small>${t(`answer.state.${phase}`)} · <a href="${pageAddress(t.lang, path)}" aria-label="${t(report === undefined ? 'answer.write' : 'answer.edit')}${colon(t)}${textIn(title, t.lang).text}">${t(report === undefined ? 'answer.write' : 'answer.edit')}</a></small></span>`;
}

function workbook(t: Translate, { round }: AnswerSheet, { post }: Actor, { session }: Visitor): Html {
  const book = roundAddress(t.lang, round.id, '/workbook', { post: post.id });
  return html`<h2>${t('answer.workbook')}</h2><p>${t('answer.workbookHelp')}</p><p class=sort><a class="btn quiet" href="${book}">${t('answer.workbook')}</a></p><form method=post enctype="multipart/form-data" action="${roundAddress(t.lang, round.id, '/upload')}">${formFields(session.formToken, { post: post.id })}<p><label for=file>${t('answer.file')}</label><br><input type=file id=file name=file required accept=".xlsx,.csv"></p><p><button class=quiet>${t('answer.upload')}</button></form>`;
}
