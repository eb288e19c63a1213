import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** What kind of meeting or day an event is. */
export const eventKinds = codeList(
  'eventKind',
  { source: 'Own list', asOf: '2024-12-31' },
  sevenNames({
    observance: [
      'Observance',
      'Journée internationale',
      'Día internacional',
      'مناسبة دولية',
      'Международный день',
      '国际日',
      'Dia internacional',
    ],
    conference: ['Conference', 'Conférence', 'Conferencia', 'مؤتمر', 'Конференция', '会议', 'Conferência'],
    summit: ['Summit', 'Sommet', 'Cumbre', 'قمة', 'Саммит', '峰会', 'Cúpula'],
    session: ['Session', 'Session', 'Período de sesiones', 'دورة', 'Сессия', '届会', 'Sessão'],
    exhibition: ['Exhibition', 'Exposition', 'Exposición', 'معرض', 'Выставка', '展览', 'Exposição'],
    workshop: ['Workshop', 'Atelier', 'Taller', 'حلقة عمل', 'Семинар', '研讨会', 'Oficina'],
    studyVisit: [
      'Study visit',
      'Visite d’étude',
      'Visita de estudio',
      'زيارة دراسية',
      'Ознакомительная поездка',
      '考察访问',
      'Visita de estudo',
    ],
    webinar: [
      'Webinar',
      'Webinaire',
      'Seminario web',
      'ندوة عبر الإنترنت',
      'Вебинар',
      '网络研讨会',
      'Webinário',
    ],
  }),
);
