import { randomUUID } from 'node:crypto';
import type { Office } from '../house.ts';

/** How long a typed form is kept, in hours: as long as a session lasts at most. */
const keptHours = 12;

/** So many of one person: each press of a button that asks something of the form keeps one. */
const mostKept = 30;

/**
 * Keeps what somebody has typed into the form of a record, so that the page which answers has an address of its own.
 * Nothing of it is a draft: it stands in no list and no log, and is thrown away by itself. Gives its name.
 */
export async function keepForm({ uploads, clock }: Office, account: string, fields: string): Promise<string> {
  const now = clock.now();
  const at = now.toISOString();
  const until = new Date(now.getTime() + keptHours * 3_600_000).toISOString();
  const id = randomUUID();
  await uploads.keepForm({ id, account, fields, at, until }, mostKept);
  return id;
}

/** What this person typed, as a browser sent it; undefined for what is over or somebody else's. */
export async function keptForm(
  { uploads, clock }: Office,
  account: string,
  id: string,
): Promise<string | undefined> {
  return (await uploads.formOf(account, id, clock.now().toISOString()))?.fields;
}
