/** Where PostgreSQL is: one address a host, in the order in which they are tried. */
export interface DatabaseAddress {
  /** For people: hosts and database, without a password. */
  readonly name: string;
  /** Each a connection string for one host. */
  readonly hosts: readonly string[];
}

const form = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/([^/?#]+)(?:\?([^#]*))?$/;

/**
 * Reads `postgres://user:password@host1:5432,host2:5432/database?sslmode=verify-full`, as PostgreSQL's own programs
 * write it (libpq, 34.1.1.2). `target_session_attrs` may be `read-write` or `primary`: this program writes.
 * @throws RangeError that says what would be right.
 */
export function databaseAddress(text: string): DatabaseAddress {
  const [, who = '', hosts = '', database = '', query = ''] = form.exec(text) ?? [];
  if (hosts === '') throw new RangeError('postgres://user:password@host:5432,host2:5432/database');
  const params = new URLSearchParams(query);
  const wanted = params.get('target_session_attrs') ?? 'read-write';
  if (wanted !== 'read-write' && wanted !== 'primary')
    throw new RangeError('target_session_attrs=read-write');
  params.delete('target_session_attrs');
  const rest = params.size === 0 ? '' : `?${params}`;
  const addresses = hosts
    .split(',')
    .map((host) => `postgres://${who === '' ? '' : `${who}@`}${host}/${database}${rest}`);
  if (!addresses.every((address) => URL.canParse(address))) throw new RangeError('host:port,host:port');
  return { name: `${hosts}/${database}`, hosts: addresses };
}
