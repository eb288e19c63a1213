import { Command } from 'commander';
import { adminCommand } from './admin.ts';
import { configCommand } from './config.ts';
import type { Doors } from './doors.ts';
import { dumpCommand } from './dump.ts';
import { duplicatesCommand } from './duplicates.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { mailCommand } from './mail.ts';
import { mirrorCommand } from './mirror.ts';
import { rebuildCommand } from './rebuild.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { verifyCommand } from './verify.ts';

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
  southbridge admin create --email ada@example.org --name "Ada Diop"
  southbridge export --filter host=MZ --format xlsx --out mozambique.xlsx

Settings are environment variables: see "southbridge config".`;

/** The command line as a whole. Returns the exit code through `process.exitCode` of the caller's choosing: commands give theirs. */
export function program(doors: Doors, exit: (code: number) => void): Command {
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
  const commands = [
    serveCommand(doors),
    importCommand(doors, exit),
    exportCommand(doors),
    dumpCommand(doors),
    mirrorCommand(doors),
    searchCommand(doors),
    showCommand(doors),
    duplicatesCommand(doors),
    adminCommand(doors),
    mailCommand(doors),
    eraseCommand(doors),
    rebuildCommand(doors),
    verifyCommand(doors, exit),
    configCommand(doors),
  ];
  for (const one of commands) command.addCommand(inheriting(one, command));
  return command;
}

/** Wherever it goes wrong, the same is said, and `main.ts` decides on the exit code. */
function inheriting(command: Command, from: Command): Command {
  for (const inner of command.commands) inheriting(inner, from);
  return command.copyInheritedSettings(from);
}
