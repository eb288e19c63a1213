import { element } from '../../notation.ts';

/** Interest overdue. */
export const interestArrears = element('interest-arrears', {
  content: 'decimal',
  foreignAttributes: false,
});
