import { readFileSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { type LangText, textIn } from '../kernel/lang-text.ts';
import { interfaceLanguages, isInterfaceLanguage } from '../kernel/language-tag.ts';
import { longestAsked, solveRequest } from '../operations/matching/solve-request.ts';
import { kindsFor, type Solution, whoHasSolved } from '../operations/matching/who-has-solved.ts';
import { translator } from '../wording/messages.ts';
import type { Doors } from './doors.ts';
import { collected } from './internal/criteria.ts';

interface MatchOptions {
  readonly country?: string;
  readonly kind: readonly string[];
  readonly alike?: boolean;
  readonly written: readonly string[];
  readonly limit: string;
  readonly json?: boolean;
}

const examples = `
A text that is the name of a file is read from there. Languages are told from the text.

Examples:
  southbridge match "water losses in small towns" --country SN
  southbridge match plan.txt --country Honduras --alike --json`;

export function matchCommand(doors: Doors): Command {
  return new Command('match')
    .description('Find who has solved a problem')
    .argument('<text>', 'the problem in words, or a file that holds it')
    .option('--country <name>', 'country of those who ask, by name or code')
    .option('--kind <register>', 'only records of this kind; may be repeated', collected, [])
    .option('--alike', 'only records from or in countries like it')
    .option(
      '--written <language>',
      'only records with texts in this language; may be repeated',
      collected,
      [],
    )
    .option('--limit <number>', 'how many', '10')
    .option('--json', 'write the answer as JSON, with all points')
    .addHelpText('after', examples)
    .action(async (given: string, options: MatchOptions) => {
      const text = textOf(given);
      refuseOdd(text, options);
      const parameters = new URLSearchParams({ q: text, country: options.country ?? '' });
      for (const kind of options.kind) parameters.append('kind', kind);
      for (const one of options.written) parameters.append('written', one);
      if (options.alike === true) parameters.set('alike', '1');
      const { request, unknownCountry } = solveRequest(parameters, doors.lang, Number(options.limit));
      const t = translator(doors.lang);
      if (unknownCountry !== undefined)
        doors.terminal.err(`${t('solved.countryUnknown', { got: unknownCountry })}\n`);
      const { house, close } = await doors.open({ index: true });
      try {
        const { problem, total, solutions } = await whoHasSolved(house, request);
        if (options.json === true) {
          const results = solutions.map((one) => line(one, doors));
          const words = problem.words.map(({ shown }) => shown);
          doors.terminal.out(
            `${JSON.stringify({ languages: problem.languages, words, total, results }, null, 2)}\n`,
          );
          return;
        }
        if (problem.words.length === 0) doors.terminal.err(`${t('solved.noWords')}\n`);
        else if (solutions.length === 0) doors.terminal.err(`${t('solved.nothing')}\n`);
        for (const one of solutions) {
          const { points, of, register, id, title, words } = line(one, doors);
          doors.terminal.out(
            `${String(points).padStart(3)}/${of}  ${register.padEnd(13)} ${id.padEnd(24)} ${title}\n`,
          );
          const found = words.map(({ asked, found: said }) => (asked === said ? asked : `${asked}→${said}`));
          doors.terminal.out(`         ${t('solved.wordsFound')} ${found.join(' · ')}\n`);
        }
      } finally {
        await close();
      }
    });
}

/** The text itself, or that of the file which it names. */
function textOf(given: string): string {
  const file = given.length < 1_000 && statSync(given, { throwIfNoEntry: false })?.isFile() === true;
  return file ? readFileSync(given, 'utf8').slice(0, longestAsked) : given;
}

/** @throws Fault `badQuery` for no text, a kind that is not looked in, or a limit that is no number from 1 to 200. */
function refuseOdd(text: string, { kind, written, limit }: MatchOptions): void {
  const refuse = (place: string, got: string, right: string): never => {
    throw new Fault('badQuery', { place, got, right });
  };
  if (text.trim() === '') refuse('text', '', 'water losses in small towns');
  const kinds = [...kindsFor(), 'need'];
  for (const one of kind) if (!kinds.includes(one)) refuse('--kind', one, kinds.join(', '));
  for (const one of written)
    if (!isInterfaceLanguage(one)) refuse('--written', one, interfaceLanguages.join(', '));
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 200) refuse('--limit', limit, '1–200');
}

function line({ record, ranked, explained }: Solution, doors: Doors) {
  const { register, id } = record;
  // The title of every register is a text in languages (held by the contract tests of registers).
  const title = textIn(record.values[register.title] as LangText, doors.lang).text;
  return {
    points: Math.round(ranked.points),
    of: ranked.of,
    register: register.name,
    id,
    title,
    address: doors.address(register.name, id, doors.lang),
    factors: ranked.factors,
    words: explained.words,
    misfits: explained.misfits,
  };
}
