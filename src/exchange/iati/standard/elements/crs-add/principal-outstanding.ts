import { element } from '../../notation.ts';

/** Principal still to be paid. */
export const principalOutstanding = element('principal-outstanding', {
  content: 'decimal',
  foreignAttributes: false,
});
