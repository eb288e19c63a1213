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
          for (const { seq, problem } of damage)
            doors.terminal.out(`Entry ${seq}: ${problemWords[problem] ?? problem}\n`);
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

/** What the log's own words for damage mean. */
const problemWords: Readonly<Record<string, string>> = {
  missing: 'an entry is missing here',
  unreadable: 'the entry cannot be read',
  body: 'the body is not what an entry looks like',
  columns: 'the columns say something else than the body',
  digest:
    'the digest does not follow from the entry and the one before it: something was changed, removed or moved',
  number: 'the revision does not follow the one before it',
  keys: 'the keys are not those that the entry was written with',
  kept: 'what the source said is not as it was kept beside the entry',
  strayKept: 'something is kept beside an entry that does not name it',
  guard: 'a guard against changing or deleting entries is gone',
  file: 'the database file itself is damaged',
  strayKey: 'a key belongs to no entry',
  orphanKey: 'a key leads to a record that has no revision',
};
