import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { verifyBackup } from '../backup/verify-backup.ts';
import { systemClock } from '../kernel/clock.ts';
import type { LogReport } from '../operations/ports.ts';
import { type CheckedHead, checkLog } from '../proofs/check-log.ts';
import type { Doors } from './doors.ts';
import { type KeptHead, readKeptHead } from './internal/kept-head.ts';
import { noteDone } from './internal/note-done.ts';
import { progress } from './progress.ts';

interface Options {
  readonly json?: boolean;
  readonly against?: string;
  readonly keys?: string;
}

const after = `
A head is what /log/head gives: keep one outside the node, now and then. Without one, a log that was cut at its end or
rewritten as a whole looks whole.

Examples:
  southbridge verify
  southbridge verify --against head-of-june.json
  southbridge verify /media/disk/backup
  southbridge verify --against https://southbridge.example.org`;

export function verifyCommand(doors: Doors, exit: (code: number) => void): Command {
  return new Command('verify')
    .description('Read the whole log again, or a backup, and say what was checked')
    .argument('[backup]', 'a folder or the address of a bucket that holds backups')
    .option('--against <head>', 'a head that was kept: a file, the address of a node, JSON, or SIZE:ROOT')
    .option('--keys <file>', 'what is known of the keys that sign heads: a file or an address (/log/keys)')
    .option('--json', 'write the report as JSON')
    .addHelpText('after', after)
    .action(async (backup: string | undefined, options: Options) => {
      // Entries pass by and are gone, as rows do when they are imported: left alone, V8 lets the room for them grow.
      setFlagsFromString('--semi-space-growth-factor=1');
      setFlagsFromString('--heap-growing-percent=100');
      if (backup !== undefined) return sayBackup(doors, backup, options);
      const kept =
        options.against === undefined
          ? undefined
          : await readKeptHead(options.against, {
              keys: options.keys,
              ownKeys: () => doors.withKeys((own) => own.statements()),
            });
      const { house, close } = await doors.open({ index: false });
      try {
        const bar = progress(doors.terminal, 'verify', 'entries');
        const report = await house.log.verify((done, all) => bar.update(done, all));
        const checked =
          kept === undefined
            ? undefined
            : await checkLog(house.log, kept, (done, all) => bar.update(done, all));
        bar.end();
        doors.terminal.out(
          options.json === true
            ? `${JSON.stringify(checked === undefined ? report : { ...report, against: checked }, null, 2)}\n`
            : wordsOf(report) + (checked === undefined ? '' : headWords(checked, kept)),
        );
        const well = report.damage.length === 0 && (checked === undefined || checked.standing === 'fits');
        const at = systemClock.now().toISOString();
        await noteDone(doors.dataDir, 'verify', { at, size: report.lastSeq, well });
        if (!well) exit(1);
      } finally {
        await close();
      }
    });
}

/** @throws Fault `backupDamaged`, `backupUnfinished`. */
async function sayBackup(doors: Doors, named: string, { json }: Options): Promise<void> {
  const bar = progress(doors.terminal, 'verify', 'parts');
  const found = await verifyBackup(doors.place(named), (done, all) => bar.update(done, all));
  bar.end();
  const { backups, parts, newest } = found;
  const { at, size, root } = newest;
  doors.terminal.out(
    json === true
      ? `${JSON.stringify({ backups, parts, at, size, root }, null, 2)}\n`
      : `Read ${backups} backups, ${parts.toLocaleString('en')} parts: every byte is as it was written. The newest is of ${at}: ${size.toLocaleString('en')} entries, root ${root}.\n`,
  );
}

function wordsOf({ entries, revisions, records, lastSeq, damage }: LogReport): string {
  const places = damage.map(({ seq, problem }) => `Entry ${seq}: ${problemWords[problem] ?? problem}\n`);
  return [
    `Read ${entries.toLocaleString('en')} entries up to ${lastSeq}: ${revisions.toLocaleString('en')} revisions of ${records.toLocaleString('en')} records.\n`,
    'Checked: every digest against the entry and the one before it, numbers without gaps, revisions in order, bodies readable, keys that lead to records.\n',
    ...places,
    damage.length === 0 ? 'No damage found.\n' : `${damage.length} places damaged.\n`,
  ].join('');
}

const standingWords: Readonly<Record<CheckedHead['standing'], string>> = {
  fits: 'The log begins with exactly these entries.',
  shorter:
    'The log holds fewer entries than this head: it was cut or rolled back. Restore the newest backup.',
  different:
    'The log does not begin with these entries: something was edited, taken out, moved or dated anew. Restore the newest backup.',
};

function headWords({ standing }: CheckedHead, kept: KeptHead | undefined): string {
  const signed =
    kept?.signedBy === undefined
      ? 'its signature was not checked: nothing is known of its key'
      : `signed with ${kept.signedBy}`;
  return `Against the head of ${kept?.size.toLocaleString('en')} entries (${signed}): ${standingWords[standing]}\n`;
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
