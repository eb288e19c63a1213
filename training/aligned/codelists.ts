import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { getSharedData } from '../shared-data.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

interface Entry {
  readonly code: string;
  readonly name?: string | null;
  readonly description?: string | null;
}
type Lists = Readonly<Record<string, { readonly data: readonly Entry[] }>>;

/** Lists of proper names, and lists that other readers give in more languages. */
const leftOut: ReadonlySet<string> = new Set([
  'FileFormat',
  'ReportingOrganisation',
  'ReportingOrganisationGroup',
  'OrganisationRegistrationAgency',
  'OrganisationIdentifier',
  'HumanitarianPlan',
  'Country',
  'Language',
  'Currency',
  'RegionM49',
  'UNSDG-Goals',
  'UNSDG-Targets',
  'UNSDG-Indicators',
]);

/**
 * Names and descriptions of the IATI code lists in English, French, Spanish and Portuguese (codeforIATI/codelists, MIT;
 * lists CC BY 4.0). A list falls back to English silently: a text that is the English one is no translation.
 */
export function codelistNames(): readonly AlignedText[] {
  const [en, fr, es, pt] = (['en', 'fr', 'es', 'pt'] as const).map(readLists);
  if (en === undefined) return [];
  const inOthers = { fr: byCode(fr), es: byCode(es), pt: byCode(pt) };
  return Object.entries(en).flatMap(([list, { data }]) =>
    leftOut.has(list)
      ? []
      : data.flatMap((entry) => {
          const key = `${list}/${entry.code}`;
          return (['name', 'description'] as const).flatMap((part) => {
            const english = entry[part] ?? undefined;
            const others = Object.entries(inOthers).map(([lang, lists]) => {
              const text = lists.get(key)?.[part] ?? undefined;
              return [lang, text === english ? undefined : text];
            });
            return aligned(`iati/${key}/${part}`, `iati/${key}`, {
              en: english,
              ...Object.fromEntries(others),
            });
          });
        }),
  );
}

/** Names and descriptions of the DAC and CRS codes in English and French (datasets/dac-crs-codes, PDDL). */
export function dacCodes(file: string): readonly AlignedText[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(getSharedData('flows', 'dac-crs-codes', `${file}.csv`), 'utf8'),
    { columns: true, bom: true, relax_column_count: true },
  );
  return rows.flatMap((row) => {
    const group = `${file === 'sectors' ? 'iati/Sector' : `dac/${file}`}/${row['code']}`;
    return (['name', 'description'] as const).flatMap((part) =>
      aligned(`dac/${file}/${row['code']}/${part}`, group, {
        en: row[`${part}_en`],
        fr: row[`${part}_fr`],
      }),
    );
  });
}

function readLists(lang: string): Lists {
  const path = getSharedData('iati', 'standard', 'codelists', `unofficial-all-${lang}.json.gz`);
  // The form is the publisher's: lists by name.
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Lists;
}

function byCode(lists: Lists | undefined): ReadonlyMap<string, Entry> {
  return new Map(
    Object.entries(lists ?? {}).flatMap(([list, { data }]) =>
      data.map((entry) => [`${list}/${entry.code}`, entry] as const),
    ),
  );
}
