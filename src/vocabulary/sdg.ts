import { type CodeEntry, type CodeList, codeList } from './code-list.ts';
import { type SevenNames, sevenNames } from './internal/seven-names.ts';

interface Goal {
  readonly names: SevenNames;
  /** How many numbered targets, then the letters of the means of implementation: `9abcd` for goal 3. */
  readonly targets: string;
  /** Colour of the goal after the guidelines of the United Nations. */
  readonly colour: string;
}

const goals: Readonly<Record<string, Goal>> = {
  '1': {
    targets: '5ab',
    colour: '#E5243B',
    names: [
      'No poverty',
      'Pas de pauvreté',
      'Fin de la pobreza',
      'القضاء على الفقر',
      'Ликвидация нищеты',
      '无贫穷',
      'Erradicação da pobreza',
    ],
  },
  '2': {
    targets: '5abc',
    colour: '#DDA63A',
    names: [
      'Zero hunger',
      'Faim « zéro »',
      'Hambre cero',
      'القضاء التام على الجوع',
      'Ликвидация голода',
      '零饥饿',
      'Fome zero e agricultura sustentável',
    ],
  },
  '3': {
    targets: '9abcd',
    colour: '#4C9F38',
    names: [
      'Good health and well-being',
      'Bonne santé et bien-être',
      'Salud y bienestar',
      'الصحة الجيدة والرفاه',
      'Хорошее здоровье и благополучие',
      '良好健康与福祉',
      'Saúde e bem-estar',
    ],
  },
  '4': {
    targets: '7abc',
    colour: '#C5192D',
    names: [
      'Quality education',
      'Éducation de qualité',
      'Educación de calidad',
      'التعليم الجيد',
      'Качественное образование',
      '优质教育',
      'Educação de qualidade',
    ],
  },
  '5': {
    targets: '6abc',
    colour: '#FF3A21',
    names: [
      'Gender equality',
      'Égalité entre les sexes',
      'Igualdad de género',
      'المساواة بين الجنسين',
      'Гендерное равенство',
      '性别平等',
      'Igualdade de gênero',
    ],
  },
  '6': {
    targets: '6ab',
    colour: '#26BDE2',
    names: [
      'Clean water and sanitation',
      'Eau propre et assainissement',
      'Agua limpia y saneamiento',
      'المياه النظيفة والنظافة الصحية',
      'Чистая вода и санитария',
      '清洁饮水和卫生设施',
      'Água potável e saneamento',
    ],
  },
  '7': {
    targets: '3ab',
    colour: '#FCC30B',
    names: [
      'Affordable and clean energy',
      'Énergie propre et d’un coût abordable',
      'Energía asequible y no contaminante',
      'طاقة نظيفة وبأسعار معقولة',
      'Недорогостоящая и чистая энергия',
      '经济适用的清洁能源',
      'Energia limpa e acessível',
    ],
  },
  '8': {
    targets: '10ab',
    colour: '#A21942',
    names: [
      'Decent work and economic growth',
      'Travail décent et croissance économique',
      'Trabajo decente y crecimiento económico',
      'العمل اللائق ونمو الاقتصاد',
      'Достойная работа и экономический рост',
      '体面工作和经济增长',
      'Trabalho decente e crescimento econômico',
    ],
  },
  '9': {
    targets: '5abc',
    colour: '#FD6925',
    names: [
      'Industry, innovation and infrastructure',
      'Industrie, innovation et infrastructure',
      'Industria, innovación e infraestructura',
      'الصناعة والابتكار والهياكل الأساسية',
      'Индустриализация, инновации и инфраструктура',
      '产业、创新和基础设施',
      'Indústria, inovação e infraestrutura',
    ],
  },
  '10': {
    targets: '7abc',
    colour: '#DD1367',
    names: [
      'Reduced inequalities',
      'Inégalités réduites',
      'Reducción de las desigualdades',
      'الحد من أوجه عدم المساواة',
      'Уменьшение неравенства',
      '减少不平等',
      'Redução das desigualdades',
    ],
  },
  '11': {
    targets: '7abc',
    colour: '#FD9D24',
    names: [
      'Sustainable cities and communities',
      'Villes et communautés durables',
      'Ciudades y comunidades sostenibles',
      'مدن ومجتمعات محلية مستدامة',
      'Устойчивые города и населённые пункты',
      '可持续城市和社区',
      'Cidades e comunidades sustentáveis',
    ],
  },
  '12': {
    targets: '8abc',
    colour: '#BF8B2E',
    names: [
      'Responsible consumption and production',
      'Consommation et production responsables',
      'Producción y consumo responsables',
      'الاستهلاك والإنتاج المسؤولان',
      'Ответственное потребление и производство',
      '负责任消费和生产',
      'Consumo e produção responsáveis',
    ],
  },
  '13': {
    targets: '3ab',
    colour: '#3F7E44',
    names: [
      'Climate action',
      'Lutte contre les changements climatiques',
      'Acción por el clima',
      'العمل المناخي',
      'Борьба с изменением климата',
      '气候行动',
      'Ação contra a mudança global do clima',
    ],
  },
  '14': {
    targets: '7abc',
    colour: '#0A97D9',
    names: [
      'Life below water',
      'Vie aquatique',
      'Vida submarina',
      'الحياة تحت الماء',
      'Сохранение морских экосистем',
      '水下生物',
      'Vida na água',
    ],
  },
  '15': {
    targets: '9abc',
    colour: '#56C02B',
    names: [
      'Life on land',
      'Vie terrestre',
      'Vida de ecosistemas terrestres',
      'الحياة في البر',
      'Сохранение экосистем суши',
      '陆地生物',
      'Vida terrestre',
    ],
  },
  '16': {
    targets: '10ab',
    colour: '#00689D',
    names: [
      'Peace, justice and strong institutions',
      'Paix, justice et institutions efficaces',
      'Paz, justicia e instituciones sólidas',
      'السلام والعدل والمؤسسات القوية',
      'Мир, правосудие и эффективные институты',
      '和平、正义与强大机构',
      'Paz, justiça e instituições eficazes',
    ],
  },
  '17': {
    targets: '19',
    colour: '#19486A',
    names: [
      'Partnerships for the goals',
      'Partenariats pour la réalisation des objectifs',
      'Alianzas para lograr los objetivos',
      'عقد الشراكات لتحقيق الأهداف',
      'Партнёрство в интересах устойчивого развития',
      '促进目标实现的伙伴关系',
      'Parcerias e meios de implementação',
    ],
  },
};

