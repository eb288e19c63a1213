import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { check } from '../../operations/check.ts';
import { answerSheet, answerStart } from '../../operations/follow-up/answer-sheet.ts';
import { type Office, today } from '../../operations/house.ts';
import { beginActivity, beginAdoption, beginMatch } from '../../operations/requests/begin.ts';
import type { CooperationSentence } from '../../operations/requests/cooperation-title.ts';
import { show } from '../../operations/show.ts';
import { keptForm } from '../../operations/uploads/typed-form.ts';
import { fieldsMeaning } from '../../registers/fields-meaning.ts';
import { namesWithRole, ownCountryField } from '../../registers/naming-countries.ts';
import { listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { getVisitor } from '../desk/visitor.ts';
import { readForm } from '../forms/read-form.ts';
import { reportTitle } from '../rounds/titles.ts';
import { type Desk, deskOf } from './desk-of.ts';
import { editPage, keptName, reasonName } from './edit-page.ts';
import { numberIn } from './take.ts';

/** The form, with the record's draft, with what is in force, or with an older revision to be taken up again (`from`). */
export async function edit(office: Office, c: Context): Promise<Response> {
  const given = new URL(c.req.url).searchParams;
  const kept = given.get(keptName);
  const typed = kept === null ? undefined : await typedPage(office, c, kept);
  if (typed !== undefined) return typed;
  const desk = await deskOf(office, c, given);
  const values =
    desk.shown === undefined ? await startOf(office, c, desk, given) : valuesIn(desk, given.get('from'));
  // Of a draft under way it is said again what deserves a second look.
  const findings = desk.shown?.draft === undefined ? [] : check(desk.register, values).findings;
  return editPage(office, c, desk, { values, findings, reason: '' });
}

/** The form as it was typed, with what its button asked for; undefined where it is kept no longer. */
async function typedPage(office: Office, c: Context, kept: string): Promise<Response | undefined> {
  const { session } = await getVisitor(office, c);
  const fields = await keptForm(office, session.account.id, kept);
  if (fields === undefined) return undefined;
  const form = new URLSearchParams(fields);
  const desk = await deskOf(office, c, form);
  const typed = readForm(desk.register, form);
  const basedOn = numberIn(form, 'basedOn');
  return editPage(office, c, desk, {
    values: {},
    typed,
    findings: [],
    reason: form.get(reasonName) ?? '',
    kept: { id: kept, basedOn },
  });
}

/** What a new record begins with: of an answer to a round, what the country said last; of a position or outcome, its consultation. */
async function startOf(
  office: Office,
  c: Context,
  desk: Desk,
  given: URLSearchParams,
): Promise<Readonly<Record<string, unknown>>> {
  const { actor, id } = desk;
  const asked = await begunBetween(office, wordsOf(c), desk, given);
  if (asked !== undefined) return asked;
  const round = given.get('round');
  if (round === null) {
    const outcome = given.get('outcome');
    if (outcome !== null) return promisedAfter(office, desk, outcome);
    return { ...ownStart(desk), ...(await begunWith(office, desk, given.get('consultation'))) };
  }
  const sheet = await answerSheet(office, actor, round);
  const line = sheet.lines.find(({ measure }) => measure.recordId === given.get('measure'));
  if (line === undefined)
    throw new Fault('notFound', { register: 'measure', id: given.get('measure') ?? id });
  const start = await answerStart(office, sheet, line.measure, reportTitle(wordsOf(c).lang));
  return { on: today(office), ...start };
}

/** @throws Fault `notFound` for a revision that the record does not have, or that the writer may not see. */
function valuesIn({ shown, register, id }: Desk, from: string | null): Readonly<Record<string, unknown>> {
  if (shown === undefined) return {};
  if (from === null) return (shown.draft ?? shown.record).values;
  const older = shown.revisions.find(({ revision }) => String(revision) === from);
  if (older === undefined) throw new Fault('notFound', { register: register.name, id, revision: from });
  return older.values;
}

/** What is begun from the page of a need or of a match. @throws Fault `notFound`. */
async function begunBetween(
  office: Office,
  t: Translate,
  { register, actor }: Desk,
  given: URLSearchParams,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const need = given.get('need');
  const match = given.get('match');
  if (need !== null && register.means.includes('request:match')) {
    const [offer, practice, organisation] = ['offer', 'practice', 'organisation'].map(
      (name) => given.get(name) ?? undefined,
    );
    return beginMatch(office, actor, need, {
      ...(offer === undefined ? {} : { offer }),
      ...(practice === undefined ? {} : { practice }),
      ...(organisation === undefined ? {} : { organisation }),
      suggested: given.get('from') === 'suggestion',
    });
  }
  if (match === null) return undefined;
  if (register.means.includes('request:adoption')) return beginAdoption(office, actor, match);
  if (!register.means.includes('schema:Project')) return undefined;
  return beginActivity(office, actor, match, t.lang, cooperationSentence(t));
}

/** The title of an activity that comes of a match. */
function cooperationSentence(t: Translate): CooperationSentence {
  return ({ help, subject, from, to }) =>
    t('match.activityTitle', {
      help: help.length === 0 ? 'none' : listOf(t.lang, help),
      subject,
      from: from.join(comma(t)),
      to: to.join(comma(t)),
    });
}

/** What names countries alone, as a need does, begins with the writer's own; one that takes part has a role, which only the writer knows. */
function ownStart({ register, actor, observes }: Desk): Readonly<Record<string, unknown>> {
  const field = ownCountryField(register);
  const { country } = actor.post;
  if (field === undefined || country === undefined || observes || namesWithRole(register, field)) return {};
  return { [field]: [country] };
}

/** What belongs to a consultation is begun from its page: it is named already, and called like it. */
async function begunWith(
  office: Office,
  { register, actor }: Desk,
  id: string | null,
): Promise<Readonly<Record<string, unknown>>> {
  const [field] = fieldsMeaning(register, 'room:consultation');
  if (id === null || field === undefined) return {};
  const { record } = await show(office, 'consultation', id, actor);
  return {
    [register.title]: record.values[record.register.title],
    [field]: { register: record.register.name, id },
  };
}

/** A commitment begun from an outcome: what is to follow, and for which measures. Of a closed room nothing is copied to where everybody reads. */
async function promisedAfter(
  office: Office,
  { register, actor }: Desk,
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (!register.means.includes('followup:commitment')) return {};
  const { record, state } = await show(office, 'outcome', id, actor);
  if (state.inForce === undefined) return {};
  const { title, followUp, measures, on } = record.values;
  const { country, organisation } = actor.post;
  const start = {
    title,
    summary: followUp,
    measures,
    madeOn: on,
    countries: country === undefined ? undefined : [country],
    bodies: country === undefined && organisation !== undefined ? [organisation] : undefined,
  };
  return Object.fromEntries(Object.entries(start).filter(([, value]) => value !== undefined));
}
