import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** How many sides a cooperation has and who runs it. */
export const modalities = codeList(
  'modality',
  {
    source:
      'SEGIB, Report on South-South and Triangular Cooperation in Ibero-America, methodology, https://informesursur.org; OECD, Triangular co-operation, https://www.oecd.org/en/topics/triangular-co-operation.html; United Nations, A/RES/64/222 (Nairobi outcome document)',
    asOf: '2024-12-31',
  },
  sevenNames(
    {
      bilateral: ['Bilateral', 'Bilatérale', 'Bilateral', 'ثنائي', 'Двустороннее', '双边', 'Bilateral'],
      triangular: [
        'Triangular',
        'Triangulaire',
        'Triangular',
        'ثلاثي',
        'Трёхстороннее',
        '三方',
        'Triangular',
      ],
      regional: ['Regional', 'Régionale', 'Regional', 'إقليمي', 'Региональное', '区域', 'Regional'],
      multilateral: [
        'Multilateral',
        'Multilatérale',
        'Multilateral',
        'متعدد الأطراف',
        'Многостороннее',
        '多边',
        'Multilateral',
      ],
    },
    {
      bilateral: { note: 'Two developing countries exchange; either may provide, or both (SEGIB).' },
      triangular: {
        note: 'A third partner, as a rule a developed country or an international organisation, adds money, knowledge or means to an exchange between developing countries (SEGIB: first provider, second provider, recipient; OECD: pivotal, facilitating, beneficiary partner).',
      },
      regional: {
        note: 'At least three developing countries, within an institution or agreed programme that they share (SEGIB).',
      },
      multilateral: {
        note: 'Run by a body of the United Nations or another multilateral body in support of exchange between developing countries (A/RES/64/222).',
      },
    },
  ),
);
