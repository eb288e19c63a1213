import { randomUUID } from 'node:crypto';
import type { InputFile } from '../../exchange/incoming.ts';
import { readFile } from '../../exchange/read-file.ts';
import { Fault } from '../../kernel/fault.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Actor } from '../../policy/actor.ts';
import { follow } from '../follow.ts';
import type { House, Office } from '../house.ts';
import type { Upload } from '../ports/uploads.ts';
import { judgeRows } from './judge-rows.ts';
import { type RowVerdict, stageOf } from './row-verdict.ts';

/** Days that a file waits for a decision, and that a written one can be undone. */
const waitingDays = 14;
/** Files of one post that wait at a time, and those that were refused, and those with nothing new: the oldest makes room. */
const mostAlike = 10;
const dayMilliseconds = 86_400_000;

/** A file as somebody sends it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as: Upload['as'];
  readonly language: InterfaceLanguage;
}

/**
 * Takes a file in for a post: says of each row what would become of it, and keeps the file until somebody decides,
 * or puts it away where there is nothing to write. Nothing is written into the log.
 * @throws Fault for a file that cannot be read at all (`readFile`), `otherNode`.
 */
export async function takeUpload(office: Office, actor: Actor, sent: SentFile): Promise<Upload> {
  const { name, bytes, as, language } = sent;
  const at = office.clock.now().toISOString();
  const id = randomUUID();
  const rows = await previewOf(office, { actor, as, upload: id }, sent);
  const upload: Upload = {
    id,
    post: actor.post.id,
    account: actor.account,
    file: name.slice(-200),
    size: bytes.length,
    language,
    as,
    release: false,
    stage: stageOf(rows),
    at,
    until: untilFrom(at),
    rows: JSON.stringify(rows),
  };
  const alike = (await office.uploads.ofPost(actor.post.id)).filter(({ stage }) => stage === upload.stage);
  for (const old of alike.slice(mostAlike - 1)) await office.uploads.discard(old.id);
  await office.uploads.put(upload, bytes);
  return upload;
}

/** When what was sent at this instant is thrown away. */
export function untilFrom(at: string): string {
  return new Date(Date.parse(at) + waitingDays * dayMilliseconds).toISOString();
}

/** What would become of each row of a file now. @throws as `takeUpload`. */
async function previewOf(
  house: House & { readonly publicAddress: string },
  sender: { readonly actor: Actor; readonly as: Upload['as']; readonly upload: string },
  sent: Omit<SentFile, 'as'>,
): Promise<readonly RowVerdict[]> {
  await follow(house);
  const rows: RowVerdict[] = [];
  for await (const { verdict } of judgeRows(house, sender, itemsOf(house, sent))) rows.push(verdict);
  return rows;
}

/** What a file that somebody sent holds. @throws Fault `otherNode` for a workbook that another node has written. */
export function itemsOf(
  { limits, mappings, labels, publicAddress }: House & { readonly publicAddress: string },
  { name, bytes, language }: Omit<SentFile, 'as'>,
) {
  return readFile(fileOf(name, bytes), { limits, mappings, labels, node: publicAddress, language });
}

function fileOf(name: string, bytes: Uint8Array): InputFile {
  return {
    name,
    size: bytes.length,
    async *bytes(onBytes) {
      onBytes?.(bytes.length);
      yield bytes;
    },
  };
}

/** The rows of an upload as they were judged last. */
export function rowsOf({ rows }: Upload): readonly RowVerdict[] {
  // Written by the verbs of this folder and by nobody else.
  return rows === '' ? [] : (JSON.parse(rows) as readonly RowVerdict[]);
}

/** An upload of the actor's post. @throws Fault `uploadGone` where there is none, or it is another post's. */
export async function getUpload(office: Office, actor: Actor, id: string): Promise<Upload> {
  const upload = await office.uploads.find(id);
  const over = upload !== undefined && upload.until < office.clock.now().toISOString();
  if (upload === undefined || over || upload.post !== actor.post.id) throw new Fault('uploadGone', {});
  return upload;
}

/** Throws a file away that waits, was refused or has nothing new. @throws Fault `uploadGone`, `uploadOpen` once it was written. */
export async function discardUpload(office: Office, actor: Actor, id: string): Promise<void> {
  const upload = await getUpload(office, actor, id);
  if (upload.stage === 'writing' || upload.stage === 'written') throw new Fault('uploadOpen', {});
  await office.uploads.discard(id);
}
