import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { leadsHere } from '../../kernel/own-machine.ts';
import type { Office } from '../../operations/house.ts';
import { type NodeStanding, nodeStanding } from '../../operations/node-standing.ts';
import type { LastDone } from '../../operations/ports/machine.ts';
import { formatInstant, formatNumber, formatShare } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { actorOf, getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { deskPath } from './desk-page.ts';

/** How the node stands, for administrators: what is behind, what waits, what room is left, what was last done. */
export async function statusPage(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const { post } = await actorOf(office, c);
  if (post.kind !== 'administrator')
    throw new Fault('notAllowed', { step: 'status', post: post.id, right: 'administrator' });
  const body = html`<p><a href="${pageAddress(t.lang, deskPath(post.id))}">${t('desk.back')}</a></p><h1>${t('status.title')}</h1><div class=scroll tabindex=0 role=region aria-label="${t('status.title')}"><table><tbody>${lines(t, await nodeStanding(office), office.publicAddress)}</table></div><p class=soft>${t('status.about')}</p>`;
  return deskPage(c, { title: t('status.title'), path: `/desk/status?post=${post.id}`, body, visitor });
}

function lines(
  t: Translate,
  { head, position, records, mails, disk, ...last }: NodeStanding,
  address: string,
): Html {
  const number = (value: number) => formatNumber(t.lang, value);
  const rows: readonly (readonly [name: string, value: string | Html])[] = [
    [
      t('status.address'),
      leadsHere(address) ? html`<bdi>${address}</bdi>` : html`<b>${t('status.noAddress')}</b>`,
    ],
    [t('status.log'), t('status.entries', { n: head })],
    [
      t('status.index'),
      position === head ? t('status.upToDate', { n: records }) : t('status.behind', { n: head - position }),
    ],
    [
      t('status.mails'),
      t('status.letters', { waiting: mails.waiting, uncertain: mails.uncertain, givenUp: mails.givenUp }),
    ],
    [
      t('status.disk'),
      t('status.free', {
        free: number(Math.round(disk.free / 1e8) / 10),
        share: formatShare(t.lang, disk.total === 0 ? 0 : disk.free / disk.total),
      }),
    ],
    [t('status.backup'), lastWords(t, head, last.lastBackup)],
    [t('status.verify'), lastWords(t, head, last.lastVerify)],
  ];
  return html`${rows.map(([name, value]) => html`<tr><th scope=row>${name}<td>${value}`)}`;
}

function lastWords(t: Translate, head: number, last: LastDone | undefined): string | Html {
  if (last === undefined) return html`<b>${t('status.never')}</b>`;
  const done = t('status.done', {
    at: formatInstant(t.lang, last.at),
    behind: Math.max(0, head - last.size),
  });
  return last.well ? done : html`<b class=error>${t('status.damaged')}</b> ${done}`;
}
