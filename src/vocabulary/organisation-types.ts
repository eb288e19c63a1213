import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** What kind of body an organisation is. */
export const organisationTypes = codeList(
  'organisationType',
  {
    source:
      'Own list, mapped to IATI OrganisationType, https://iatistandard.org/en/iati-standard/203/codelists/organisationtype/',
    asOf: '2024-12-31',
  },
  sevenNames({
    nationalCooperationAgency: [
      'National cooperation agency',
      'Agence nationale de coopération',
      'Agencia nacional de cooperación',
      'وكالة وطنية للتعاون',
      'Национальное агентство по сотрудничеству',
      '国家合作署',
      'Agência nacional de cooperação',
    ],
    focalOffice: [
      'Focal office',
      'Bureau de coordination',
      'Oficina de enlace',
      'مكتب التنسيق',
      'Координационное бюро',
      '联络机构',
      'Escritório de coordenação',
    ],
    governmentBody: [
      'Government body',
      'Organisme public',
      'Organismo público',
      'جهة حكومية',
      'Государственный орган',
      '政府机构',
      'Órgão público',
    ],
    localGovernment: [
      'Local government',
      'Collectivité locale',
      'Gobierno local',
      'حكومة محلية',
      'Местный орган власти',
      '地方政府',
      'Governo local',
    ],
    regionalOrganisation: [
      'Regional organisation',
      'Organisation régionale',
      'Organización regional',
      'منظمة إقليمية',
      'Региональная организация',
      '区域组织',
      'Organização regional',
    ],
    unitedNationsBody: [
      'United Nations body',
      'Organisme des Nations Unies',
      'Organismo de las Naciones Unidas',
      'هيئة تابعة للأمم المتحدة',
      'Орган ООН',
      '联合国机构',
      'Órgão das Nações Unidas',
    ],
    multilateralOrganisation: [
      'Multilateral organisation',
      'Organisation multilatérale',
      'Organización multilateral',
      'منظمة متعددة الأطراف',
      'Многосторонняя организация',
      '多边组织',
      'Organização multilateral',
    ],
    developmentBank: [
      'Development bank',
      'Banque de développement',
      'Banco de desarrollo',
      'مصرف إنمائي',
      'Банк развития',
      '开发银行',
      'Banco de desenvolvimento',
    ],
    university: ['University', 'Université', 'Universidad', 'جامعة', 'Университет', '大学', 'Universidade'],
    researchOrTrainingInstitution: [
      'Research or training institution',
      'Institut de recherche ou de formation',
      'Institución de investigación o formación',
      'مؤسسة بحث أو تدريب',
      'Научное или учебное учреждение',
      '研究或培训机构',
      'Instituição de pesquisa ou formação',
    ],
    network: ['Network', 'Réseau', 'Red', 'شبكة', 'Сеть', '网络', 'Rede'],
    nonGovernmentalOrganisation: [
      'Non-governmental organisation',
      'Organisation non gouvernementale',
      'Organización no gubernamental',
      'منظمة غير حكومية',
      'Неправительственная организация',
      '非政府组织',
      'Organização não governamental',
    ],
    publicPrivatePartnership: [
      'Public-private partnership',
      'Partenariat public-privé',
      'Asociación público-privada',
      'شراكة بين القطاعين العام والخاص',
      'Государственно-частное партнёрство',
      '公私伙伴关系',
      'Parceria público-privada',
    ],
    foundation: ['Foundation', 'Fondation', 'Fundación', 'مؤسسة خيرية', 'Фонд', '基金会', 'Fundação'],
    company: ['Company', 'Entreprise', 'Empresa', 'شركة', 'Предприятие', '企业', 'Empresa'],
    other: ['Other', 'Autre', 'Otra', 'أخرى', 'Прочее', '其他', 'Outra'],
  }),
);

const fromIati: Readonly<Record<string, string>> = {
  '10': 'governmentBody',
  '11': 'localGovernment',
  '15': 'governmentBody',
  '21': 'nonGovernmentalOrganisation',
  '22': 'nonGovernmentalOrganisation',
  '23': 'nonGovernmentalOrganisation',
  '24': 'nonGovernmentalOrganisation',
  '30': 'publicPrivatePartnership',
  '40': 'multilateralOrganisation',
  '60': 'foundation',
  '70': 'company',
  '71': 'company',
  '72': 'company',
  '73': 'company',
  '80': 'researchOrTrainingInstitution',
  '90': 'other',
};

const toIati: Readonly<Record<string, string>> = {
  nationalCooperationAgency: '10',
  focalOffice: '10',
  governmentBody: '10',
  localGovernment: '11',
  regionalOrganisation: '40',
  unitedNationsBody: '40',
  multilateralOrganisation: '40',
  developmentBank: '40',
  university: '80',
  researchOrTrainingInstitution: '80',
  network: '90',
  nonGovernmentalOrganisation: '21',
  publicPrivatePartnership: '30',
  foundation: '60',
  company: '70',
  other: '90',
};

/** The type for an IATI OrganisationType code (10–90). The kinds of NGO and of company become one each. */
export function organisationTypeFromIati(code: string): string | undefined {
  return fromIati[code];
}

/** The IATI code that says most nearly the same. An NGO becomes international (21): IATI has no plain one. */
export function organisationTypeToIati(type: string): string | undefined {
  return toIati[type];
}
