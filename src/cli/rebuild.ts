import { Command } from 'commander';
import { follow } from '../operations/follow.ts';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

export function rebuildCommand(doors: Doors): Command {
  return new Command('rebuild')
    .description('Throw the index away and make it again from the log')
    .addHelpText('after', '\nExample:\n  southbridge rebuild')
    .action(async () => {
      const { house, close } = await doors.open({ index: true, afresh: true });
      try {
        const bar = progress(doors.terminal, 'rebuild', 'entries');
        const position = await follow(house, (done, all) => bar.update(done, all));
        bar.end();
        const { records, terms } = house.index.size();
        doors.terminal.out(
          `${position.toLocaleString('en')} entries read: ${records.toLocaleString('en')} records, ${terms.toLocaleString('en')} word forms in the index\n`,
        );
      } finally {
        await close();
      }
    });
}
