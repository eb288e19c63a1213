import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import { langText, textIn } from '../../kernel/lang-text.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import { follow } from '../../operations/follow.ts';
import { openRound } from '../../operations/follow-up/open-round.ts';
import type { Office } from '../../operations/house.ts';
import { Refused } from '../../operations/refused.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { countryCode } from '../../vocabulary/countries.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { refusedTo } from '../review/acting.ts';
import { pickedOf, textLines } from '../review/inputs.ts';
import { roundAddress, roundsPath } from './addresses.ts';
import { formLine, wrongAt } from './round-form.ts';

/** The form with which a secretariat opens a round. @throws Fault `signInNeeded`, `notAllowed`. */
export async function openPage(office: Office, c: Context): Promise<Response> {
  const actor = opener(await actorOf(office, c));
  await follow(office);
  const given = new URL(c.req.url).searchParams;
  const t = wordsOf(c);
  given.set(
    'countries',
    countriesWithFocalPoint(office)
      .map((code) => countryLabel(t, code))
      .join('\n'),
  );
  given.set('round', randomUUID());
  return shown(office, c, actor, given, []);
}

/** Opens the round, or shows the form again with what is wrong said at its fields. */
export async function takeRound(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = opener(await actorOf(office, c, form));
  await follow(office);
  const t = wordsOf(c);
  const id = recordIdFrom('reportRound', form.get('round') ?? '');
  const { measures, strange } = measuresIn(office, form);
  if (strange.length > 0) {
    const params = { got: strange.join(', ') };
    return shown(office, c, actor, form, [
      { severity: 'error', path: 'measures', code: 'notInInstrument', params },
    ]);
  }
  try {
    await openRound(office, actor, { ...askedIn(t, form), measures }, id);
  } catch (error) {
    if (error instanceof Refused) return shown(office, c, actor, form, error.findings);
    // A form sent twice has opened its round already.
    if (!(error instanceof Fault) || error.code !== 'revisionMoved') throw error;
  }
  return c.redirect(roundAddress(t.lang, id), 303);
}

function opener(actor: Actor): Actor {
  const facts = factsOfNew('reportRound');
  if (refusal('observe', actor, facts) !== undefined) throw refusedTo([actor], 'observe', facts);
  return actor;
}

function askedIn(t: Translate, form: URLSearchParams) {
  const said = (name: string) => (form.get(name) ?? '').trim();
  const [start, end] = [said('from'), said('to')];
  const period = { ...(start === '' ? {} : { start }), ...(end === '' ? {} : { end }) };
  const lines = said('countries').split(/[\n;,]/);
  return {
    title: langText(t.lang, said('title')),
    instrument: said('instrument'),
    deadline: said('deadline'),
    countries: lines.flatMap((line) => (line.trim() === '' ? [] : [countryCode(line.trim()) ?? line.trim()])),
    posts: form.getAll('posts'),
    ...(said('summary') === '' ? {} : { summary: langText(t.lang, said('summary')) }),
    ...(start + end === '' ? {} : { period }),
  };
}

/** The measures meant by their numbers, and what is no number of the instrument. */
function measuresIn(
  { board }: Office,
  form: URLSearchParams,
): { readonly measures: readonly RecordId[]; readonly strange: readonly string[] } {
  const numbers = (form.get('measures') ?? '').split(/[\s,;]+/).filter((one) => one !== '');
  const byNumber = new Map(
    board.tracking
      .measuresOf(form.get('instrument') ?? '')
      .map(({ recordId, tracked }) => [tracked.number ?? recordId, recordId]),
  );
  return {
    measures: numbers.flatMap((number) => byNumber.get(number) ?? []),
    strange: numbers.filter((number) => !byNumber.has(number)),
  };
}

function countriesWithFocalPoint({ board }: Office): readonly string[] {
  const codes = [...board.posts().values()].flatMap(({ kind, country, closedAt }) =>
    kind === 'focalPoint' && country !== undefined && closedAt === undefined ? [country] : [],
  );
  return [...new Set(codes)].sort();
}

async function shown(
  office: Office,
  c: Context,
  actor: Actor,
  form: URLSearchParams,
  findings: readonly Finding[],
): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const hidden = { post: actor.post.id, round: form.get('round') ?? '' };
  const body = html`<h1>${t('round.new')}</h1><p>${t('round.new.help')}</p><form method=post novalidate action="${pageAddress(t.lang, `${roundsPath}/new`)}">${formFields(visitor.session.formToken, hidden)}${fields(t, office, form, findings)}<p class=acts><button>${t('round.new.do')}</button></form>`;
  const status = findings.length > 0 ? 400 : 200;
  return deskPage(c, { title: t('round.new'), path: `${roundsPath}/new`, body, visitor, status });
}

function fields(t: Translate, { board }: Office, form: URLSearchParams, findings: readonly Finding[]): Html {
  const value = (name: string) => form.get(name) ?? '';
  const label = (field: string) => fieldLabel(t, 'reportRound', field);
  const line = (
    name: string,
    more: { readonly label: string; readonly help?: string; readonly paths?: readonly string[] },
  ) => formLine(t, findings, { name, value: value(name), ...more });
  const day = t('round.new.dayHelp');
  const instruments = board.tracking
    .instruments()
    .filter(({ recordId }) => board.tracking.measuresOf(recordId).length > 0)
    .map(({ recordId, title }) => ({ code: recordId, label: textIn(title, t.lang).text }));
  const chosen = value('instrument');
  const said = wrongAt(t, findings, { name: 'instrument' });
  const wrong = said === undefined || chosen !== '' ? said : t('review.choiceNeeded');
  return html`${line('title', { label: label('title') })}${pickedOf(t, { name: 'instrument', label: label('instrument'), choices: instruments, chosen, wrong })}${line('measures', { label: t('round.new.measures'), help: t('round.new.measuresHelp') })}${line('deadline', { label: label('deadline'), help: day })}${line('from', { label: t('round.new.from'), paths: ['period.start', 'period'] })}${line('to', { label: t('round.new.to'), paths: ['period.end'] })}${textLines({ name: 'countries', label: t('round.new.countries'), text: value('countries'), lines: 6, wrong: wrongAt(t, findings, { name: 'countries' }) })}${posts(t, board, form, findings)}${textLines({ name: 'summary', label: t('round.new.about'), text: value('summary'), lines: 3 })}`;
}

/** Offices that can be asked by themselves: those of countries that are no focal points. */
function posts(
  t: Translate,
  board: Office['board'],
  form: URLSearchParams,
  findings: readonly Finding[],
): Html {
  const wrong = wrongAt(t, findings, { name: 'posts' });
  const offices = [...board.posts().values()].filter(
    ({ kind, country, closedAt }) => kind !== 'focalPoint' && country !== undefined && closedAt === undefined,
  );
  if (offices.length === 0) return html``;
  const chosen = new Set(form.getAll('posts'));
  return html`<details${chosen.size > 0 && html` open`}><summary>${t('round.new.posts')}</summary>${wrong !== undefined && html`<p class=error>${wrong}`}${offices.map(
    ({ id, title, country = '' }) =>
      html`<p><label><input type=checkbox name=posts value="${id}"${chosen.has(id) && html` checked`}> <bdi>${textIn(title, t.lang).text}</bdi> (${countryLabel(t, country)})</label>`,
  )}</details>`;
}
