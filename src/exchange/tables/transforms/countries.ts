import { z } from 'zod';
import type { Participant } from '../../../fields/participants.ts';
import { countryCode } from '../../../vocabulary/countries.ts';
import { partsAt } from '../paths.ts';
import { language, listOrNothing, paths, type Report, separators, transform } from '../transform.ts';

const names = { from: paths, separators };

/** Countries by name or code. What is none (a region, a group) is named in a finding and left out. */
export const countries = transform(z.strictObject(names), (cells, options, report) => {
  const codes = partsAt(cells, options.from, options.separators).flatMap((name) => codeOrReport(name, report) ?? []);
  return listOrNothing([...new Set(codes)]);
});

/** One country; the first that is recognised. */
export const country = transform(z.strictObject(names), (cells, options, report) =>
  partsAt(cells, options.from, options.separators)
    .map((name) => codeOrReport(name, report))
    .find((code) => code !== undefined),
);

/** Countries that take part, each in the same role. */
export const countryParticipants = transform(
  z.strictObject({ ...names, role: z.string().optional() }),
  (cells, { from, separators, role }, report) => {
    const codes = partsAt(cells, from, separators).flatMap((name) => codeOrReport(name, report) ?? []);
    const found = [...new Set(codes)].map((code): Participant => ({ country: code, ...(role === undefined ? {} : { role }) }));
    return listOrNothing(found);
  },
);

/** Organisations that take part, by name. */
export const organisationParticipants = transform(
  z.strictObject({ ...names, role: z.string().optional(), language }),
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
  const found = partsAt(cells, options.from, options.separators).filter((name) => countryCode(name) === undefined);
  if (found.length === 0) return undefined;
  return { original: options.language, texts: { [options.language]: [...new Set(found)].join(', ') } };
});

function codeOrReport(name: string, report: Report): string | undefined {
  const code = countryCode(name);
  if (code === undefined) report('warning', 'notACountry', { got: name.slice(0, 100) });
  return code;
}
