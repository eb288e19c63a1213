import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { leadsHere } from '../../kernel/own-machine.ts';
import { holdersOn, type Post, type PostEvent } from '../../lifecycle/post.ts';
import { type Office, today } from '../../operations/house.ts';
import type { PendingInvitation } from '../../operations/ports/accounts.ts';
import { postHistory } from '../../operations/posts/post-history.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { formatDate, formatInstant, listOf } from '../../wording/format.ts';
import { isMessageKey, type MessageKey, type Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import { optionLabel } from '../forms/options.ts';
import { type Html, html } from '../html.ts';
import { postName } from '../pieces/post-name.ts';
import { shownText } from '../pieces/texts.ts';
import { chosenOf, reasonLines } from '../review/inputs.ts';
import { type Names, namesOf, personName, tenureLine } from './holders.ts';
import { done, line, oneOf, problem } from './inputs.ts';
import { type Keeping, keepingOf } from './keeping.ts';
import { postFacts } from './posts-page.ts';

/** A post for those who keep it: what it is, who holds it, what can be done, what has happened. */
export async function postPage(
  office: Office,
  c: Context,
  came?: { readonly refused: string; readonly typed: URLSearchParams },
): Promise<Response> {
  const t = wordsOf(c);
  const keeping = await keepingOf(office, c);
  const { post, visitor } = keeping;
  const events = await postHistory(office, keeping.keeper('change'), post.id);
  const names = await namesOf(office, [post], events.flatMap(personsIn));
  const invited = mayInvite(keeping) ? await office.accounts.invitations(post.id) : [];
  const body = html`<p><a href="${pageAddress(t.lang, '/posts')}">${t('posts.title')}</a></p><p class=kind>${postFacts(t, post)}</p><h1>${shownText(t, post.title)}</h1>${done(said(t, office, c.req.query('done') ?? ''))}${problem(came?.refused)}${profile(t, post)}${ways(t, keeping)}${holders(t, keeping, names, today(office))}${invitations(t, keeping, invited)}${
    keeping.may('appoint') && post.closedAt === undefined && staffForm(t, keeping, came?.typed)
  }<h2>${t('post.history')}</h2><ul class=acts>${events.toReversed().map((event) => happened(t, office, event, names))}</ul>`;
  return deskPage(c, {
    title: t('post.page'),
    path: `/posts/${post.id}`,
    body,
    visitor,
    status: came === undefined ? 200 : 400,
  });
}

/** What was just done; of a letter also that somebody has to pass its file on, or that its links open here alone. */
function said(t: Translate, { outbox, publicAddress }: Office, what: string): string | undefined {
  const key = `post.done.${what}`;
  if (!isMessageKey(key)) return undefined;
  if (what !== 'invited' && what !== 'factorReset') return t(key);
  return [
    t(outbox.intoFiles && what === 'invited' ? 'post.done.invited.kept' : key),
    ...(outbox.intoFiles ? [t('outbox.kept')] : []),
    ...(leadsHere(publicAddress) ? [] : [t('outbox.hereOnly', { address: publicAddress })]),
  ].join(' ');
}

function profile(t: Translate, post: Post): Html {
  const { languages, responseDays, contact, sectors: share = [], organisations = [], twoPersons } = post;
  const facts: readonly (readonly [MessageKey, Html | string | false])[] = [
    [
      'post.languages',
      listOf(
        t.lang,
        languages.map((tag) => languageName(tag, t.lang)),
      ),
    ],
    ['post.responseDays', responseDays !== undefined && t('post.days', { n: responseDays })],
    ['post.contact', contact !== undefined && html`<bdi>${contact}</bdi>`],
    [
      'field.sectors',
      share.length > 0 &&
        listOf(
          t.lang,
          share.map((code) => optionLabel(sectors, code, t)),
        ),
    ],
    [
      'post.share.organisations',
      organisations.length > 0 && html`<span dir=auto>${listOf(t.lang, organisations)}</span>`,
    ],
    ['post.release', twoPersons === true && t('post.twoPersons')],
  ];
  return html`<dl>${facts.map(([key, value]) => value !== false && html`<dt>${t(key)}<dd>${value}`)}</dl>`;
}

function ways(t: Translate, { post, may }: Keeping): Html {
  if (post.closedAt !== undefined) return html``;
  const address = (step: string) => pageAddress(t.lang, `/posts/${post.id}/${step}`);
  return html`<p class=sort>${may('change') && html`<a href="${address('edit')}">${t('post.edit')}</a>`}${
    may('handOver') && html`<a href="${address('hand-over')}">${t('post.handOver')}</a>`
  }${may('close') && html`<a href="${address('close')}">${t('post.close')}</a>`}<a href="${address('keys')}">${t('keys.title')}</a><a href="${address('keys')}#calendar">${t('keys.calendar')}</a></p>`;
}

function holders(t: Translate, { post, may, visitor }: Keeping, names: Names, day: string): Html {
  const now = holdersOn(post, day);
  const [relieve, reset] = ['relieve', 'reset-factor'].map((step) =>
    pageAddress(t.lang, `/posts/${post.id}/${step}`),
  );
  return html`<h2>${t('post.holders')}</h2>${
    now.length === 0
      ? html`<p class=note>${t('post.vacant')}`
      : html`<ul>${now.map(
          (tenure) =>
            html`<li>${tenureLine(t, tenure, names)}${
              may('appoint') &&
              html`<details><summary>${t('post.relieve')}</summary><form method=post action="${relieve}">${formFields(visitor.session.formToken, { account: tenure.account })}<p>${t('post.relieve.help')}</p>${line({ name: `reason:${tenure.account}`, label: t('record.reason') })}<button class=quiet>${t('post.relieve')}</button></form></details>`
            }${
              may('appoint') &&
              tenure.account !== visitor.session.account.id &&
              html`<details><summary>${t('post.factor.reset')}</summary><form method=post action="${reset}">${formFields(visitor.session.formToken, { account: tenure.account })}<p>${t('post.factor.help')}</p>${line({ name: `reset:${tenure.account}`, label: t('record.reason'), needed: true })}<button class=quiet>${t('post.factor.reset')}</button></form></details>`
            }`,
        )}</ul>`
  }`;
}

function mayInvite({ post, may }: Keeping): boolean {
  return post.closedAt === undefined && (may('appoint') || may('handOver'));
}

/** Who has been asked to hold the post and has not come yet. */
function invitations(
  t: Translate,
  { post, may, visitor }: Keeping,
  invited: readonly PendingInvitation[],
): Html {
  if (invited.length === 0) return html``;
  const withdraw = pageAddress(t.lang, `/posts/${post.id}/withdraw-invitation`);
  return html`<h2>${t('post.invited')}</h2><ul>${invited.map(({ email, deputy, handOver, until }) => {
    const as = handOver ? 'handOver' : deputy ? 'deputy' : 'holder';
    return html`<li>${t(`post.invitedAs.${as}`, { email: `\u2068${email}\u2069`, until: formatDate(t.lang, until.slice(0, 10)) })}${
      (may('appoint') || handOver) &&
      html`<details><summary>${t('post.invited.withdraw')}</summary><form method=post action="${withdraw}">${formFields(visitor.session.formToken, { email })}<p>${t('post.invited.withdraw.help')}</p><button class=quiet>${t('post.invited.withdraw')}</button></form></details>`
    }`;
  })}</ul><p class=soft>${t('post.invited.help')}</p>`;
}

/** Somebody for the post: by a letter of invitation, or at once where there is an account. */
function staffForm(t: Translate, { post, visitor }: Keeping, typed = new URLSearchParams()): Html {
  const languages = interfaceLanguages.map((code) => ({ code, label: languageName(code, t.lang) }));
  const as = (['holder', 'deputy'] as const).map((value) => ({ value, label: t(`post.as.${value}`) }));
  return html`<h2 id=staff>${t('post.staff')}</h2><p class=soft>${t('post.staff.help')}</p><form method=post action="${pageAddress(t.lang, `/posts/${post.id}/staff`)}">${formFields(visitor.session.formToken, { once: randomUUID() })}${line({ name: 'email', label: t('signIn.email'), value: typed.get('email') ?? '', keys: 'email', needed: true })}${oneOf(t('post.as'), 'as', as, typed.get('as') ?? 'holder')}${chosenOf('language', t('post.letterIn'), languages, typed.get('language') ?? t.lang)}${reasonLines(t, typed)}<p class=acts><button name=how value=invite>${t('post.invite')}</button> <button name=how value=appoint class=quiet>${t('post.appoint')}</button></form>`;
}

function personsIn(event: PostEvent): readonly string[] {
  if (event.type === 'appointed') return [event.tenure.account];
  if (event.type === 'relieved' || event.type === 'factorReset') return [event.account];
  return event.type === 'handedOver' ? [event.to] : [];
}

/** What was done to the post, by which post, when and why. */
function happened(t: Translate, office: Office, event: PostEvent, names: Names): Html {
  const [person] = personsIn(event);
  const name = person === undefined ? '' : `\u2068${personName(t, names, person)}\u2069`;
  const deputy = event.type === 'appointed' && event.tenure.deputy;
  const key = 'made' in event ? event.made.name : 'revoked' in event ? event.revoked.name : '';
  const said = t(`post.event.${deputy ? 'deputy' : event.type}`, { name, key });
  const by = event.post === 'node' ? t('post.byNode') : postName(t, office.board.posts(), event.post);
  return html`<li>${said} <small>${formatInstant(t.lang, event.at)} · <bdi>${by}</bdi>${event.key !== undefined && html` · ${t('post.byKey', { key: event.key })}`}</small>${
    event.reason !== undefined &&
    html`<br><small>${t('record.reason')}${colon(t)}<span dir=auto>${event.reason}</span></small>`
  }`;
}
