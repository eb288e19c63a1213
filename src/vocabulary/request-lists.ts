import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

const own = { source: 'Own list', asOf: '2026-11-28' };

/** Which kind of help is asked for or offered. */
export const helpKinds = codeList(
  'helpKind',
  own,
  sevenNames({
    experts: ['Experts', 'Experts', 'Expertos', 'خبراء', 'Эксперты', '专家', 'Peritos'],
    training: ['Training', 'Formation', 'Formación', 'تدريب', 'Обучение', '培训', 'Formação'],
    studyVisit: [
      'Study visit',
      'Visite d’étude',
      'Visita de estudio',
      'زيارة دراسية',
      'Ознакомительная поездка',
      '考察访问',
      'Visita de estudo',
    ],
    technology: ['Technology', 'Technologie', 'Tecnología', 'تكنولوجيا', 'Технологии', '技术', 'Tecnologia'],
    equipment: ['Equipment', 'Équipement', 'Equipo', 'معدات', 'Оборудование', '设备', 'Equipamento'],
    finance: ['Finance', 'Financement', 'Financiación', 'تمويل', 'Финансирование', '资金', 'Financiamento'],
    jointProject: [
      'Joint project',
      'Projet commun',
      'Proyecto conjunto',
      'مشروع مشترك',
      'Совместный проект',
      '联合项目',
      'Projeto conjunto',
    ],
    network: [
      'Network or contacts',
      'Réseau ou contacts',
      'Red o contactos',
      'شبكة أو جهات اتصال',
      'Сеть или контакты',
      '网络或联系',
      'Rede ou contactos',
    ],
  }),
);

/** Whether an answer meets a need as a whole. */
export const coverages = codeList(
  'coverage',
  own,
  sevenNames({
    whole: [
      'The whole need',
      'Tout le besoin',
      'Toda la necesidad',
      'الحاجة كلها',
      'Потребность целиком',
      '全部需求',
      'Toda a necessidade',
    ],
    part: [
      'A part of it',
      'Une partie',
      'Una parte',
      'جزء منها',
      'Часть потребности',
      '部分需求',
      'Uma parte',
    ],
  }),
);

/** How two sides came to be named in one match. */
export const matchOrigins = codeList(
  'matchOrigin',
  own,
  sevenNames({
    person: [
      'Named by a person',
      'Désigné par une personne',
      'Indicado por una persona',
      'اقترحه شخص',
      'Предложено человеком',
      '由人提出',
      'Indicado por uma pessoa',
    ],
    suggestion: [
      'Chosen from suggestions of this site',
      'Choisi parmi les suggestions de ce site',
      'Elegido entre las sugerencias de este sitio',
      'مختار من اقتراحات هذا الموقع',
      'Выбрано из подсказок этого сайта',
      '从本站建议中选出',
      'Escolhido entre as sugestões deste sítio',
    ],
  }),
);
