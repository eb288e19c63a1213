import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** What kind of text commits its parties. */
export const instrumentKinds = codeList(
  'instrumentKind',
  { source: 'Own list', asOf: '2026-11-28' },
  sevenNames({
    declaration: ['Declaration', 'Déclaration', 'Declaración', 'إعلان', 'Декларация', '宣言', 'Declaração'],
    framework: [
      'Framework of implementation',
      'Cadre de mise en œuvre',
      'Marco de aplicación',
      'إطار تنفيذ',
      'Рамочная программа осуществления',
      '实施框架',
      'Quadro de implementação',
    ],
    planOfAction: [
      'Plan of action',
      'Plan d’action',
      'Plan de acción',
      'خطة عمل',
      'План действий',
      '行动计划',
      'Plano de ação',
    ],
    programme: [
      'Programme of action',
      'Programme d’action',
      'Programa de acción',
      'برنامج عمل',
      'Программа действий',
      '行动纲领',
      'Programa de ação',
    ],
    resolution: ['Resolution', 'Résolution', 'Resolución', 'قرار', 'Резолюция', '决议', 'Resolução'],
    decision: ['Decision', 'Décision', 'Decisión', 'مقرر', 'Решение', '决定', 'Decisão'],
    agenda: ['Agenda', 'Programme (agenda)', 'Agenda', 'خطة', 'Повестка дня', '议程', 'Agenda'],
    outcomeDocument: [
      'Outcome document',
      'Document final',
      'Documento final',
      'وثيقة ختامية',
      'Итоговый документ',
      '成果文件',
      'Documento final',
    ],
    recommendations: [
      'Set of recommendations',
      'Ensemble de recommandations',
      'Conjunto de recomendaciones',
      'مجموعة توصيات',
      'Свод рекомендаций',
      '建议汇编',
      'Conjunto de recomendações',
    ],
    agreement: ['Agreement', 'Accord', 'Acuerdo', 'اتفاق', 'Соглашение', '协定', 'Acordo'],
  }),
);
