import { textIn } from '../../kernel/lang-text.ts';
import type { Post } from '../../lifecycle/post.ts';
import { pressingKinds, taskKinds } from '../../operations/ports/board.ts';
import type { Actor } from '../../policy/actor.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { choices } from '../pieces/chips.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { pager } from '../pieces/pager.ts';
import { shownText } from '../pieces/texts.ts';
import { type DeskQuestion, type DeskView, pageSize } from './desk-view.ts';
import { dueList } from './due-list.ts';
import { newsList } from './news-list.ts';
import { observedList } from './observed-list.ts';
import { roundTasks } from './round-tasks.ts';
import { sentList } from './sent-list.ts';
import { startLinks } from './start-links.ts';
import { taskList, taskName } from './task-list.ts';

export interface Desk {
  readonly actor: Actor;
  /** All that the visitor holds. */
  readonly posts: readonly Post[];
  readonly question: DeskQuestion;
  readonly view: DeskView;
  /** Today, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Address of the workspace of a post; `show`: one list of it. */
export function deskPath(post: string, question: Partial<DeskQuestion> = {}): string {
  const { show, page = 1 } = question;
  const query = new URLSearchParams({ post });
  if (show !== undefined) query.set('show', show);
  if (page > 1) query.set('page', String(page));
  return `/desk?${query}`;
}

/** The one page of a post: what waits, what falls due, what was sent, what happened. */
export function deskBody(t: Translate, desk: Desk): Html {
  const { actor, posts, question, view } = desk;
  const { post } = actor;
  const kind = t(`postKind.${post.kind}`);
  const about = [
    html`<span>${kind}</span>`,
    post.country !== undefined && html`<span>${countryLabel(t, post.country)}</span>`,
    post.organisation !== undefined && html`<span dir=auto>${post.organisation}</span>`,
  ];
  return html`${posts.length > 1 && otherPosts(t, posts, post.id)}<p class=kind>${about}</p><h1>${shownText(t, post.title)}</h1>${startLinks(t, actor)}${roundTasks(t, view.rounds, post.id, desk.day)}${uploads(t, desk)}${
    question.show === 'sent' ? allSent(t, desk) : waiting(t, desk)
  }${question.show === undefined && view.due.length > 0 && dueSection(t, desk)}${
    question.show === undefined && view.observed.length > 0 && observedSection(t, desk)
  }${question.show === undefined && around(t, desk)}`;
}

/** Files that were sent and that nobody has decided on, and those of which nothing could be written. */
function uploads(t: Translate, { actor, view: { uploads: sent } }: Desk): Html {
  const href = pageAddress(t.lang, `/upload?${new URLSearchParams({ post: actor.post.id })}#files`);
  const notes = (['waiting', 'refused'] as const).map(
    (stage) =>
      sent[stage] > 0 &&
      html`<p class=note><a href="${href}">${t(`upload.${stage}Note`, { n: sent[stage] })}</a>`,
  );
  return html`${notes}`;
}

function otherPosts(t: Translate, posts: readonly Post[], current: string): Html {
  return html`<nav aria-label="${t('desk.posts')}">${choices(
    t('desk.posts'),
    posts.map(({ id, title }) => ({
      name: textIn(title, t.lang).text,
      href: pageAddress(t.lang, deskPath(id)),
      current: id === current,
    })),
  )}</nav>`;
}

/** Tasks of all kinds or of one, with the number of each. */
function waiting(t: Translate, desk: Desk): Html {
  const { actor, question, view, day } = desk;
  const { counts } = view;
  const pressing = pressingKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const all = pressing + (counts.due ?? 0);
  if (all + (counts.observed ?? 0) === 0) {
    return html`<h2>${t('desk.waiting')}</h2><p class=note>${t(view.rounds.length > 0 ? 'desk.nothingElse' : 'desk.nothing')}`;
  }
  const kind = question.show === 'sent' ? undefined : question.show;
  const here = kind === undefined ? pressing : (counts[kind] ?? 0);
  const pages = Math.ceil(here / pageSize);
  const list =
    question.show === 'due'
      ? dueList(t, actor, view.due, day)
      : question.show === 'observed'
        ? observedList(t, actor, view.observed)
        : view.tasks.length > 0
          ? taskList(t, actor, view.tasks, day)
          : html`<p class=note>${t('desk.nothingElse')}`;
  return html`<h2 id=waiting>${t('desk.waiting')}</h2>${filters(t, desk, all)}${list}${pager(
    t,
    question.page,
    pages,
    (page) => pageAddress(t.lang, deskPath(actor.post.id, { show: question.show, page })),
  )}`;
}

function filters(t: Translate, { actor, question, view }: Desk, all: number): Html {
  const kinds = taskKinds.filter((kind) => (view.counts[kind] ?? 0) > 0);
  const link = (show: (typeof kinds)[number] | undefined, name: string, n: number) => ({
    name: `${name} (${formatNumber(t.lang, n)})`,
    href: pageAddress(t.lang, deskPath(actor.post.id, { show })),
    current: question.show === show,
  });
  return choices(undefined, [
    link(undefined, t('desk.all'), all),
    ...kinds.map((kind) => link(kind, taskName(t, kind), view.counts[kind] ?? 0)),
  ]);
}

function dueSection(t: Translate, { actor, view, day }: Desk): Html {
  const all = view.counts.due ?? 0;
  return html`<h2 id=due>${taskName(t, 'due')} (${formatNumber(t.lang, all)})</h2><p class=soft>${t('desk.due.help')}</p>${dueList(t, actor, view.due, day)}${
    all > view.due.length &&
    html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id, { show: 'due' }))}">${t('desk.due.all')}</a>`
  }`;
}

/** What third parties say of the country: below what presses, a few of them and the way to the rest. */
function observedSection(t: Translate, { actor, view }: Desk): Html {
  const all = view.counts.observed ?? 0;
  const country = countryLabel(t, actor.post.country ?? '');
  return html`<h2 id=observed>${t('observed.title', { country })} (${formatNumber(t.lang, all)})</h2><p class=soft>${t('observed.help')}</p>${observedList(t, actor, view.observed)}${
    all > view.observed.length &&
    html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id, { show: 'observed' }))}">${t('observed.all', { country })}</a>`
  }`;
}

/** What was sent and what others did. */
function around(t: Translate, { actor, view }: Desk): Html {
  const { sent, moreSent, news } = view;
  if (sent.length === 0) return html``;
  return html`<div class=grid><section><h2>${t('desk.sent')}</h2>${sentList(t, sent, actor.post.country)}${
    moreSent &&
    html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id, { show: 'sent' }))}">${t('desk.sent.all')}</a>`
  }</section>${news.length > 0 && html`<section><h2>${t('desk.news')}</h2>${newsList(t, news)}</section>`}</div>`;
}

function allSent(t: Translate, { actor, question: { page }, view }: Desk): Html {
  const pages = view.moreSent ? page + 1 : page;
  return html`<p><a href="${pageAddress(t.lang, deskPath(actor.post.id))}">${t('desk.back')}</a></p><h2>${t('desk.sent')}</h2>${sentList(t, view.sent, actor.post.country)}${pager(
    t,
    page,
    pages,
    (one) => pageAddress(t.lang, deskPath(actor.post.id, { show: 'sent', page: one })),
  )}`;
}
