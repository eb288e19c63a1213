import { z } from 'zod';
import type { Participant } from '../../../fields/participants.ts';
import { countryCode } from '../../../vocabulary/countries.ts';
import { type Cells, partsAt } from '../paths.ts';
import { language, listOrNothing, paths, type Report, separators, transform } from '../transform.ts';

const names = {
  from: paths,
  separators,
  /** The source's own names of countries that nobody else uses. */
  aliases: z.record(z.string(), z.string()).default({}),
};

/** Countries by name or code. What is none (a region, a group) is named in a finding and left out. */
export const countries = transform(z.strictObject(names), (cells, options, report) =>
  listOrNothing(codesAt(cells, options, report)),
);

/** One country; the first that is recognised. */
export const country = transform(
  z.strictObject(names),
  (cells, options, report) => codesAt(cells, options, report)[0],
);

/** Countries that take part, each in the same role. */
export const countryParticipants = transform(
  z.strictObject({ ...names, role: z.string().optional() }),
  (cells, options, report) => {
    const role = options.role === undefined ? {} : { role: options.role };
    return listOrNothing(
      codesAt(cells, options, report).map((code): Participant => ({ country: code, ...role })),
    );
  },
);

/** Organisations that take part, by name. */
export const organisationParticipants = transform(
  z.strictObject({ from: paths, separators, role: z.string().optional(), language }),
  (cells, { from, separators, role, language }) => {
    const found = [...new Set(partsAt(cells, from, separators))].map((name) => ({
      organisation: { original: language, texts: { [language]: name } },
      ...(role === undefined ? {} : { role }),
    }));
    return listOrNothing(found);
  },
);

/** Names among countries that are no country, as a text: regions, bureaux, "all LDCs". */
export const notCountries = transform(z.strictObject({ ...names, language }), (cells, options) => {
  const found = partsAt(cells, options.from, options.separators).filter(
    (name) => recognised(name, options.aliases) === undefined,
  );
  if (found.length === 0) return undefined;
  return { original: options.language, texts: { [options.language]: [...new Set(found)].join(', ') } };
});

interface Names {
  readonly from: readonly string[];
  readonly separators: string;
  readonly aliases: Readonly<Record<string, string>>;
}

function codesAt(cells: Cells, { from, separators, aliases }: Names, report: Report): string[] {
  const codes = partsAt(cells, from, separators).flatMap((name) => {
    const code = recognised(name, aliases);
    if (code === undefined) report('warning', 'notACountry', { got: name.slice(0, 100) });
    return code ?? [];
  });
  return [...new Set(codes)];
}

function recognised(name: string, aliases: Names['aliases']): string | undefined {
  return Object.hasOwn(aliases, name) ? aliases[name] : countryCode(name);
}
