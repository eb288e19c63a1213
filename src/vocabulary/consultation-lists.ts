import { codeList } from './code-list.ts';
import { sevenNames } from './internal/seven-names.ts';

const own = { source: 'Own list', asOf: '2026-11-28' };

/** What a member says to the matter as a whole, or to one paragraph of a draft. */
export const stances = codeList(
  'stance',
  own,
  sevenNames({
    supports: ['Supports', 'Appuie', 'Apoya', 'يؤيد', 'Поддерживает', '支持', 'Apoia'],
    withReservation: [
      'Supports with a reservation',
      'Appuie avec une réserve',
      'Apoya con una reserva',
      'يؤيد مع تحفظ',
      'Поддерживает с оговоркой',
      '有保留地支持',
      'Apoia com reserva',
    ],
    opposes: ['Opposes', 'S’oppose', 'Se opone', 'يعارض', 'Возражает', '反对', 'Opõe-se'],
  }),
);

/** Who may see a consultation and all that is said in it. */
export const consultationAudiences = codeList(
  'consultationAudience',
  own,
  sevenNames({
    everybody: ['Everybody', 'Tout le monde', 'Todos', 'الجميع', 'Все', '所有人', 'Todos'],
    members: [
      'Members only',
      'Membres seulement',
      'Solo los miembros',
      'الأعضاء فقط',
      'Только участники',
      '仅限成员',
      'Só os membros',
    ],
  }),
);

/** How a consultation ended, in the words of its convenor. */
export const conclusions = codeList(
  'conclusion',
  own,
  sevenNames({
    agreed: ['Agreed', 'Accord', 'Acuerdo', 'تم الاتفاق', 'Согласовано', '达成一致', 'Acordado'],
    reservationsNoted: [
      'Agreed, reservations noted',
      'Accord, réserves notées',
      'Acuerdo, con reservas consignadas',
      'تم الاتفاق مع تسجيل التحفظات',
      'Согласовано с оговорками',
      '达成一致，并记录保留意见',
      'Acordado, com reservas registadas',
    ],
    notAgreed: [
      'No agreement',
      'Pas d’accord',
      'Sin acuerdo',
      'لم يتم الاتفاق',
      'Не согласовано',
      '未达成一致',
      'Sem acordo',
    ],
  }),
);
