import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { formatInstant } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { type Posts, postName } from '../pieces/post-name.ts';
import { compareForm } from './compare-form.ts';
import { happened } from './happened.ts';
import { label } from './label.ts';
import type { PageParts } from './page-parts.ts';
import { titleOf, titlePiece } from './record-heading.ts';
import { backToRecord } from './record-links.ts';
import { saidBy } from './said-by.ts';

/** Entries shown unless all are asked for. */
const firstEntries = 40;

export interface HistoryOptions {
  /** Nothing is left out, however long it is. */
  readonly all: boolean;
  readonly posts: Posts;
  /** What a visitor can do with a revision. */
  readonly mine?: (revision: Presented) => Html;
}

/** Everything that ever happened to a record, newest first. */
export function historyPage(t: Translate, shown: Shown, options: HistoryOptions): PageParts {
  const { all, posts } = options;
  const { record } = shown;
  const path = `${recordPath(record.register.name, record.id)}/history`;
  const entries = [
    ...shown.revisions.map((revision, i) => ({
      at: revision.changedAt,
      piece: () => revisionEntry(t, revision, shown.revisions[i - 1]?.revision, options),
    })),
    ...shown.events.map((event) => ({ at: event.at, piece: () => eventEntry(t, event, posts) })),
  ]
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const [before, last] = shown.revisions.slice(-2).map(({ revision }) => revision);
  const kept = all ? entries : entries.slice(0, firstEntries);
  return {
    title: `${label(t, 'record.history')}${titleOf(t, record).text}`,
    path,
    unlisted: true,
    shows: [record.id],
    bodies: [
      () =>
        html`${backToRecord(t, record)}<h1>${label(t, 'record.history')}${titlePiece(t, record)}</h1>${
          before !== undefined && last !== undefined && compareForm(t, shown, before, last)
        }<ol class="past">${kept.map(({ piece }) => html`<li>${piece()}`)}</ol>${
          kept.length < entries.length &&
          html`<p><a href="${pageAddress(t.lang, `${path}?all=1`)}">${t('common.moreCount', { n: entries.length - kept.length })}</a></p>`
        }`,
    ],
  };
}

/** `before`: the revision that the reader saw before it; drafts of others stand between the numbers. */
function revisionEntry(
  t: Translate,
  revision: Presented,
  before: number | undefined,
  { posts, mine }: HistoryOptions,
): Html {
  const { register, id, revision: number } = revision;
  const compared = pageAddress(
    t.lang,
    `${recordPath(register.name, id)}/compare?from=${before ?? number}&to=${number}`,
  );
  return html`<h2>${t('record.revision', { n: number })}</h2><p>${saidBy(t, revision, posts)}</p>${
    before !== undefined &&
    html`<p><a href="${compared}">${t('record.compareTwo', { a: before, b: number })}</a></p>`
  }${mine?.(revision)}`;
}

function eventEntry(t: Translate, event: RecordEvent, posts: Posts): Html {
  return html`<h2>${happened(t, event)}</h2><p>${formatInstant(t.lang, event.at)} · ${t('record.writtenBy', { who: postName(t, posts, event.post) })}</p>${
    event.reason !== undefined &&
    html`<p>${label(t, 'record.reason')}<span dir="auto">${event.reason}</span></p>`
  }${
    event.type === 'withdrawn' &&
    event.into !== undefined &&
    html`<p>${t('record.replacedBy')} <a href="${pageAddress(t.lang, recordPath(event.register, event.into))}">${event.into}</a></p>`
  }`;
}
