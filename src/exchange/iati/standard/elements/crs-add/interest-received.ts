import { element } from '../../notation.ts';

/** Interest received in the year. */
export const interestReceived = element('interest-received', {
  content: 'decimal',
  foreignAttributes: false,
});
