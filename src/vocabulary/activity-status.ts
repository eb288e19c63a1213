import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** How far an activity has come, on the date that its record gives. */
export const activityStatuses = codeList(
  'activityStatus',
  {
    source:
      'Own list, after IATI ActivityStatus 2.03, https://iatistandard.org/en/iati-standard/203/codelists/activitystatus/',
    asOf: '2024-12-31',
  },
  sevenNames(
    {
      planning: [
        'In planning',
        'En préparation',
        'En preparación',
        'قيد التخطيط',
        'Планируется',
        '筹划中',
        'Em preparação',
      ],
      approved: ['Approved', 'Approuvée', 'Aprobada', 'معتمد', 'Утверждено', '已批准', 'Aprovada'],
      ongoing: [
        'Ongoing',
        'En cours',
        'En ejecución',
        'قيد التنفيذ',
        'Осуществляется',
        '进行中',
        'Em execução',
      ],
      completed: ['Completed', 'Achevée', 'Finalizada', 'مكتمل', 'Завершено', '已完成', 'Concluída'],
      suspended: ['Suspended', 'Suspendue', 'Suspendida', 'معلَّق', 'Приостановлено', '已暂停', 'Suspensa'],
      cancelled: ['Cancelled', 'Annulée', 'Cancelada', 'ملغى', 'Отменено', '已取消', 'Cancelada'],
      reported: ['Reported', 'Signalée', 'Informada', 'مُبلَّغ عنه', 'Сообщено', '已有报道', 'Relatada'],
    },
    { reported: { note: 'Somebody told of it and did not say how far it has come.' } },
  ),
);

const fromIati: Readonly<Record<string, string>> = {
  '1': 'planning',
  '2': 'ongoing',
  '3': 'completed',
  '4': 'completed',
  '5': 'cancelled',
  '6': 'suspended',
};

const toIati: Readonly<Record<string, string>> = {
  planning: '1',
  approved: '1',
  ongoing: '2',
  completed: '4',
  cancelled: '5',
  suspended: '6',
};

/** The status for an IATI ActivityStatus code (1–6). IATI's finalisation (3) and closed (4) both mean completed. */
export function activityStatusFromIati(code: string): string | undefined {
  return fromIati[code];
}

/** The IATI ActivityStatus code; undefined for `reported`, which IATI cannot say. */
export function activityStatusToIati(status: string): string | undefined {
  return toIati[status];
}
