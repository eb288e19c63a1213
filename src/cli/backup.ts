import { Command, InvalidArgumentError } from 'commander';
import { writeBackup } from '../backup/write-backup.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Doors } from './doors.ts';
import { noteDone } from './internal/note-done.ts';
import { progress } from './progress.ts';

const after = `
The node may run meanwhile. The log is copied once: later backups into the same place add what is new. Stopped, it goes
on where it was. Accounts, letters and uploads are in it: keep the place to yourself. They expire with the backup, so
that a person who was erased is gone from all backups after --keep-days.

An address of a bucket (https://HOST/BUCKET/FOLDER) is a store that speaks S3: set BACKUP_KEY_ID, BACKUP_KEY_SECRET and
BACKUP_REGION. With DATABASE_URL set, what all nodes share in PostgreSQL is in it too; it restores to a file or to PostgreSQL.

Examples:
  southbridge backup /media/disk/backup
  southbridge backup https://s3.example.org/bucket/southbridge --keep-days 30`;

export function backupCommand(doors: Doors): Command {
  return new Command('backup')
    .description('Write the whole node to a folder or an S3-compatible store, while it runs')
    .argument('<place>', 'a folder, or the address of a bucket')
    .option('--keep-days <days>', 'remove backups older than this; the new one stays', wholeDays, 90)
    .option('--json', 'write what was done as JSON')
    .addHelpText('after', after)
    .action(async (named: string, options: { keepDays: number; json?: boolean }) => {
      const { house, shared, close } = await doors.open({ index: false });
      try {
        const bar = progress(doors.terminal, 'backup', 'entries');
        const { manifest, sent, sentBytes, removed } = await writeBackup(doors.place(named), {
          log: house.log,
          dataDir: doors.dataDir,
          shared,
          clock: systemClock,
          keepDays: options.keepDays,
          onProgress: (done, all) => bar.update(done, all),
        });
        bar.end();
        const { at, size, root } = manifest;
        await noteDone(doors.dataDir, 'backup', { at, size, well: true });
        doors.terminal.out(
          options.json === true
            ? `${JSON.stringify({ at, size, root, sent, sentBytes, removed }, null, 2)}\n`
            : `Backup of ${size.toLocaleString('en')} entries, root ${root}: ${sent} parts sent (${(sentBytes / 1e6).toFixed(1)} MB), ${removed} old backups removed.\n`,
        );
      } finally {
        await close();
      }
    });
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw new InvalidArgumentError('A whole number of days from 1.');
  return days;
}
