import { z } from 'zod';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { partnerFactors } from '../../matching/partners/partner-weights.ts';
import { relations } from '../../matching/related.ts';
import { factors, traits } from '../../matching/weights.ts';
import { longestAsked } from '../../operations/matching/solve-request.ts';
import { country, langText, recordId } from './pieces.ts';

const points = (names: readonly string[]) =>
  z.array(z.object({ factor: z.enum(names), points: z.number(), of: z.number() }));
const traitValues = z.array(z.object({ trait: z.enum(traits), values: z.array(z.string()) }));
const counted = z.array(z.object({ country, records: z.int() }));

/** Records at once. */
const mostSolutions = 200;

export const matchingBodies = {
  ProblemToSolve: z.strictObject({
    q: z.string().max(longestAsked).describe('The problem, in any of seven languages'),
    record: z.string().max(200).exactOptional().describe('`register/id` of a record that asks'),
    country: z.string().max(100).exactOptional().describe('Of those who ask: alpha-2, or a name'),
    kind: z.array(z.string().max(40)).max(20).exactOptional().describe('Registers to look in'),
    alike: z.boolean().exactOptional().describe('Only records of countries like that one'),
    written: z
      .array(z.enum(interfaceLanguages))
      .exactOptional()
      .describe('Only records with texts in one of these'),
    limit: z.int().min(1).max(mostSolutions).exactOptional(),
  }),
} as const;

export const matchingAnswers = {
  Solved: z.object({
    problem: z.object({
      languages: z.array(z.string()),
      words: z.array(z.string()).describe('Those that tell most, first'),
      related: z
        .array(z.object({ shown: z.string(), asked: z.string(), relation: z.enum(relations) }))
        .describe('Also looked for: what answers `asked`, or is near to it'),
      unheard: z.array(z.string()).describe('Words that no record has'),
      cut: z.boolean().describe('Only the first 200,000 characters were read'),
    }),
    setting: z.object({
      country: country.optional(),
      sectors: z.array(z.string()),
      goals: z.array(z.string()),
      year: z.int(),
    }),
    kinds: z.array(z.string()),
    alike: z.array(country).describe('Countries that count as like that of those who ask'),
    total: z.int(),
    written: z
      .array(z.object({ value: z.enum(interfaceLanguages), count: z.int() }))
      .describe('Of records in whatever language: how many have texts in each'),
    results: z
      .array(
        z.object({
          id: recordId,
          register: z.string(),
          address: z.string(),
          title: langText,
          points: z.number(),
          of: z.number(),
          factors: points(factors),
          words: z.array(
            z.object({ asked: z.string(), found: z.string(), lang: z.string(), translated: z.boolean() }),
          ),
          related: z.array(
            z.object({
              asked: z.string(),
              relation: z.enum(relations),
              found: z.string(),
              lang: z.string(),
            }),
          ),
          sectors: z.array(z.string()),
          goals: z.array(z.string()),
          likeness: z
            .object({
              country,
              same: traitValues,
              different: traitValues,
              unknown: z.array(z.enum(traits)),
            })
            .optional(),
          tried: z.object({
            uses: z.array(country),
            lastYear: z.int().optional(),
            confirmation: z.string(),
            confirmedBy: z.array(country),
          }),
          misfits: z.array(z.looseObject({ kind: z.string() })).describe('What does not fit'),
        }),
      )
      .describe('In the order of their points; nothing else counts'),
  }),
  Partners: z.object({
    country,
    sector: z.string().optional(),
    wanted: z.enum(['provider', 'recipient']),
    records: z.int(),
    partners: z.array(
      z.object({
        country,
        points: z.number(),
        factors: points(partnerFactors),
        inSector: z
          .int()
          .describe('Countries with which it has shared (or whose experience it used) in the sector'),
        reach: z.int().describe('The same in all sectors'),
        together: z.int(),
        others: z.array(country).describe('Countries with the same partners that work with it here'),
        kilometres: z.int().optional(),
        languages: z.array(z.string()),
        sameSubRegion: z.boolean(),
      }),
    ),
    already: counted.describe('Those with which it works in the sector already'),
    gaps: z.object({
      neverNamed: z.array(country).describe('In nobody’s first ten'),
      silent: z.array(country).describe('No record says that they have done such things'),
      wanting: z.array(z.object({ country, needs: z.int(), partners: z.int() })),
    }),
  }),
} as const;
