import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import { langText, textIn } from '../../kernel/lang-text.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import { follow } from '../../operations/follow.ts';
import { decideReview } from '../../operations/follow-up/decide-review.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import { Refused } from '../../operations/refused.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { progressStates } from '../../vocabulary/progress-states.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { shownText } from '../pieces/texts.ts';
import { refusedTo } from '../review/acting.ts';
import { chosenOf, pickedOf, textLines } from '../review/inputs.ts';
import { formLine, wrongAt } from './round-form.ts';
import { decisionTitle } from './titles.ts';

/** Address of the form, without the language. */
export function decidePath(measure: string): string {
  return `/follow-up/decide/${measure}`;
}

/** The form with which a review accepts or changes the state of a measure. @throws Fault `notFound`, `notAllowed`. */
export async function decidePage(office: Office, c: Context): Promise<Response> {
  const actor = reviewer(await actorOf(office, c));
  const given = new URL(c.req.url).searchParams;
  const measure = await measureOf(office, c);
  const last = reportsOn(office, measure).at(-1);
  given.set('on', given.get('on') ?? today(office));
  given.set('state', given.get('state') ?? last?.tracked.state ?? '');
  given.set('act', randomUUID());
  return shown(office, c, { actor, measure, form: given, findings: [] });
}

/** Writes the decision, or shows the form again with what is wrong said at its fields. */
export async function takeDecision(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = reviewer(await actorOf(office, c, form));
  const measure = await measureOf(office, c);
  const { lang } = wordsOf(c);
  const said = (name: string) => (form.get(name) ?? '').trim();
  try {
    const decided = {
      title: decisionTitle(lang, measure.tracked.number ?? ''),
      measure: measure.recordId,
      on: said('on'),
      state: said('state'),
      ...(said('report') === '' ? {} : { report: said('report') }),
      ...(said('remarks') === '' ? {} : { remarks: langText(lang, said('remarks')) }),
    };
    await decideReview(office, actor, decided, said('act'));
  } catch (error) {
    if (error instanceof Refused) return shown(office, c, { actor, measure, form, findings: error.findings });
    // A form sent twice has decided already.
    if (!(error instanceof Fault) || error.code !== 'revisionMoved') throw error;
  }
  return c.redirect(pageAddress(lang, recordPath('measure', measure.recordId)), 303);
}

function reviewer(actor: Actor): Actor {
  const facts = factsOfNew('reviewDecision');
  if (refusal('observe', actor, facts) !== undefined) throw refusedTo([actor], 'observe', facts);
  return actor;
}

async function measureOf(office: Office, c: Context): Promise<Tracked> {
  await follow(office);
  const id = c.req.param('id') ?? '';
  const measure = office.board.tracking.find(id);
  if (measure?.tracked.role !== 'measure') throw new Fault('notFound', { register: 'measure', id });
  return measure;
}

function reportsOn({ board }: Office, { recordId }: Tracked): readonly Tracked[] {
  return board.tracking.about(recordId).filter(({ tracked }) => tracked.role === 'report');
}

interface Deciding {
  readonly actor: Actor;
  readonly measure: Tracked;
  readonly form: URLSearchParams;
  readonly findings: readonly Finding[];
}

async function shown(
  office: Office,
  c: Context,
  { actor, measure, form, findings }: Deciding,
): Promise<Response> {
  const t: Translate = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const label = (field: string) => fieldLabel(t, 'reviewDecision', field);
  const states = [...progressStates.entries.keys()].map((code) => ({
    code,
    label: codeLabel(t, progressStates, code),
  }));
  const reports = reportsOn(office, measure)
    .toReversed()
    .map(({ recordId, title }) => ({ code: recordId, label: textIn(title, t.lang).text }));
  const chosen = form.get('state') ?? '';
  const said = wrongAt(t, findings, { name: 'state' });
  const wrong = said === undefined || chosen !== '' ? said : t('review.choiceNeeded');
  const path = decidePath(measure.recordId);
  const body = html`<p><a href="${pageAddress(t.lang, recordPath('measure', measure.recordId))}">${shownText(t, measure.title)}</a></p><h1>${t('decide.title')}</h1><p>${t('decide.help')}</p><form method=post novalidate action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken, { post: actor.post.id, act: form.get('act') ?? '' })}${chosenOf('report', t('decide.report'), [{ code: '', label: t('decide.noReport') }, ...reports], form.get('report') ?? '')}${pickedOf(t, { name: 'state', label: label('state'), choices: states, chosen, wrong })}${formLine(t, findings, { name: 'on', label: label('on'), value: form.get('on') ?? '', help: t('round.new.dayHelp') })}${textLines({ name: 'remarks', label: t('decide.remarks'), text: form.get('remarks') ?? '', lines: 4 })}<p class=acts><button>${t('decide.do')}</button></form>`;
  const status = findings.length > 0 ? 400 : 200;
  return deskPage(c, { title: t('decide.title'), path, body, visitor, status });
}
