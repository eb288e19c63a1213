import type { Office } from './house.ts';
import type { LastDone } from './ports/machine.ts';

/** How a node stands, for who keeps it. */
export interface NodeStanding {
  /** Entries in the log, and those that the index has taken in. */
  readonly head: number;
  readonly position: number;
  /** Records in the index. */
  readonly records: number;
  /** Letters that have not left, among the newest thousand. */
  readonly mails: Readonly<Record<'waiting' | 'uncertain' | 'givenUp', number>>;
  /** Room on the disk, in bytes. */
  readonly disk: { readonly free: number; readonly total: number };
  readonly lastBackup?: LastDone;
  readonly lastVerify?: LastDone;
}

const lettersLookedAt = 1_000;

/** Read at the moment, nothing kept: who asks sees whether index, mail and disk keep up. Whoever may see it is for the doors to say. */
export async function nodeStanding(office: Office): Promise<NodeStanding> {
  const { log, index, outbox, machine } = office;
  const letters = await outbox.accounts(lettersLookedAt);
  const count = (wanted: string) => letters.filter(({ standing }) => standing === wanted).length;
  const [head, disk, lastBackup, lastVerify] = await Promise.all([
    log.head(),
    machine.disk(),
    machine.last('backup'),
    machine.last('verify'),
  ]);
  return {
    head,
    position: index.position(),
    records: index.size().records,
    mails: { waiting: count('waiting'), uncertain: count('uncertain'), givenUp: count('given up') },
    disk,
    ...(lastBackup === undefined ? {} : { lastBackup }),
    ...(lastVerify === undefined ? {} : { lastVerify }),
  };
}
