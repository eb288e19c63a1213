import { Command } from 'commander';
import { getAccountOf } from '../operations/posts/appoint.ts';
import { erasePerson } from '../operations/posts/erase-person.ts';
import type { Doors } from './doors.ts';

const after = `
Name, address, password and letters are gone for good; posts that the person held are held by nobody. What the person
did for a post stays in the log under an id that leads nowhere. Copies of the data folder are not reached.

Examples:
  southbridge erase ada@example.org
  southbridge erase ada@example.org --yes`;

export function eraseCommand(doors: Doors): Command {
  const command = new Command('erase')
    .description('Erase the account of a person, and all that is kept of him or her')
    .argument('<email>', 'address with which the person signs in')
    .option('--yes', 'do not ask')
    .option('--json', 'write what was done as JSON')
    .addHelpText('after', after)
    .action(async (email: string, options: { yes?: boolean; json?: boolean }) => {
      const { office, close } = await doors.openOffice({ index: 'posts' });
      try {
        const { id, email: address, name } = await getAccountOf(office, email);
        if (options.yes !== true) {
          const said = await doors.terminal.ask(
            `This erases ${name} (${address}) for good. Type the address to go on: `,
          );
          if (said?.trim() !== address) command.error('Nothing was erased. To do it without asking: --yes');
        }
        const posts = await erasePerson(office, address);
        if (options.json === true) doors.terminal.out(`${JSON.stringify({ account: id, posts }, null, 2)}\n`);
        else {
          const left = posts.length === 0 ? '' : ` Held no longer: ${posts.join(', ')}.`;
          doors.terminal.out(`Erased.${left}\n`);
        }
      } finally {
        await close();
      }
    });
  return command;
}
