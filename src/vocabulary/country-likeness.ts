import { type CodeList, codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** Groups of economies by gross national income a head. */
export const incomeGroups: CodeList = codeList(
  'incomeGroup',
  {
    source:
      'World Bank country classifications by income level, https://datahelpdesk.worldbank.org/knowledgebase/articles/906519 (CC BY 4.0)',
    asOf: '2025',
  },
  sevenNames({
    low: [
      'Low income',
      'Faible revenu',
      'Ingreso bajo',
      'منخفضة الدخل',
      'Низкий доход',
      '低收入',
      'Baixa renda',
    ],
    lowerMiddle: [
      'Lower middle income',
      'Revenu intermédiaire, tranche inférieure',
      'Ingreso mediano bajo',
      'متوسطة الدخل، الشريحة الدنيا',
      'Доход ниже среднего',
      '中等偏低收入',
      'Renda média baixa',
    ],
    upperMiddle: [
      'Upper middle income',
      'Revenu intermédiaire, tranche supérieure',
      'Ingreso mediano alto',
      'متوسطة الدخل، الشريحة العليا',
      'Доход выше среднего',
      '中等偏高收入',
      'Renda média alta',
    ],
    high: [
      'High income',
      'Revenu élevé',
      'Ingreso alto',
      'مرتفعة الدخل',
      'Высокий доход',
      '高收入',
      'Alta renda',
    ],
  }),
);

/** Orders of magnitude of the number of people, each about four times the one before. */
export const peopleBands: CodeList = codeList(
  'peopleBand',
  {
    source:
      'Own bands, after World Population Prospects 2024 of the United Nations, https://population.un.org/wpp/. Set by hand as orders of magnitude, not yet read row by row in the source',
    asOf: '2024',
  },
  sevenNames({
    under1: [
      'Under 1 million people',
      'Moins de 1 million d’habitants',
      'Menos de 1 millón de habitantes',
      'أقل من مليون نسمة',
      'Менее 1 миллиона жителей',
      '人口不足100万',
      'Menos de 1 milhão de habitantes',
    ],
    from1: [
      '1 to 5 million people',
      '1 à 5 millions d’habitants',
      'De 1 a 5 millones de habitantes',
      'من مليون إلى 5 ملايين نسمة',
      'От 1 до 5 миллионов жителей',
      '人口100万至500万',
      'De 1 a 5 milhões de habitantes',
    ],
    from5: [
      '5 to 20 million people',
      '5 à 20 millions d’habitants',
      'De 5 a 20 millones de habitantes',
      'من 5 إلى 20 مليون نسمة',
      'От 5 до 20 миллионов жителей',
      '人口500万至2000万',
      'De 5 a 20 milhões de habitantes',
    ],
    from20: [
      '20 to 100 million people',
      '20 à 100 millions d’habitants',
      'De 20 a 100 millones de habitantes',
      'من 20 إلى 100 مليون نسمة',
      'От 20 до 100 миллионов жителей',
      '人口2000万至1亿',
      'De 20 a 100 milhões de habitantes',
    ],
    from100: [
      'Over 100 million people',
      'Plus de 100 millions d’habitants',
      'Más de 100 millones de habitantes',
      'أكثر من 100 مليون نسمة',
      'Более 100 миллионов жителей',
      '人口超过1亿',
      'Mais de 100 milhões de habitantes',
    ],
  }),
);

/** Belts by the latitude of the capital: what can be said of a climate without saying more than a table holds. */
export const latitudeBelts: CodeList = codeList(
  'latitudeBelt',
  {
    source:
      'Own belts, reckoned from the latitude of the capital: the tropics end at 23.4 degrees, the subtropics at 35. Neither rain nor height is looked at',
    asOf: '2026-11-28',
  },
  sevenNames({
    tropical: ['Tropical', 'Tropical', 'Tropical', 'مدارية', 'Тропический пояс', '热带', 'Tropical'],
    subtropical: [
      'Subtropical',
      'Subtropical',
      'Subtropical',
      'شبه مدارية',
      'Субтропический пояс',
      '亚热带',
      'Subtropical',
    ],
    temperate: ['Temperate', 'Tempérée', 'Templada', 'معتدلة', 'Умеренный пояс', '温带', 'Temperada'],
  }),
);
