import type { Fault } from '../../kernel/fault.ts';
import { faultText } from '../../wording/fault-text.ts';
import type { MessageKey, Translate } from '../../wording/messages.ts';

/** Inputs of forms that are no fields of records, as their labels call them. */
const labels: Readonly<Record<string, MessageKey>> = {
  email: 'signIn.email',
  name: 'account.name',
  reason: 'record.reason',
};

/** Why what was typed into a form was refused, with the label of the input instead of its name. */
export function refusedWords(t: Translate, { code, params }: Fault): string {
  const label = labels[String(params['place'])];
  return faultText(t, { code, params: { ...params, ...(label === undefined ? {} : { place: t(label) }) } });
}
