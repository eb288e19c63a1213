import { Command } from 'commander';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

const after = `
The node must not run, and its folder (DATA_DIR) must be empty, as must the database where DATABASE_URL names one. Everything is checked on the way; at the end the log is held
against the root that the backup names. Stopped, it goes on where it was. The index is made again at the next start.

Example:
  DATA_DIR=/srv/new southbridge restore /media/disk/backup`;

export function restoreCommand(doors: Doors): Command {
  return new Command('restore')
    .description('Read the newest backup into an empty node')
    .argument('<place>', 'a folder, or the address of a bucket')
    .option('--json', 'write what was done as JSON')
    .addHelpText('after', after)
    .action(async (named: string, options: { json?: boolean }) => {
      const { house, shared, close } = await doors.open({ index: false });
      try {
        const bar = progress(doors.terminal, 'restore', 'entries');
        const { at, size, root } = await restoreBackup(doors.place(named), {
          log: house.log,
          dataDir: doors.dataDir,
          shared,
          onProgress: (done, all) => bar.update(done, all),
        });
        bar.end();
        doors.terminal.out(
          options.json === true
            ? `${JSON.stringify({ at, size, root }, null, 2)}\n`
            : `Restored the backup of ${at}: ${size.toLocaleString('en')} entries, root ${root}, as in the backup.\n`,
        );
      } finally {
        await close();
      }
    });
}
