import { Command } from 'commander';
import { decideDuplicate, possibleDuplicates } from '../operations/duplicates.ts';
import type { Doors } from './doors.ts';

const examples = `
Examples:
  southbridge duplicates
  southbridge duplicates decide k3fd-9a2c-7bqm milk-banks-lusophone-africa --same --reason "phase 1 of the same project"
  southbridge duplicates decide k3fd-9a2c-7bqm milk-banks-lusophone-africa --different`;

export function duplicatesCommand(doors: Doors): Command {
  const command = new Command('duplicates')
    .description('Records that may be the same: list them, and decide')
    .option('--json', 'write the list as JSON')
    .addHelpText('after', examples)
    .action(async (options: { json?: boolean }) => {
      const { house, close } = await doors.open({ index: false });
      try {
        const pairs = await possibleDuplicates(house);
        if (options.json === true) doors.terminal.out(`${JSON.stringify(pairs, null, 2)}\n`);
        else {
          for (const { register, id, other, because } of pairs) {
            doors.terminal.out(`${register} ${id} ${other} (same ${because.join(', ')})\n`);
          }
          doors.terminal.out(`${pairs.length} pairs to decide\n`);
        }
      } finally {
        await close();
      }
    });
  return command.addCommand(decideCommand(doors));
}

function decideCommand(doors: Doors): Command {
  return new Command('decide')
    .description('Say whether two records are the same; the answer is kept for ever')
    .argument('<id>', 'the newer record: withdrawn when they are the same')
    .argument('<other>', 'the record that stays')
    .option('--same', 'they are the same')
    .option('--different', 'they are not')
    .option('--reason <text>', 'why')
    .action(
      async (
        id: string,
        other: string,
        options: { same?: boolean; different?: boolean; reason?: string },
      ) => {
        if ((options.same === true) === (options.different === true)) {
          throw new Error('Say either --same or --different.');
        }
        const { house, close } = await doors.open({ index: true });
        try {
          const reason = options.reason === undefined ? {} : { reason: options.reason };
          await decideDuplicate(house, {
            id,
            other,
            same: options.same === true,
            post: 'administrator',
            ...reason,
          });
          doors.terminal.out(options.same === true ? `${id} now leads to ${other}\n` : 'kept apart\n');
        } finally {
          await close();
        }
      },
    );
}
