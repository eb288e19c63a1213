import { hash } from 'node:crypto';
import type { Tables, TablesPart } from '../database/tables.ts';
import type { ReportArchive } from '../operations/ports/report-archive.ts';

/** Files of closed reports that all nodes share. */
export const reportsPart: TablesPart = {
  name: 'reports',
  applicationId: 0,
  migrations: [],
  shared: ['CREATE TABLE report_file (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)'],
  tables: ['report_file'],
  damaged: 'logDamaged',
};

/** The same promise as `reportFiles`, in tables. */
export function sharedReports({ one, run }: Tables): ReportArchive {
  return {
    find: async (sha256) => {
      const bytes = (await one('SELECT bytes FROM report_file WHERE sha256 = ?', sha256))?.['bytes'];
      return bytes instanceof Uint8Array && hash('sha256', bytes) === sha256
        ? new Uint8Array(bytes)
        : undefined;
    },
    put: async (sha256, bytes) => {
      await run(
        'INSERT INTO report_file (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
        sha256,
        bytes,
      );
    },
  };
}
