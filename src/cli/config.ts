import { Command } from 'commander';
import type { Doors } from './doors.ts';

export function configCommand(doors: Doors): Command {
  return new Command('config')
    .description('Show every setting: what it is, what it would be, what it does')
    .option('--json', 'write the settings as JSON')
    .addHelpText('after', '\nExample:\n  PORT=9000 southbridge config')
    .action((options: { json?: boolean }) => {
      const settings = doors.settings();
      if (options.json === true) {
        doors.terminal.out(`${JSON.stringify(settings, null, 2)}\n`);
        return;
      }
      for (const { variable, value, fallback, help } of settings) {
        const changed = String(value) === String(fallback) ? '' : ` (default ${fallback})`;
        doors.terminal.out(`${variable.padEnd(16)} ${value}${changed}\n${' '.repeat(17)}${help}\n`);
      }
    });
}
