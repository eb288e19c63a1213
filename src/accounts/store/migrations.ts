import type { TablesPart } from '../../database/tables.ts';

/**
 * How a file comes to today's schema. A released migration is never changed; a new one is added to the list. Instants
 * are milliseconds since 1970. Secrets stand here as SHA-256 alone. Whatever belongs to a person goes with the account.
 */
const migrations: readonly string[] = [
  `
CREATE TABLE account (
  id            TEXT PRIMARY KEY,
  email         TEXT NOT NULL,
  email_key     TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  language      TEXT NOT NULL,
  name_shown    INTEGER NOT NULL,
  digest        INTEGER NOT NULL,
  password_hash TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  strong     INTEGER NOT NULL,
  proven     INTEGER NOT NULL,
  began_at   INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  challenge  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account_id);

CREATE TABLE ticket (
  hash       TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  proven     INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  challenge  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_account ON ticket (account_id);

CREATE TABLE letter (
  hash       TEXT PRIMARY KEY,
  account_id TEXT REFERENCES account ON DELETE CASCADE,
  email_key  TEXT,
  body       TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_account ON letter (account_id);

CREATE TABLE authenticator (
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  confirmed  INTEGER NOT NULL,
  key        BLOB NOT NULL,
  last_step  INTEGER NOT NULL,
  PRIMARY KEY (account_id, confirmed)
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  hash       TEXT NOT NULL,
  PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  public_key BLOB NOT NULL,
  counter    INTEGER NOT NULL,
  transports TEXT NOT NULL,
  label      TEXT NOT NULL,
  added_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_account ON passkey (account_id);

CREATE TABLE failure (
  kind    TEXT NOT NULL,
  who     TEXT NOT NULL,
  network TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX failure_who ON failure (kind, who, at);
CREATE INDEX failure_network ON failure (kind, network, at);
CREATE INDEX failure_at ON failure (at);

CREATE TABLE sign_on (
  state_hash   TEXT PRIMARY KEY,
  browser_hash TEXT NOT NULL,
  nonce        TEXT NOT NULL,
  verifier     TEXT NOT NULL,
  expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE api_key (
  id          TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  account_id  TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  post        TEXT NOT NULL,
  name        TEXT NOT NULL,
  scopes      TEXT NOT NULL,
  strong      INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_on     TEXT,
  UNIQUE (post, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX api_key_account ON api_key (account_id);

CREATE TABLE request (
  name       TEXT PRIMARY KEY,
  digest     TEXT NOT NULL,
  account_id TEXT REFERENCES account ON DELETE CASCADE,
  run        TEXT NOT NULL,
  head       INTEGER NOT NULL,
  done       INTEGER NOT NULL,
  answer     TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX request_account ON request (account_id);
`,
  `
CREATE TABLE interest (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL,
  email_key  TEXT NOT NULL,
  language   TEXT NOT NULL,
  body       TEXT NOT NULL,
  told       INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX interest_email ON interest (email_key);
`,
  'CREATE INDEX letter_invited ON letter (email_key) WHERE email_key IS NOT NULL',
];

/** Who may sign in. PostgreSQL has come to the same tables by the same steps. */
export const accountsPart: TablesPart = {
  name: 'accounts',
  // The letters SBAC.
  applicationId: 0x53424143,
  migrations,
  shared: migrations,
  tables: [
    'account',
    'session',
    'ticket',
    'letter',
    'authenticator',
    'recovery_code',
    'passkey',
    'failure',
    'sign_on',
    'api_key',
    'request',
    'interest',
  ],
  damaged: 'notAFile',
};
