import { anyNumber, element, required } from '../../notation.ts';
import { condition } from './condition.ts';

/** Whether conditions are attached, and which. */
export const conditions = element('conditions', {
  attributes: [required('attached', 'boolean')],
  children: [anyNumber(condition)],
});
