// Writes docs/reference and the client of the API from the declarations; with --check it only says what is stale.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { routeLines } from '../src/api/reference.ts';
import type { Doors } from '../src/cli/doors.ts';
import { program } from '../src/cli/program.ts';
import { settingsTable } from '../src/config.ts';
import { Editions } from '../src/exchange/iati/check/codelists/editions.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { facetNames, shownFacets } from '../src/fields/facet.ts';
import type { Control } from '../src/fields/field.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { faultMeanings } from '../src/kernel/fault.ts';
import { findingCodes } from '../src/kernel/finding.ts';
import { allRegisters } from '../src/registers/all-registers.ts';
import type { Register } from '../src/registers/register.ts';
import { fieldLabel } from '../src/wording/labels.ts';
import { messagesOf, translator } from '../src/wording/messages.ts';
import { clientSource } from './client-source.ts';

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const note = '<!-- Written by `npm run docs` from the declarations: change those, not this page. -->';
const t = translator('en');
const english = messagesOf('en');

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
  'command-line.md': `# Command line\n\n${note}\n\n${await commandSections()}`,
  'messages.md': `# Findings and faults\n\n${note}\n\nFindings speak of data: a value, a row. Faults refuse a whole request; what a fault means decides the web status and the exit code.\n\n## Findings\n\n${table(
    ['Code', 'In English'],
    findingCodes.map((code) => [`\`${code}\``, english[`finding.${code}`]]),
  )}\n\n## Faults\n\n${table(
    ['Code', 'Meaning', 'In English'],
    // Object.entries forgets that the keys are the codes.
    Object.entries(faultMeanings).map(([code, meaning]) => [
      `\`${code}\``,
      meaning,
      english[`fault.${code}` as keyof typeof english],
    ]),
  )}`,
  'api.md': `# API\n\n${note}\n\nThe same as OpenAPI: \`/openapi.json\`. \`{lang}\` is a language of the interface: refusals come in its words, as problem details (RFC 9457).\n\nA program signs in for a person at \`sign-in.json\` and then shows the token as \`Authorization: Bearer …\`; cookies are not read here. Bodies are \`application/json\`. Who holds several posts names one as \`post\`, in the body or after \`?\`. The \`ETag\` of a record is \`"id.revision.seq"\`: an act on it says what was seen, by \`If-Match\` or by \`seen\` (the third part); where the record has moved the answer (412 or 409) carries it as \`current\`.\n\n${table(
    ['Route', 'What it does', 'Who', 'Body'],
    routeLines().map(({ route, what, who, body }) => [
      `\`${route}\``,
      what,
      who,
      body.map((member) => `\`${member}\``).join(' '),
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

async function commandSections(): Promise<string> {
  const nobody = () => {
    throw new Error('Help asks nothing of the house.');
  };
  const doors: Doors = {
    version: '',
    node: '',
    terminal: {
      out: () => undefined,
      err: () => undefined,
      ask: nobody,
      screen: false,
      columns: 100,
    },
    lang: 'en',
    settings: nobody,
    open: nobody,
    openOffice: nobody,
    serve: nobody,
    mirror: nobody,
    move: nobody,
    dataDir: '',
    place: nobody,
    withKeys: nobody,
    standard: { limits: defaultLimits, clock: systemClock },
    editions: new Editions(''),
    address: nobody,
  };
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  const root = await program(doors, () => undefined);
  return all(root)
    .map((command) => {
      let help = '';
      command
        .configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 100 })
        .outputHelp();
      return `## ${namesOf(command).join(' ')}\n\n\`\`\`\n${help.trimEnd()}\n\`\`\``;
    })
    .join('\n\n');
}

/** With the commands that it stands under. */
function namesOf(command: Command): readonly string[] {
  return [...(command.parent === null ? [] : namesOf(command.parent)), command.name()];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** TypeScript as the house writes it. */
function formatted(source: string): string {
  const run = spawnSync('npx', ['biome', 'format', '--stdin-file-path=client/southbridge-client.ts'], {
    encoding: 'utf8',
    input: source,
    maxBuffer: 20_000_000,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.trimEnd();
}

const check = process.argv.includes('--check');
await mkdir(folder, { recursive: true });
const stale: string[] = [];
const written = { ...pages, '../../client/southbridge-client.ts': formatted(clientSource()) };
for (const [name, text] of Object.entries(written)) {
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
