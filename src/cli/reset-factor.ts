import { Command } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { today } from '../operations/house.ts';
import { getAccountOf } from '../operations/posts/appoint.ts';
import { resetFactor } from '../operations/posts/reset-factor.ts';
import { postsHeld } from '../policy/actor.ts';
import type { Doors } from './doors.ts';

const after = `
For a person who has lost the telephone and the recovery codes and whom nobody else can help, such as the only
administrator. The second factor, the password and all sessions end; the person is told by mail and comes in by a link
that the page to sign in sends. The history of the person's post says that the machine's owner did it, and why.

Example:
  southbridge admin reset-factor ada@example.org --reason "Telephone lost"`;

export function resetFactorCommand(doors: Doors): Command {
  return new Command('reset-factor')
    .description('Take away the lost second factor of a person')
    .argument('<email>', 'address with which the person signs in')
    .requiredOption('--reason <text>', 'why; stands in the history of the post and in the letter')
    .addHelpText('after', after)
    .action(async (email: string, { reason }: { readonly reason: string }) => {
      const { office, close } = await doors.openOffice({ index: 'posts' });
      try {
        const account = await getAccountOf(office, email);
        const [held] = postsHeld(office.board.posts().values(), account.id, today(office));
        if (held === undefined) throw new Fault('noHolder', { post: email });
        await resetFactor(office, 'node', held.id, account.id, { reason });
        doors.terminal.out(`${account.email} signs in by a mailed link and sets up a second factor anew.\n`);
      } finally {
        await close();
      }
    });
}
