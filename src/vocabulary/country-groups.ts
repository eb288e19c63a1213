import { type CodeList, codeList } from './code-list.ts';
import { countries, regionOf } from './countries.ts';
import memberships from './data/country-groups.json' with { type: 'json' };
import { sevenNames } from './internal/seven-names.ts';

/** Groups of countries. Who is in them and when: `groupsOf`, `membersOf`. */
export const countryGroups: CodeList = codeList(
  'countryGroup',
  {
    source:
      'LDC: UN DESA, https://www.un.org/development/desa/dpad/least-developed-country-category.html; LLDC, SIDS: UN-OHRLLS, https://www.un.org/ohrlls/; G77: https://www.g77.org; regions: M49, https://unstats.un.org/unsd/methodology/m49/; the others: the list of members that each body publishes. First four and Arab States checked against openclimatedata/countrygroups (CC0). Not yet read in a source: years of entry to and leaving of BRICS, ASEAN, CPLP, CARICOM, MERCOSUR and the African Union, and the years in which former members left the G77',
    asOf: '2025-10-31',
  },
  sevenNames(
    {
      LDC: [
        'Least developed countries (LDC)',
        'Pays les moins avancés (PMA)',
        'Países menos adelantados (PMA)',
        'أقل البلدان نموا',
        'Наименее развитые страны (НРС)',
        '最不发达国家',
        'Países menos desenvolvidos (PMD)',
      ],
      LLDC: [
        'Landlocked developing countries (LLDC)',
        'Pays en développement sans littoral (PDSL)',
        'Países en desarrollo sin litoral (PDL)',
        'البلدان النامية غير الساحلية',
        'Развивающиеся страны, не имеющие выхода к морю (РСНВМ)',
        '内陆发展中国家',
        'Países em desenvolvimento sem litoral (PDSL)',
      ],
      SIDS: [
        'Small island developing States (SIDS)',
        'Petits États insulaires en développement (PEID)',
        'Pequeños Estados insulares en desarrollo (PEID)',
        'الدول الجزرية الصغيرة النامية',
        'Малые островные развивающиеся государства (МОСТРАГ)',
        '小岛屿发展中国家',
        'Pequenos Estados insulares em desenvolvimento (PEID)',
      ],
      G77: [
        'Group of 77 and China',
        'Groupe des 77 et la Chine',
        'Grupo de los 77 y China',
        'مجموعة الـ 77 والصين',
        'Группа 77 и Китай',
        '77国集团和中国',
        'Grupo dos 77 e China',
      ],
      Africa: ['Africa', 'Afrique', 'África', 'أفريقيا', 'Африка', '非洲', 'África'],
      Asia: ['Asia', 'Asie', 'Asia', 'آسيا', 'Азия', '亚洲', 'Ásia'],
      LatinAmericaCaribbean: [
        'Latin America and the Caribbean',
        'Amérique latine et Caraïbes',
        'América Latina y el Caribe',
        'أمريكا اللاتينية ومنطقة البحر الكاريبي',
        'Латинская Америка и Карибский бассейн',
        '拉丁美洲和加勒比',
        'América Latina e Caribe',
      ],
      Oceania: ['Oceania', 'Océanie', 'Oceanía', 'أوقيانوسيا', 'Океания', '大洋洲', 'Oceania'],
      Europe: ['Europe', 'Europe', 'Europa', 'أوروبا', 'Европа', '欧洲', 'Europa'],
      NorthernAmerica: [
        'Northern America',
        'Amérique septentrionale',
        'América septentrional',
        'أمريكا الشمالية',
        'Северная Америка',
        '北美',
        'América do Norte',
      ],
      ArabStates: [
        'Arab States',
        'États arabes',
        'Estados Árabes',
        'الدول العربية',
        'Арабские государства',
        '阿拉伯国家',
        'Estados Árabes',
      ],
      BRICS: ['BRICS', 'BRICS', 'BRICS', 'بريكس', 'БРИКС', '金砖国家', 'BRICS'],
      ASEAN: ['ASEAN', 'ASEAN', 'ASEAN', 'رابطة أمم جنوب شرق آسيا (آسيان)', 'АСЕАН', '东盟', 'ASEAN'],
      AfricanUnion: [
        'African Union',
        'Union africaine',
        'Unión Africana',
        'الاتحاد الأفريقي',
        'Африканский союз',
        '非洲联盟',
        'União Africana',
      ],
      CPLP: [
        'Community of Portuguese Language Countries (CPLP)',
        'Communauté des pays de langue portugaise (CPLP)',
        'Comunidad de Países de Lengua Portuguesa (CPLP)',
        'مجموعة البلدان الناطقة بالبرتغالية',
        'Содружество португалоязычных стран',
        '葡萄牙语国家共同体',
        'Comunidade dos Países de Língua Portuguesa (CPLP)',
      ],
      CARICOM: [
        'Caribbean Community (CARICOM)',
        'Communauté des Caraïbes (CARICOM)',
        'Comunidad del Caribe (CARICOM)',
        'الجماعة الكاريبية (كاريكوم)',
        'Карибское сообщество (КАРИКОМ)',
        '加勒比共同体',
        'Comunidade do Caribe (CARICOM)',
      ],
      MERCOSUR: [
        'Southern Common Market (MERCOSUR)',
        'Marché commun du Sud (MERCOSUR)',
        'Mercado Común del Sur (MERCOSUR)',
        'السوق المشتركة لبلدان المخروط الجنوبي (ميركوسور)',
        'Южноамериканский общий рынок (МЕРКОСУР)',
        '南方共同市场',
        'Mercado Comum do Sul (MERCOSUL)',
      ],
      OIC: [
        'Organisation of Islamic Cooperation (OIC)',
        'Organisation de la coopération islamique (OCI)',
        'Organización de Cooperación Islámica (OCI)',
        'منظمة التعاون الإسلامي',
        'Организация исламского сотрудничества (ОИС)',
        '伊斯兰合作组织',
        'Organização para a Cooperação Islâmica (OCI)',
      ],
    },
    {
      BRICS: {
        note: 'By the year in which membership began. Saudi Arabia, invited for 2024, is not counted.',
      },
      MERCOSUR: {
        note: 'States parties. The Bolivarian Republic of Venezuela is counted until its suspension.',
      },
      G77: { note: 'Years of entry are known for former members only.' },
      ArabStates: { note: 'Members of the League of Arab States.' },
    },
  ),
);

