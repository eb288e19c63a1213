import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** For what a call asks people, institutions or countries to apply. */
export const callKinds = codeList(
  'callKind',
  { source: 'Own list', asOf: '2026-11-29' },
  sevenNames({
    scholarships: [
      'Scholarships',
      'Bourses',
      'Becas',
      'منح دراسية',
      'Стипендии',
      '奖学金',
      'Bolsas de estudo',
    ],
    places: [
      'Places in a course or visit',
      'Places de formation ou de visite',
      'Plazas en un curso o visita',
      'مقاعد في دورة أو زيارة',
      'Места на курсах или в поездке',
      '培训或考察名额',
      'Vagas num curso ou visita',
    ],
    proposals: [
      'Project proposals',
      'Propositions de projets',
      'Propuestas de proyectos',
      'مقترحات مشاريع',
      'Проектные предложения',
      '项目提案',
      'Propostas de projetos',
    ],
    experts: [
      'Experts wanted',
      'Recherche d’experts',
      'Se buscan expertos',
      'مطلوب خبراء',
      'Требуются эксперты',
      '征聘专家',
      'Procuram-se peritos',
    ],
    practices: [
      'Good practices',
      'Bonnes pratiques',
      'Buenas prácticas',
      'ممارسات جيدة',
      'Передовая практика',
      '良好做法',
      'Boas práticas',
    ],
    other: ['Other', 'Autre', 'Otro', 'غير ذلك', 'Другое', '其他', 'Outro'],
  }),
);
