import { Command } from 'commander';
import { Fault } from '../kernel/fault.ts';
import type { LetterAccount } from '../operations/ports/outbox.ts';
import type { Doors } from './doors.ts';

/** Letters looked at, the newest first. */
const mostLetters = 10_000;

const examples = `
Examples:
  southbridge mail
  southbridge mail send-again note:focal-ml:2026-11-22`;

export function mailCommand(doors: Doors): Command {
  const command = new Command('mail')
    .description('Letters that have not left: waiting, uncertain or given up')
    .option('--all', 'those that were sent or withdrawn, too')
    .option('--json', 'write the list as JSON')
    .addHelpText('after', examples)
    .action(async (options: { all?: boolean; json?: boolean }) => {
      const { office, close } = await doors.openOffice({ index: false });
      try {
        const letters = (await office.outbox.accounts(mostLetters)).filter(
          ({ standing }) => options.all === true || !['sent', 'withdrawn'].includes(standing),
        );
        if (options.json === true) doors.terminal.out(`${JSON.stringify(letters, null, 2)}\n`);
        else {
          for (const letter of letters) doors.terminal.out(`${lineOf(letter)}\n`);
          doors.terminal.out(`${letters.length} letters\n`);
        }
      } finally {
        await close();
      }
    });
  return command.addCommand(sendAgainCommand(doors));
}

function lineOf({ key, to, standing, attempts, nextTryAt, problem }: LetterAccount): string {
  const tries = attempts === 0 ? '' : `, tried ${attempts} ${attempts === 1 ? 'time' : 'times'}`;
  const next = nextTryAt === undefined ? '' : `, next try ${nextTryAt}`;
  return `${standing}: ${key}${to === '' ? '' : ` to ${to}`}${tries}${next}${problem === undefined ? '' : `: ${problem}`}`;
}

function sendAgainCommand(doors: Doors): Command {
  return new Command('send-again')
    .description('Let an uncertain or given-up letter leave after all; it may then arrive twice')
    .argument('<key>', 'key of the letter, as the list shows it')
    .addHelpText('after', '\nExample:\n  southbridge mail send-again note:focal-ml:2026-11-22')
    .action(async (key: string) => {
      const { office, close } = await doors.openOffice({ index: false });
      try {
        if (!(await office.outbox.sendAgain(key, office.clock.now().toISOString()))) {
          throw new Fault('notFound', { register: 'letter', id: key });
        }
        doors.terminal.out(`${key} leaves with the next round: within a minute where the node is open\n`);
      } finally {
        await close();
      }
    });
}
