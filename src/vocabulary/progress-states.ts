import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** What a report can say of a measure, or a review accept. That nobody knows anything is a state of its own. */
export const progressStates = codeList(
  'progressState',
  { source: 'Own list', asOf: '2026-11-28' },
  sevenNames({
    notStarted: [
      'Not started',
      'Non commencé',
      'Sin comenzar',
      'لم يبدأ',
      'Не начато',
      '尚未开始',
      'Não iniciado',
    ],
    underWay: ['Under way', 'En cours', 'En curso', 'قيد التنفيذ', 'Выполняется', '进行中', 'Em andamento'],
    done: ['Done', 'Réalisé', 'Cumplido', 'أُنجز', 'Выполнено', '已完成', 'Concluído'],
    lapsed: ['Lapsed', 'Caduc', 'Caducado', 'سقط', 'Утратило силу', '已失效', 'Caducado'],
    superseded: [
      'Superseded',
      'Remplacé',
      'Reemplazado',
      'حلّ محله غيره',
      'Заменено',
      '已被取代',
      'Substituído',
    ],
    noInformation: [
      'No information',
      'Aucune information',
      'Sin información',
      'لا توجد معلومات',
      'Нет сведений',
      '无信息',
      'Sem informação',
    ],
  }),
);
