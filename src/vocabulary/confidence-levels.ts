import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

/** How sure one can be of what a report says, from what it rests on. */
export const confidenceLevels = codeList(
  'confidence',
  { source: 'Own list', asOf: '2026-11-28' },
  sevenNames({
    high: [
      'High: official source, or several that agree',
      'Élevée : source officielle ou plusieurs concordantes',
      'Alta: fuente oficial o varias coincidentes',
      'عالية: مصدر رسمي أو عدة مصادر متفقة',
      'Высокая: официальный источник или несколько согласующихся',
      '高：官方来源或多个一致来源',
      'Alta: fonte oficial ou várias concordantes',
    ],
    medium: [
      'Medium: one good source, or sources that differ',
      'Moyenne : une bonne source, ou des sources divergentes',
      'Media: una buena fuente, o fuentes que difieren',
      'متوسطة: مصدر جيد واحد أو مصادر مختلفة',
      'Средняя: один надёжный источник или расхождения',
      '中：一个可靠来源或来源不一',
      'Média: uma boa fonte, ou fontes que divergem',
    ],
    low: [
      'Low: weak source, or nothing found',
      'Faible : source fragile, ou rien trouvé',
      'Baja: fuente débil, o nada encontrado',
      'منخفضة: مصدر ضعيف أو لم يُعثر على شيء',
      'Низкая: слабый источник или ничего не найдено',
      '低：来源薄弱或未找到',
      'Baixa: fonte fraca, ou nada encontrado',
    ],
  }),
);