/** One country in one group; an absent `from` means that it was in at the beginning or that nobody said. */
interface Membership {
  readonly group: string;
  readonly country: string;
  readonly from?: number;
  /** The day (or year) on which it left. */
  readonly to?: string;
}

/**
 * The groups that a country belongs to, in the order of the list: in that year, or today (as of the list) without one.
 * Who left during a year was a member in it. Empty for an unknown country.
 */
export function groupsOf(country: string, year?: number): readonly string[] {
  const all = byCountry().get(country) ?? [];
  return all.filter((membership) => holds(membership, year)).map((membership) => membership.group);
}

/** The countries of a group, in that year or today. Empty for an unknown group. */
export function membersOf(group: string, year?: number): readonly string[] {
  const found = [...byCountry()].filter(([, all]) =>
    all.some((membership) => membership.group === group && holds(membership, year)),
  );
  return found.map(([country]) => country);
}

function holds({ from, to }: Membership, year: number | undefined): boolean {
  if (year === undefined) return to === undefined;
  if (from !== undefined && year < from) return false;
  if (to === undefined) return true;
  return to.length === 4 ? year <= Number(to) : `${year}-01-01` < to;
}

let index: ReadonlyMap<string, readonly Membership[]> | undefined;

function byCountry(): ReadonlyMap<string, readonly Membership[]> {
  index ??= indexOfMemberships();
  return index;
}

/** @throws Error naming the row when the data names a country or a group that is not in its list. */
function indexOfMemberships(): ReadonlyMap<string, readonly Membership[]> {
  const order = [...countryGroups.entries.keys()];
  const found = new Map<string, Membership[]>([...countries.entries.keys()].map((code) => [code, []]));
  for (const [group, rows] of Object.entries(memberships)) {
    for (const row of rows) {
      const [country = '', from, to] = row.split(' ');
      const own = found.get(country);
      if (own === undefined || !order.includes(group)) throw new Error(`country groups: ${group}: ${row}`);
      own.push({ group, country, ...(from && { from: Number(from) }), ...(to && { to }) });
    }
  }
  for (const [country, own] of found) {
    const region = regionOf(country);
    if (region !== undefined) own.push({ group: region, country });
    own.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  }
  return found;
}
