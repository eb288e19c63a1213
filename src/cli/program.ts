import { Command } from 'commander';
import type { Doors } from './doors.ts';

const after = `
Exit codes:
  0  done
  1  refused or failed: the message says what, where, and what would be right
  2  wrong usage
  3  done, but rows were refused (import --strict)

Examples:
  southbridge serve
  southbridge import activities.xml projects.csv --report verdicts.xlsx
  southbridge search "milk banks" --filter provider=BR
  southbridge match "water losses in small towns" --country SN
  southbridge admin create --email ada@example.org --name "Ada Diop"
  southbridge report marrakech-framework-2003 --lang fr --format pdf --out report.pdf
  southbridge export --filter host=MZ --format xlsx --out mozambique.xlsx

Settings are environment variables: see "southbridge config".`;

type Exit = (code: number) => void;

/** Each in a file of its own, loaded when it is asked for: most of the start of a command is loading. In the order of the help. */
const commands: Readonly<Record<string, (doors: Doors, exit: Exit) => Promise<Command>>> = {
  serve: async (doors) => (await import('./serve.ts')).serveCommand(doors),
  import: async (doors, exit) => (await import('./import.ts')).importCommand(doors, exit),
  check: async (doors, exit) => (await import('./check.ts')).checkCommand(doors, exit),
  export: async (doors) => (await import('./export.ts')).exportCommand(doors),
  dump: async (doors) => (await import('./dump.ts')).dumpCommand(doors),
  mirror: async (doors) => (await import('./mirror.ts')).mirrorCommand(doors),
  report: async (doors) => (await import('./report.ts')).reportCommand(doors),
  search: async (doors) => (await import('./search.ts')).searchCommand(doors),
  match: async (doors) => (await import('./match.ts')).matchCommand(doors),
  partners: async (doors) => (await import('./partners.ts')).partnersCommand(doors),
  show: async (doors) => (await import('./show.ts')).showCommand(doors),
  duplicates: async (doors) => (await import('./duplicates.ts')).duplicatesCommand(doors),
  admin: async (doors) => (await import('./admin.ts')).adminCommand(doors),
  mail: async (doors) => (await import('./mail.ts')).mailCommand(doors),
  erase: async (doors) => (await import('./erase.ts')).eraseCommand(doors),
  rebuild: async (doors) => (await import('./rebuild.ts')).rebuildCommand(doors),
  undo: async (doors) => (await import('./undo.ts')).undoCommand(doors),
  verify: async (doors, exit) => (await import('./verify.ts')).verifyCommand(doors, exit),
  backup: async (doors) => (await import('./backup.ts')).backupCommand(doors),
  restore: async (doors) => (await import('./restore.ts')).restoreCommand(doors),
  move: async (doors) => (await import('./move.ts')).moveCommand(doors),
  'log-key': async (doors) => (await import('./log-key.ts')).logKeyCommand(doors),
  vocabulary: async (doors) => (await import('./vocabulary.ts')).vocabularyCommand(doors),
  config: async (doors) => (await import('./config.ts')).configCommand(doors),
};

/**
 * The command line: the command of the name `asked`, or all of them where there is none of that name. The exit code
 * goes to the caller: commands give theirs.
 */
export async function program(doors: Doors, exit: Exit, asked = ''): Promise<Command> {
  const command = new Command('southbridge')
    .description(
      'A register of South-South and triangular cooperation, and a databank that a ministry can open',
    )
    .version(doors.version, '-V, --version', 'version of the program')
    .helpOption('-h, --help', 'this help')
    .addHelpText('after', after)
    .showHelpAfterError('(see --help)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => doors.terminal.out(text),
      writeErr: (text) => doors.terminal.err(text),
    });
  for (const name of Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)) {
    const made = await commands[name]?.(doors, exit);
    if (made !== undefined) command.addCommand(inheriting(made, command));
  }
  return command;
}

/** Wherever it goes wrong, the same is said, and `main.ts` decides on the exit code. */
function inheriting(command: Command, from: Command): Command {
  for (const inner of command.commands) inheriting(inner, from);
  return command.copyInheritedSettings(from);
}
