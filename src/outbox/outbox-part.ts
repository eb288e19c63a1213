import type { TablesPart } from '../database/tables.ts';

// body: the words as JSON; null once they are not needed any more. attempts only ever grows: it tells whose try is whose.
const letter = `
  CREATE TABLE letter (
    seq         INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT,
    standing    TEXT NOT NULL DEFAULT 'waiting',
    attempts    INTEGER NOT NULL DEFAULT 0,
    queued_at   TEXT NOT NULL,
    next_try_at TEXT,
    sent_at     TEXT,
    problem     TEXT
  ) STRICT;
  CREATE INDEX letter_waiting ON letter (attempts, seq) WHERE standing = 'waiting';
`;

/** Mail on its way out. Among the tables of a shared database another one is called letter, hence the second name. */
export const outboxPart: TablesPart = {
  name: 'outbox',
  // The letters SBOX.
  applicationId: 0x53424f58,
  migrations: [letter, 'ALTER TABLE letter RENAME TO outgoing'],
  shared: [
    letter
      .replace('TABLE letter', 'TABLE outgoing')
      .replaceAll('letter_waiting ON letter', 'outgoing_waiting ON outgoing'),
  ],
  tables: ['outgoing'],
  numbered: { outgoing: 'seq' },
  damaged: 'logDamaged',
};
