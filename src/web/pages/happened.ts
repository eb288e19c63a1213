import type { RecordEvent } from '../../lifecycle/event.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { countryLabel } from '../pieces/country-name.ts';

/** What happened, as one sentence. */
export function happened(t: Translate, event: RecordEvent): string {
  switch (event.type) {
    case 'duplicateDecided':
      return t(event.same ? 'happened.same' : 'happened.different', { other: event.other });
    case 'positionGiven':
      return t('happened.positionGiven', {
        country: isCountry(event.by) ? countryLabel(t, event.by) : event.by,
      });
    case 'erased':
      return t('happened.erased', { field: fieldLabel(t, event.register, event.field) });
    default:
      return t(`happened.${event.type}`, {
        ...('revision' in event ? { revision: event.revision } : {}),
        ...('country' in event && event.country !== undefined
          ? { country: countryLabel(t, event.country) }
          : {}),
        ...('other' in event ? { other: event.other } : {}),
      });
  }
}
