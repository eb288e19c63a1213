import { type CodeEntry, codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';
import { modalities } from './modalities.ts';
import { participantRoles } from './roles.ts';

/** Roles of countries that IATI cannot say, by the code that our tags give them. */
const roleCodes = {
  provider: 'provider',
  'second-provider': 'secondProvider',
  recipient: 'recipient',
  both: 'both',
} as const;

function named(code: string, entry: CodeEntry | undefined): CodeEntry {
  if (entry === undefined) throw new Error(`nothing is called ${code}`);
  const { names, note } = entry;
  return note === undefined ? { code, names } : { code, names, note };
}

/**
 * What a cooperation is, for tags in IATI files (vocabulary 99), where the standard has no code: South-South, the
 * modality, and the roles of countries. A role is followed by its country: `provider-BR`.
 */
export const cooperation = codeList(
  'cooperation',
  { source: 'Own list, after SEGIB, OECD and A/RES/64/222; published by every node', asOf: '2026-11-28' },
  [
    ...sevenNames(
      {
        'south-south': [
          'South-South cooperation',
          'Coopération Sud-Sud',
          'Cooperación Sur-Sur',
          'التعاون بين بلدان الجنوب',
          'Сотрудничество Юг — Юг',
          '南南合作',
          'Cooperação Sul-Sul',
        ],
      },
      {
        'south-south': {
          note: 'Every country that shares and every country that uses is a developing country.',
        },
      },
    ),
    ...[...modalities.entries.values()].map((entry) => named(entry.code, entry)),
    ...Object.entries(roleCodes).map(([code, role]) => named(code, participantRoles.entries.get(role))),
  ],
);

/** The codes that name a role, to be followed by a hyphen and an alpha-2 code. */
export const cooperationRoles: readonly string[] = Object.keys(roleCodes);

/** The code for the role of a country; undefined for roles that the standard has a code for. */
export function roleTag(role: string, country: string): string | undefined {
  const code = Object.entries(roleCodes).find(([, name]) => name === role)?.[0];
  return code === undefined ? undefined : `${code}-${country}`;
}

/** The role and the country of a code such as `provider-BR`. */
export function roleOfTag(code: string): { readonly role: string; readonly country: string } | undefined {
  const [, word = '', country = ''] =
    /^(provider|second-provider|recipient|both)-([A-Z]{2})$/.exec(code) ?? [];
  const role = Object.entries(roleCodes).find(([tag]) => tag === word)?.[1];
  return role === undefined ? undefined : { role, country };
}
