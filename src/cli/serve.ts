import { Command } from 'commander';
import type { Doors } from './doors.ts';

export function serveCommand(doors: Doors): Command {
  return new Command('serve')
    .description('Open the databank at one address and print it')
    .option('--empty', 'do not load the starter collection into an empty house')
    .addHelpText(
      'after',
      '\nExamples:\n  southbridge serve\n  PORT=80 HOST=0.0.0.0 DATA_DIR=/srv/southbridge southbridge serve --empty',
    )
    .action(async (options: { empty?: boolean }) => {
      await doors.serve({ starter: options.empty !== true });
    });
}
