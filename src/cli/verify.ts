import { Command } from 'commander';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

export function verifyCommand(doors: Doors, exit: (code: number) => void): Command {
  return new Command('verify')
    .description('Read the whole log again and say what was checked')
    .option('--json', 'write the report as JSON')
    .addHelpText('after', '\nExample:\n  southbridge verify')
    .action(async (options: { json?: boolean }) => {
      const { house, close } = await doors.open({ index: false });
      try {
        const bar = progress(doors.terminal, 'verify', 'entries');
        const report = await house.log.verify((done, all) => bar.update(done, all));
        bar.end();
        if (options.json === true) doors.terminal.out(`${JSON.stringify(report, null, 2)}\n`);
        else {
          const { entries, revisions, records, lastSeq, damage } = report;
          doors.terminal.out(
            `Read ${entries.toLocaleString('en')} entries up to ${lastSeq}: ${revisions.toLocaleString('en')} revisions of ${records.toLocaleString('en')} records.\n` +
              'Checked: every digest against the entry and the one before it, numbers without gaps, revisions in order, bodies readable, keys that lead to records.\n',
          );
          for (const { seq, problem } of damage) doors.terminal.out(`Damage at ${seq}: ${problem}\n`);
          doors.terminal.out(
            damage.length === 0 ? 'No damage found.\n' : `${damage.length} places damaged.\n`,
          );
        }
        if (report.damage.length > 0) exit(1);
      } finally {
        await close();
      }
    });
}
