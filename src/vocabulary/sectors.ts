import { type CodeEntry, type CodeList, codeList } from './code-list.ts';
import rows from './data/sectors.json' with { type: 'json' };

interface SectorRow {
  readonly code: string;
  readonly parent?: string | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/**
 * What a cooperation is about: sector categories of three digits and, under them, purpose codes of five. Withdrawn
 * codes stay with the day on which they ended.
 */
export const sectors: CodeList = codeList(
  'sector',
  {
    source:
      'OECD Development Assistance Committee, DAC and CRS code lists, https://www.oecd.org/en/data/insights/data-explainers/2024/10/resources-for-reporting-development-finance-statistics.html, as kept by IATI (Sector, SectorCategory; CC BY 4.0) and Code for IATI (MIT) for French, Spanish and Portuguese; Arabic, Russian, Chinese: own',
    asOf: '2025-10',
  },
  rows.map((row) => sectorEntry(row)),
);

/** The category of a sector code of five or three digits; undefined for what is not in the list. */
export function sectorCategory(code: string): string | undefined {
  const entry = sectors.entries.get(code);
  return entry === undefined ? undefined : (entry.parent ?? entry.code);
}

/** The three-digit categories, in the order of the list. */
export const sectorCategories: readonly string[] = [...sectors.entries.keys()].filter(
  (code) => code.length === 3,
);

function sectorEntry(row: SectorRow): CodeEntry {
  const { code, names, parent, validFrom, validTo } = row;
  return {
    code,
    names,
    ...(parent === undefined ? {} : { parent }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}
