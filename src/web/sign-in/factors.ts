import type { SecondFactor } from '../../operations/ports/accounts.ts';
import { type Html, html } from '../html.ts';

const name = 'factor';

/** Which second factors the ticket takes, carried through the form with the code. What is shown is decided by it, nothing else. */
export function factorFields(factors: readonly SecondFactor[]): Html {
  return html`${factors.map((factor) => html`<input type=hidden name=${name} value="${factor}">`)}`;
}

export function factorsIn(form: URLSearchParams): readonly SecondFactor[] {
  const said = form.getAll(name);
  return (['code', 'passkey'] as const).filter((factor) => said.includes(factor));
}
