import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Html } from '../html.ts';
import { flowLine } from '../pieces/flow-line.ts';
import { facetsOf } from './record-facets.ts';

/** Who shares with whom, as the record says. A side has a meaning where the register knows parties with roles. */
export function recordFlow(t: Translate, record: Presented): Html {
  const { register } = record;
  const { facets } = facetsOf(record);
  const roles = Object.values(register.fields).some(({ control }) => control.shape === 'participants');
  return flowLine(t, facets.provider ?? [], facets.host ?? [], roles);
}
