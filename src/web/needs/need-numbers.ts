import {
  ageEnds,
  type NeedCounts,
  type NeedNumbers,
  toldGroups,
} from '../../operations/requests/need-numbers.ts';
import { countryGroups } from '../../vocabulary/country-groups.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';

interface Row {
  readonly label: string;
  readonly value: (counts: NeedCounts) => string;
}

/** What became of needs: by group of countries, with what is counted and as of when. Groups overlap: nothing is added up. */
export function numbersTable(
  t: Translate,
  { numbers, asOf }: { readonly numbers: NeedNumbers; readonly asOf: string },
): Html {
  const heads = toldGroups.map((group) =>
    group === 'all' ? t('need.num.all') : codeLabel(t, countryGroups, group),
  );
  return html`<h2 id=numbers>${t('need.numbers')}</h2><p class=soft>${t('need.basis', { date: formatDate(t.lang, asOf) })}</p><div class=scroll tabindex=0 role=region aria-labelledby=numbers><table><thead><tr><td>${heads.map(
    (head) => html`<th scope=col class=num>${head}`,
  )}<tbody>${rowsOf(t).map(
    ({ label, value }) =>
      html`<tr><th scope=row>${label}${toldGroups.map((group) => html`<td class=num>${value(numbers[group])}`)}`,
  )}</table></div>`;
}

function rowsOf(t: Translate): readonly Row[] {
  const n = (value: number) => formatNumber(t.lang, value);
  const of = (value: number, all: number) => t('common.of', { n: n(value), all: n(all) });
  const ages = [...ageEnds, undefined].map((end, at): Row => {
    const from = at === 0 ? 0 : (ageEnds[at - 1] ?? 0) + 1;
    const days = end === undefined ? t('need.num.older', { from }) : t('need.num.age', { from, to: end });
    return { label: days, value: ({ byAge }) => n(byAge[at] ?? 0) };
  });
  return [
    { label: t('need.num.released'), value: ({ released }) => n(released) },
    { label: t('need.num.open'), value: ({ open }) => n(open) },
    ...ages,
    { label: t('need.num.inTime'), value: ({ inTime, due }) => of(inTime, due) },
    { label: t('need.num.agreed'), value: ({ agreed, released }) => of(agreed, released) },
    { label: t('need.num.activities'), value: ({ activities, agreed }) => of(activities, agreed) },
    { label: t('need.num.adopted'), value: ({ adopted }) => n(adopted) },
    { label: t('need.num.notMet'), value: ({ notMet }) => n(notMet) },
  ];
}
