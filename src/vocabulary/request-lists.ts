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

/** Who may see a match before and after it is agreed. */
export const matchAudiences = codeList(
  'matchAudience',
  own,
  sevenNames({
    everybody: ['Everybody', 'Tout le monde', 'Todos', 'الجميع', 'Все', '所有人', 'Todos'],
    parties: [
      'The two sides only',
      'Les deux parties seulement',
      'Solo las dos partes',
      'الطرفان فقط',
      'Только обе стороны',
      '仅双方',
      'Só as duas partes',
    ],
  }),
);

/** Why a side does not go on with a match. */
export const declineReasons = codeList(
  'declineReason',
  own,
  sevenNames({
    notFitting: [
      'It does not fit the need',
      'Ne répond pas au besoin',
      'No responde a la necesidad',
      'لا يلائم الحاجة',
      'Не отвечает потребности',
      '不符合需求',
      'Não responde à necessidade',
    ],
    otherChosen: [
      'Another answer was chosen',
      'Une autre réponse a été retenue',
      'Se eligió otra respuesta',
      'اختير رد آخر',
      'Выбран другой ответ',
      '已选择其他回应',
      'Foi escolhida outra resposta',
    ],
    terms: [
      'The terms cannot be met',
      'Les conditions ne peuvent être remplies',
      'No se pueden cumplir las condiciones',
      'لا يمكن استيفاء الشروط',
      'Условия невыполнимы',
      '无法满足条件',
      'Não se podem cumprir os termos',
    ],
    noCapacity: [
      'No capacity at this time',
      'Pas de capacité actuellement',
      'Sin capacidad por ahora',
      'لا قدرة متاحة حاليًا',
      'Сейчас нет возможностей',
      '目前没有能力',
      'Sem capacidade de momento',
    ],
    timing: [
      'The dates do not fit',
      'Les dates ne conviennent pas',
      'Las fechas no convienen',
      'المواعيد غير مناسبة',
      'Не подходят сроки',
      '时间不合适',
      'As datas não convêm',
    ],
    needChanged: [
      'The need has changed or is met',
      'Le besoin a changé ou est satisfait',
      'La necesidad cambió o está cubierta',
      'تغيّرت الحاجة أو لُبّيت',
      'Потребность изменилась или удовлетворена',
      '需求已变化或已满足',
      'A necessidade mudou ou está satisfeita',
    ],
    other: [
      'Another reason',
      'Autre motif',
      'Otro motivo',
      'سبب آخر',
      'Другая причина',
      '其他原因',
      'Outro motivo',
    ],
  }),
);
