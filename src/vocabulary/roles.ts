import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** What a country or an organisation does in a cooperation. The first four are those of SEGIB, the rest of IATI. */
export const participantRoles = codeList(
  'role',
  {
    source:
      'SEGIB, Report on South-South and Triangular Cooperation in Ibero-America, methodology, https://informesursur.org; OECD, Toolkit for triangular co-operation; IATI, OrganisationRole 2.03, https://iatistandard.org/en/iati-standard/203/codelists/organisationrole/',
    asOf: '2024-12-31',
  },
  sevenNames(
    {
      provider: ['Provider', 'Prestataire', 'Oferente', 'مقدِّم', 'Поставщик', '提供方', 'Prestador'],
      secondProvider: [
        'Second provider',
        'Deuxième prestataire',
        'Segundo oferente',
        'مقدِّم ثانٍ',
        'Второй поставщик',
        '第二提供方',
        'Segundo prestador',
      ],
      recipient: ['Recipient', 'Bénéficiaire', 'Receptor', 'متلقٍّ', 'Получатель', '受援方', 'Receptor'],
      both: [
        'Provider and recipient',
        'Prestataire et bénéficiaire',
        'Oferente y receptor',
        'مقدِّم ومتلقٍّ',
        'Поставщик и получатель',
        '互为提供方和受援方',
        'Prestador e receptor',
      ],
      funding: [
        'Funding',
        'Financement',
        'Financiador',
        'مموِّل',
        'Финансирующая сторона',
        '出资方',
        'Financiador',
      ],
      accountable: [
        'Accountable',
        'Responsable',
        'Responsable',
        'خاضع للمساءلة',
        'Подотчётная сторона',
        '问责方',
        'Responsável',
      ],
      extending: [
        'Extending',
        'Intermédiaire',
        'Intermediario',
        'جهة وسيطة',
        'Посредник',
        '转拨方',
        'Intermediário',
      ],
      implementing: ['Implementing', 'Exécution', 'Ejecutor', 'منفِّذ', 'Исполнитель', '执行方', 'Executor'],
      supporter: [
        'Supporting',
        'Appui',
        'Colaborador',
        'داعم',
        'Содействующая сторона',
        '协助方',
        'Apoiador',
      ],
    },
    {
      provider: {
        note: 'Shares most of the knowledge or means. In triangular cooperation also: first provider (SEGIB), pivotal partner (OECD).',
      },
      secondProvider: {
        note: 'Adds money, knowledge or means to the exchange of others. OECD: facilitating partner.',
      },
      recipient: { note: 'Uses what is shared to meet a need of its own. OECD: beneficiary partner.' },
      both: { note: 'Gives and receives in the same cooperation, and nobody said more (SEGIB).' },
    },
  ),
);

/** What a country does with a practice of another: the words of taking over and of exchange. */
export const adopterRoles = codeList(
  'adopterRole',
  { source: 'Own list', asOf: '2024-12-31' },
  sevenNames({
    adopter: ['Adopter', 'Adoptant', 'Adoptante', 'متبنٍّ', 'Внедряющая сторона', '采用方', 'Adotante'],
    provider: ['Provider', 'Prestataire', 'Oferente', 'مقدِّم', 'Поставщик', '提供方', 'Prestador'],
    both: [
      'Exchange on both sides',
      'Échange réciproque',
      'Intercambio recíproco',
      'تبادل من الجانبين',
      'Взаимный обмен',
      '互相交流',
      'Intercâmbio recíproco',
    ],
    visitor: ['Visitor', 'Visiteur', 'Visitante', 'زائر', 'Посетитель', '考察方', 'Visitante'],
  }),
);

/** The OECD words for the partners of a triangular cooperation, as roles of this list. */
export const oecdRole: Readonly<Record<'pivotal' | 'facilitator' | 'beneficiary', string>> = {
  pivotal: 'provider',
  facilitator: 'secondProvider',
  beneficiary: 'recipient',
};

const iatiRoles: Readonly<Record<string, string>> = {
  '1': 'funding',
  '2': 'accountable',
  '3': 'extending',
  '4': 'implementing',
};

/** The role for an IATI OrganisationRole code (1–4). */
export function roleFromIati(code: string): string | undefined {
  return iatiRoles[code];
}

/** The IATI OrganisationRole code that says most nearly the same; IATI has none for a recipient. */
export function roleToIati(role: string): string | undefined {
  const nearest = { provider: '3', secondProvider: '1', both: '4', supporter: '4' } as const;
  const exact = Object.entries(iatiRoles).find(([, name]) => name === role)?.[0];
  return exact ?? Object.entries(nearest).find(([name]) => name === role)?.[1];
}