/** Goals (`3`) and under them targets (`3.2`, `4.b`), which are called by their code and the name of their goal. */
export const sdgs: CodeList = codeList(
  'sdg',
  {
    source:
      'United Nations, A/RES/70/1 (25 September 2015) and A/RES/71/313 (global indicator framework), https://sdgs.un.org/goals; short names as the United Nations uses them, Portuguese after its Brazilian office',
    asOf: '2025-03',
  },
  [
    ...sevenNames(Object.fromEntries(Object.entries(goals).map(([goal, { names }]) => [goal, names]))),
  ].flatMap((goal) => [goal, ...targetsOf(goal)]),
);

/** True for a goal or a target. */
export function isSdg(code: string): boolean {
  return sdgs.entries.has(code);
}

/** The goal of a goal or a target: `3` for `3.2`; undefined for what is neither. */
export function goalOf(code: string): string | undefined {
  const entry = sdgs.entries.get(code);
  return entry === undefined ? undefined : (entry.parent ?? entry.code);
}

/** The seventeen goals in order. */
export const sdgGoals: readonly string[] = Object.keys(goals);

/** The colour of the goal of this code, `#RRGGBB`; undefined for what is no SDG. */
export function sdgColour(code: string): string | undefined {
  return goals[goalOf(code) ?? '']?.colour;
}

function targetsOf(goal: CodeEntry): readonly CodeEntry[] {
  const [, count = '', letters = ''] = /^(\d+)([a-z]*)$/.exec(goals[goal.code]?.targets ?? '') ?? [];
  const numbers = Array.from({ length: Number(count) }, (_, at) => String(at + 1));
  return [...numbers, ...letters].map((part) => {
    const code = `${goal.code}.${part}`;
    const names = Object.entries(goal.names).map(([lang, name]) => [lang, `${code} ${name}`]);
    return { code, names: Object.fromEntries(names), parent: goal.code };
  });
}
