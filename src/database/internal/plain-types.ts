import pg from 'pg';

/** The number of PostgreSQL's type of 64-bit integers. Ours are sequence numbers and milliseconds: a double holds them. */
const int8 = 20;

/** Integers as numbers; everything else as the driver reads it. */
export const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format),
};
