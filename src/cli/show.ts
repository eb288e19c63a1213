import { Command } from 'commander';
import { show } from '../operations/show.ts';
import type { Doors } from './doors.ts';

export function showCommand(doors: Doors): Command {
  return new Command('show')
    .description('Print one record with its history')
    .argument('<register>', 'activity, practice, organisation, event or source')
    .argument('<id>', 'id of the record')
    .option('--json', 'write the record as JSON')
    .addHelpText('after', '\nExample:\n  southbridge show practice human-milk-banks')
    .action(async (register: string, id: string, options: { json?: boolean }) => {
      const { house, close } = await doors.open({ index: false });
      try {
        const { record, revisions, events } = await show(house, register, id);
        const { revision, values, changedAt, standing, origin } = record;
        if (options.json === true) {
          doors.terminal.out(
            `${JSON.stringify({ register, id, revision, standing, changedAt, origin, values }, null, 2)}\n`,
          );
          return;
        }
        doors.terminal.out(`${register} ${id}, revision ${revision} of ${changedAt} (${standing})\n`);
        for (const [name, value] of Object.entries(values)) {
          const cells = record.register.fields[name]?.toCells(value) ?? {};
          for (const [suffix, cell] of Object.entries(cells)) {
            if (cell !== null)
              doors.terminal.out(`  ${suffix === '' ? name : `${name}.${suffix}`}: ${cell}\n`);
          }
        }
        doors.terminal.out(`${revisions.length} revisions, ${events.length} events\n`);
      } finally {
        await close();
      }
    });
}
