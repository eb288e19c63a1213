import { Command } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { type KeyRing, keyRing } from '../proofs/key-ring.ts';
import type { Doors } from './doors.ts';

const after = `
Every key is vouched for by the one before. Heads of a retired key stay good; nothing signed with a revoked key counts.
A running server takes the new key with the next head; nodes that share a database share the keys too.

Examples:
  southbridge log-key
  southbridge log-key rotate
  southbridge log-key revoke 0f3c… --reason "Laptop lost"`;

/** The keys with which the node signs heads of its log. */
export function logKeyCommand(doors: Doors): Command {
  const withRing = <Answer>(work: (ring: KeyRing) => Promise<Answer>): Promise<Answer> =>
    doors.withKeys((keys) => work(keyRing({ keys, clock: systemClock })));
  const command = new Command('log-key')
    .description('Show the keys that sign heads of the log, make a new one, or revoke one')
    .addHelpText('after', after)
    .action(async () => {
      for (const said of await withRing((ring) => ring.statements())) {
        const why = said.type === 'revoked' ? `  ${said.reason}` : '';
        doors.terminal.out(`${said.at}  ${said.type.padEnd(8)}${said.key}${why}\n`);
      }
    });
  command
    .command('rotate')
    .description('Make a new key and retire the one in use')
    .addHelpText('after', '\nExample:\n  southbridge log-key rotate')
    .action(async () => {
      doors.terminal.out(`Heads are signed with ${await withRing((ring) => ring.rotate())} from now on.\n`);
    });
  command
    .command('revoke')
    .description('Take all trust from a key')
    .argument('<key>', 'id of the key')
    .requiredOption('--reason <text>', 'why, for everybody to read')
    .addHelpText('after', '\nExample:\n  southbridge log-key revoke 0f3c… --reason "Laptop lost"')
    .action(async (key: string, { reason }: { reason: string }) => {
      await withRing((ring) => ring.revoke(key, reason));
      doors.terminal.out(`Nothing signed with ${key} counts any more. Tell those who kept its heads.\n`);
    });
  return command;
}
