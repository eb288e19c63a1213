import { element } from '../../notation.ts';

/** Principal overdue. */
export const principalArrears = element('principal-arrears', {
  content: 'decimal',
  foreignAttributes: false,
});
