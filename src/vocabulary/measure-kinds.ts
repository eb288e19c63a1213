import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** The main thing that a measure produces. */
export const measureKinds = codeList(
  'measureKind',
  { source: 'Own list', asOf: '2026-11-28' },
  sevenNames({
    event: ['Event', 'Événement', 'Evento', 'حدث', 'Мероприятие', '活动', 'Evento'],
    study: ['Study', 'Étude', 'Estudio', 'دراسة', 'Исследование', '研究', 'Estudo'],
    fund: ['Fund', 'Fonds', 'Fondo', 'صندوق', 'Фонд', '基金', 'Fundo'],
    system: [
      'Information system',
      'Système d’information',
      'Sistema de información',
      'نظام معلومات',
      'Информационная система',
      '信息系统',
      'Sistema de informação',
    ],
    mechanism: ['Mechanism', 'Mécanisme', 'Mecanismo', 'آلية', 'Механизм', '机制', 'Mecanismo'],
    negotiation: ['Negotiation', 'Négociation', 'Negociación', 'مفاوضات', 'Переговоры', '谈判', 'Negociação'],
    continuing: [
      'Continuing effort',
      'Effort continu',
      'Esfuerzo continuo',
      'جهد مستمر',
      'Постоянная деятельность',
      '持续工作',
      'Esforço contínuo',
    ],
    appeal: ['Appeal', 'Appel', 'Llamamiento', 'نداء', 'Призыв', '呼吁', 'Apelo'],
    recognition: ['Recognition', 'Constat', 'Reconocimiento', 'إقرار', 'Признание', '确认', 'Reconhecimento'],
    commitment: ['Commitment', 'Engagement', 'Compromiso', 'التزام', 'Обязательство', '承诺', 'Compromisso'],
    concern: [
      'Concern',
      'Préoccupation',
      'Preocupación',
      'إعراب عن قلق',
      'Обеспокоенность',
      '关切',
      'Preocupação',
    ],
    welcome: ['Welcome', 'Satisfaction', 'Beneplácito', 'ترحيب', 'Одобрение', '欢迎', 'Acolhimento'],
    tribute: ['Tribute', 'Hommage', 'Homenaje', 'تقدير', 'Выражение признательности', '致意', 'Homenagem'],
    recommendation: [
      'Recommendation',
      'Recommandation',
      'Recomendación',
      'توصية',
      'Рекомендация',
      '建议',
      'Recomendação',
    ],
  }),
);
