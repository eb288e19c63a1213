// Writes docs/reference from the declarations; with --check it only says what is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Doors } from '../src/cli/doors.ts';
import { program } from '../src/cli/program.ts';
import { settingsTable } from '../src/config.ts';
import { facetNames, shownFacets } from '../src/fields/facet.ts';
import type { Control } from '../src/fields/field.ts';
import { faultMeanings } from '../src/kernel/fault.ts';
import { findingCodes } from '../src/kernel/finding.ts';
import { allRegisters } from '../src/registers/all-registers.ts';
import type { Register } from '../src/registers/register.ts';
import { fieldLabel } from '../src/wording/labels.ts';
import { messages, translator } from '../src/wording/messages.ts';

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const note = '<!-- Written by `npm run docs` from the declarations: change those, not this page. -->';
const t = translator('en');

const pages: Readonly<Record<string, string>> = {
  'registers.md': ['# Registers', note, ...allRegisters.map(registerSection)].join('\n\n'),
  'settings.md': `# Settings\n\n${note}\n\nEnvironment variables. Nothing needs to be set.\n\n${table(
    ['Variable', 'Default', 'What it does'],
    Object.values(settingsTable).map(({ variable, fallback, help }) => [
      `\`${variable}\``,
      `\`${fallback}\``,
      help,
    ]),
  )}`,
  'command-line.md': `# Command line\n\n${note}\n\n${commandSections()}`,
  'messages.md': `# Findings and faults\n\n${note}\n\nFindings speak of data: a value, a row. Faults refuse a whole request; what a fault means decides the web status and the exit code.\n\n## Findings\n\n${table(
    ['Code', 'In English'],
    findingCodes.map((code) => [`\`${code}\``, messages.en[`finding.${code}`]]),
  )}\n\n## Faults\n\n${table(
    ['Code', 'Meaning', 'In English'],
    // Object.entries forgets that the keys are the codes.
    Object.entries(faultMeanings).map(([code, meaning]) => [
      `\`${code}\``,
      meaning,
      messages.en[`fault.${code}` as keyof typeof messages.en],
    ]),
  )}`,
  'facets.md': `# Facets\n\n${note}\n\nWhat records are filtered and counted by: parameters of a search address, repeated for several values of which one must hold.\n\n${facetNames
    .map((name) => `- \`${name}\`${shownFacets.includes(name) ? ', shown beside every search' : ''}`)
    .join('\n')}`,
};

function registerSection(register: Register): string {
  const rows = Object.entries(register.fields).map(([name, field]) => [
    `\`${name}\``,
    fieldLabel(t, register.name, name),
    `${field.kind}${listOf(field.control)}`,
    field.needed ? 'needed' : register.expected.includes(name) ? 'expected' : '',
    field.seenBy === 'everybody' ? '' : field.seenBy,
    field.means.map((meaning) => `\`${meaning}\``).join(' '),
  ]);
  return `## ${register.name}\n\nVersion ${register.version}; a record wants a fresh confirmation every ${register.confirmEveryMonths} months.\n\n${table(
    ['Field', 'Label', 'Kind', 'Presence', 'Seen by', 'Means'],
    rows,
  )}`;
}

function listOf(control: Control): string {
  return 'list' in control
    ? ` of ${control.list.name}`
    : 'roles' in control
      ? ` with ${control.roles.name}`
      : '';
}

function commandSections(): string {
  const nobody = () => {
    throw new Error('Help asks nothing of the house.');
  };
  const doors: Doors = {
    version: '',
    terminal: { out: () => undefined, err: () => undefined, screen: false, columns: 100 },
    lang: 'en',
    settings: nobody,
    open: nobody,
    serve: nobody,
    address: nobody,
  };
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  const root = program(doors, () => undefined);
  return all(root)
    .map((command) => {
      let help = '';
      command
        .configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 100 })
        .outputHelp();
      return `## ${command === root ? 'southbridge' : `southbridge ${command.name()}`}\n\n\`\`\`\n${help.trimEnd()}\n\`\`\``;
    })
    .join('\n\n');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const check = process.argv.includes('--check');
await mkdir(folder, { recursive: true });
const stale: string[] = [];
for (const [name, text] of Object.entries(pages)) {
  const path = join(folder, name);
  const old = await readFile(path, 'utf8').catch(() => '');
  if (old === `${text}\n`) continue;
  stale.push(name);
  if (!check) await writeFile(path, `${text}\n`);
}
if (check && stale.length > 0) {
  console.error(`Stale in docs/reference: ${stale.join(', ')}. Run "npm run docs".`);
  process.exitCode = 1;
} else console.log(stale.length === 0 ? 'Reference pages are up to date.' : `Written: ${stale.join(', ')}`);
