import { anyNumber, element, optional, required } from '../../notation.ts';
import { forecast } from './forecast.ts';

/** Forward spending survey of the OECD. */
export const fss = element('fss', {
  attributes: [
    required('extraction-date', 'date'),
    optional('priority', 'boolean'),
    optional('phaseout-year', 'decimal'),
  ],
  children: [anyNumber(forecast)],
});
