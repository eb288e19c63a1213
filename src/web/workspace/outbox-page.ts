import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { leadsHere } from '../../kernel/own-machine.ts';
import type { Office } from '../../operations/house.ts';
import type { LetterAccount, LetterStanding } from '../../operations/ports/outbox.ts';
import type { Actor } from '../../policy/actor.ts';
import { formatInstant } from '../../wording/format.ts';
import type { MessageKey, Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { deskPath } from './desk-page.ts';

const mostLetters = 200;

const standings = {
  waiting: 'outbox.waiting',
  sent: 'outbox.sent',
  uncertain: 'outbox.uncertain',
  'given up': 'outbox.givenUp',
  withdrawn: 'outbox.withdrawn',
} as const satisfies Record<LetterStanding, MessageKey>;

/** What became of the mail: addresses stand here, so it is for administrators alone. */
export async function outboxPage(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const actor = onlyAdministrator(await actorOf(office, c));
  const letters = await office.outbox.accounts(mostLetters);
  const { intoFiles } = office.outbox;
  const [open, over] = [false, true].map((done) =>
    letters.filter(({ standing }) => (standing === 'sent' || standing === 'withdrawn') === done),
  );
  const token = visitor.session.formToken;
  const body = html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a></p><h1>${t('outbox.title')}</h1><p>${t('outbox.help')}</p>${intoFiles && html`<p class=note>${t('outbox.noServer')}`}${hereOnly(t, office)}${[
    open,
    over,
  ].map(
    (ones = []) =>
      ones.length > 0 &&
      html`<ul class="res calm">${ones.map((letter) => entry(t, letter, { intoFiles, actor, token }))}</ul>`,
  )}${letters.length === 0 && html`<p class=note>${t('outbox.empty')}`}`;
  return deskPage(c, { title: t('outbox.title'), path: `/desk/outbox?post=${actor.post.id}`, body, visitor });
}

/** Letters of a node that does not know its own address lead nowhere else. */
function hereOnly(t: Translate, { publicAddress }: Office): Html | false {
  return !leadsHere(publicAddress) && html`<p class=note>${t('outbox.hereOnly', { address: publicAddress })}`;
}

interface Around {
  readonly intoFiles: boolean;
  readonly actor: Actor;
  readonly token: string;
}

function entry(t: Translate, letter: LetterAccount, { intoFiles, actor, token }: Around): Html {
  const { key, to, subject, standing, attempts, mayLeaveAgain, queuedAt, sentAt, nextTryAt, problem } =
    letter;
  const facts = [
    t('outbox.queued', { at: formatInstant(t.lang, queuedAt) }),
    sentAt !== undefined &&
      t(intoFiles ? 'outbox.filedAt' : 'outbox.sentAt', { at: formatInstant(t.lang, sentAt) }),
    attempts > 0 && t('outbox.attempts', { n: attempts }),
    standing === 'waiting' &&
      nextTryAt !== undefined &&
      t('outbox.nextTry', { at: formatInstant(t.lang, nextTryAt) }),
  ];
  const stands = standing === 'sent' && intoFiles ? 'outbox.filed' : standings[standing];
  return html`<li><p class=kind><b>${t(stands)}</b><span><bdi>${to}</bdi></span></p><p dir=auto><b>${subject}</b></p><p class=soft>${facts.filter((fact) => fact !== false).join(' · ')}</p>${
    problem !== undefined && html`<p class=error><bdi>${problem}</bdi>`
  }${
    mayLeaveAgain &&
    html`<form method=post action="${pageAddress(t.lang, '/desk/outbox')}">${formFields(token, { post: actor.post.id, key })}<button class=quiet>${t('outbox.sendAgain')}</button> <small>${standing === 'uncertain' && t('outbox.mayArriveTwice')}</small></form>`
  }`;
}

/** A person decides that an uncertain or given-up letter goes out once more. */
export async function sendAgain(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = onlyAdministrator(await actorOf(office, c, form));
  const key = form.get('key') ?? '';
  const taken = await office.outbox.sendAgain(key, office.clock.now().toISOString());
  if (!taken) throw new Fault('notFound', { register: 'letter', id: key });
  return c.redirect(pageAddress(wordsOf(c).lang, `/desk/outbox?post=${actor.post.id}`), 303);
}

/** @throws Fault `notAllowed`. */
function onlyAdministrator(actor: Actor): Actor {
  if (actor.post.kind !== 'administrator') {
    throw new Fault('notAllowed', { step: 'outbox', post: actor.post.id, right: 'administrator' });
  }
  return actor;
}
