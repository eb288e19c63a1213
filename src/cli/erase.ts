import { Command, InvalidArgumentError } from 'commander';
import type { ErasureReason } from '../lifecycle/erasure.ts';
import { erasureReasons } from '../lifecycle/erasure.ts';
import { getAccountOf } from '../operations/posts/appoint.ts';
import { erasePerson } from '../operations/posts/erase-person.ts';
import { type ErasureExtent, eraseByNode } from '../operations/review/erase.ts';
import type { Doors } from './doors.ts';

const after = `
Name, address, password and letters are gone for good; posts that the person held are held by nobody. What the person
did for a post stays in the log under an id that leads nowhere.

With --record, what a record says, and said, in a personal field is erased instead: from the record, from every revision,
from what its source said, from what others remarked on the field. Signed heads and proofs of the log stay good; that it
was done, when and why stays in the history. The next backup rewrites what holds it, and older backups that do go.
Copies elsewhere are not reached; a source that still says it brings it back with its next import.

Examples:
  southbridge erase ada@example.org
  southbridge erase ada@example.org --yes
  southbridge erase --record activity/k3fd-9a2c-7bqm --because asked
  southbridge erase --record organisation/abc-brazil --field contacts --because left --earlier --yes`;

interface EraseOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly record?: string;
  readonly field: string;
  readonly because: ErasureReason;
  readonly earlier?: boolean;
}

export function eraseCommand(doors: Doors): Command {
  const command = new Command('erase')
    .description('Erase the account of a person, or what a record says of one')
    .argument('[email]', 'address with which the person signs in')
    .option('--record <register/id>', 'erase from this record instead')
    .option('--field <name>', 'a personal field of the record', 'contacts')
    .option('--because <why>', `why: ${erasureReasons.join(', ')}`, reasonOf, 'asked')
    .option('--earlier', 'leave the newest revision, and the one in force, as they are')
    .option('--yes', 'do not ask')
    .option('--json', 'write what was done as JSON')
    .addHelpText('after', after)
    .action(async (email: string | undefined, options: EraseOptions) => {
      const { record } = options;
      if ((email === undefined) === (record === undefined))
        command.error('Say either the address of a person or --record.');
      if (email !== undefined) await eraseAccount(doors, command, email, options);
      else if (record !== undefined) await eraseFromRecord(doors, command, record, options);
    });
  return command;
}

function reasonOf(said: string): ErasureReason {
  const known = erasureReasons.find((one) => one === said);
  if (known === undefined) throw new InvalidArgumentError(`One of: ${erasureReasons.join(', ')}.`);
  return known;
}

/** Goes on where it need not ask, or where what was to be typed was typed. */
async function askFirst(
  { terminal }: Doors,
  command: Command,
  { yes }: EraseOptions,
  question: string,
  right: string,
): Promise<void> {
  if (yes === true) return;
  const said = await terminal.ask(question);
  if (said?.trim() !== right) command.error('Nothing was erased. To do it without asking: --yes');
}

async function eraseAccount(doors: Doors, command: Command, email: string, options: EraseOptions) {
  const { office, close } = await doors.openOffice({ index: 'posts' });
  try {
    const { id, email: address, name } = await getAccountOf(office, email);
    const question = `This erases ${name} (${address}) for good. Type the address to go on: `;
    await askFirst(doors, command, options, question, address);
    const posts = await erasePerson(office, address);
    if (options.json === true) doors.terminal.out(`${JSON.stringify({ account: id, posts }, null, 2)}\n`);
    else {
      const left = posts.length === 0 ? '' : ` Held no longer: ${posts.join(', ')}.`;
      doors.terminal.out(`Erased.${left}\n`);
    }
  } finally {
    await close();
  }
}

async function eraseFromRecord(doors: Doors, command: Command, record: string, options: EraseOptions) {
  const [register = '', id = ''] = record.split('/');
  const { field, because } = options;
  const extent: ErasureExtent = options.earlier === true ? 'earlier' : 'all';
  const { house, close } = await doors.open({ index: false });
  try {
    const question = `This erases ${field} of ${register}/${id} for good. Type the id to go on: `;
    await askFirst(doors, command, options, question, id);
    const of = await eraseByNode(house, { register, id, field, because, extent });
    if (options.json === true)
      doors.terminal.out(`${JSON.stringify({ register, id, field, of }, null, 2)}\n`);
    else
      doors.terminal.out(`Erased from ${of.length === 1 ? '1 entry' : `${of.length} entries`} of the log.\n`);
  } finally {
    await close();
  }
}
