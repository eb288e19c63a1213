import { Command } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { undoIntake } from '../operations/ingest/undo-intake.ts';
import type { Doors } from './doors.ts';

const examples = `
What an import has changed says again what it said before, as new revisions; what it made is withdrawn. Nothing is deleted,
and records to which anything has happened since are left alone. The number is the one that the import has told.

Example:
  southbridge undo 1234`;

export function undoCommand(doors: Doors): Command {
  return new Command('undo')
    .description('Undo an import as a whole')
    .argument('<intake>', 'number of the intake, as the import has told it')
    .addHelpText('after', examples)
    .action(async (intake: string) => {
      if (!/^\d{1,15}$/.test(intake))
        throw new Fault('invalid', { place: 'intake', got: intake, right: '1234' });
      const { house, close } = await doors.open({ index: false });
      try {
        const { file, undone, left } = await undoIntake(house, Number(intake));
        doors.terminal.out(
          `${file}: ${undone.toLocaleString('en')} records undone, ${left.length} left alone\n`,
        );
        for (const id of left) doors.terminal.err(`${id}: left alone, something has happened to it since\n`);
      } finally {
        await close();
      }
    });
}
