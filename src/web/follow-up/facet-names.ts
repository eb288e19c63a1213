import { measureStates } from '../../followup/entry.ts';
import type { BoardFacet } from '../../operations/follow-up/board-lines.ts';
import { beneficiaries } from '../../vocabulary/beneficiaries.ts';
import { bodyName } from '../../vocabulary/body-names.ts';
import { measureKinds } from '../../vocabulary/measure-kinds.ts';
import { themes } from '../../vocabulary/themes.ts';
import type { Translate } from '../../wording/messages.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLabel } from '../pieces/country-name.ts';

const dues = ['overdue', 'set', 'none'] as const;

/** What a value of a board's facet is called; as it came where nobody knows it. */
export function boardValueName(t: Translate, facet: BoardFacet, value: string): string {
  switch (facet) {
    case 'state': {
      const state = measureStates.find((one) => one === value);
      return state === undefined ? value : t(`measureState.${state}`);
    }
    case 'due': {
      const due = dues.find((one) => one === value);
      return due === undefined ? value : t(`board.due.${due}`);
    }
    case 'theme':
      return codeLabel(t, themes, value);
    case 'kind':
      return codeLabel(t, measureKinds, value);
    case 'beneficiary':
      return codeLabel(t, beneficiaries, value);
    case 'country':
      return countryLabel(t, value);
    case 'actor':
      return bodyName(value, t.lang) ?? value;
    case 'response':
      return value;
  }
}
