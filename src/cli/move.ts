import { Command } from 'commander';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

export function moveCommand(doors: Doors): Command {
  return new Command('move')
    .description('Copy the whole node to a database or a folder, and verify the copy')
    .requiredOption('--to <place>', 'postgres://user:password@host/database, or a folder')
    .addHelpText(
      'after',
      `
Stop the node first. Nothing is taken away from where it is; a move that was broken off goes on when it is given again.
Afterwards start the node with DATABASE_URL (or DATA_DIR) naming the new place.

Examples:
  southbridge move --to postgres://southbridge:secret@db1,db2/southbridge
  DATABASE_URL=postgres://southbridge:secret@db1/southbridge southbridge move --to ./data`,
    )
    .action(async ({ to }: { readonly to: string }) => {
      let bar = progress(doors.terminal, 'log', 'entries');
      let what = 'log';
      const { entries, digest, rows, reports } = await doors.move({
        to,
        onProgress: (step, done, all) => {
          if (step !== what) {
            bar.end();
            bar = progress(doors.terminal, step, 'entries');
            what = step;
          }
          bar.update(done, all);
        },
      });
      bar.end();
      doors.terminal.out(
        `${entries.toLocaleString('en')} entries, ${rows.toLocaleString('en')} rows about people and mail, ${reports.toLocaleString('en')} reports moved and verified; the log ends with ${digest}\n`,
      );
    });
}
