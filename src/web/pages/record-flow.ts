import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Html } from '../html.ts';
import { flowLine } from '../pieces/flow-line.ts';

/** Who shares with whom, as the record says. A side has a meaning where the register knows parties with roles. */
export function recordFlow(t: Translate, { register, values }: Presented): Html {
  const { facets } = digestOf(register, values);
  const roles = Object.values(register.fields).some(({ control }) => control.shape === 'participants');
  return flowLine(t, facets.provider ?? [], facets.host ?? [], roles);
}
