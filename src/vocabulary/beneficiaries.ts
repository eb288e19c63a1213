import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** For whom a measure is meant first. */
export const beneficiaries = codeList(
  'beneficiary',
  { source: 'Own list', asOf: '2026-11-28' },
  sevenNames({
    ldc: [
      'Least developed countries',
      'Pays les moins avancés',
      'Países menos adelantados',
      'أقل البلدان نموا',
      'Наименее развитые страны',
      '最不发达国家',
      'Países menos desenvolvidos',
    ],
    lldc: [
      'Landlocked developing countries',
      'Pays en développement sans littoral',
      'Países en desarrollo sin litoral',
      'البلدان النامية غير الساحلية',
      'Развивающиеся страны, не имеющие выхода к морю',
      '内陆发展中国家',
      'Países em desenvolvimento sem litoral',
    ],
    sids: [
      'Small island developing States',
      'Petits États insulaires en développement',
      'Pequeños Estados insulares en desarrollo',
      'الدول الجزرية الصغيرة النامية',
      'Малые островные развивающиеся государства',
      '小岛屿发展中国家',
      'Pequenos Estados insulares em desenvolvimento',
    ],
    postConflict: [
      'Countries emerging from conflict',
      'Pays sortant d’un conflit',
      'Países que salen de un conflicto',
      'البلدان الخارجة من النزاع',
      'Страны, пережившие конфликт',
      '冲突后国家',
      'Países em situação pós-conflito',
    ],
    hipc: [
      'Heavily indebted poor countries',
      'Pays pauvres très endettés',
      'Países pobres muy endeudados',
      'البلدان الفقيرة المثقلة بالديون',
      'Бедные страны с крупной задолженностью',
      '重债穷国',
      'Países pobres muito endividados',
    ],
    all: [
      'All developing countries',
      'Tous les pays en développement',
      'Todos los países en desarrollo',
      'جميع البلدان النامية',
      'Все развивающиеся страны',
      '所有发展中国家',
      'Todos os países em desenvolvimento',
    ],
  }),
);
