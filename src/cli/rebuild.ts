import { Command } from 'commander';
import type { Doors } from './doors.ts';

export function rebuildCommand(doors: Doors): Command {
  return new Command('rebuild')
    .description('Throw the index away and make it again from the log')
    .addHelpText('after', '\nExample:\n  southbridge rebuild')
    .action(async () => {
      const { house, close } = await doors.open({ index: true, afresh: true });
      try {
        const position = house.index.position();
        const { records, terms } = house.index.size();
        doors.terminal.out(
          `${position.toLocaleString('en')} entries read: ${records.toLocaleString('en')} records, ${terms.toLocaleString('en')} word forms in the index\n`,
        );
      } finally {
        await close();
      }
    });
}
