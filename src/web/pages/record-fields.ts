import type { Control, Field } from '../../fields/field.ts';
import type { Presented } from '../../policy/present.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { shownValue } from '../pieces/controls.ts';
import { langAttributes } from '../pieces/texts.ts';
import { cutValue, type Detail } from './cut-values.ts';
import { footnoteMarks } from './footnotes.ts';
import { shownReferences } from './named-records.ts';
import { langTextOf } from './record-heading.ts';

export interface RecordFields {
  /** What it is about, who with whom, what came of it, with which money. */
  readonly story: Html;
  /** Short facts to take in at a glance: when, how, about what, where it is filed. */
  readonly glance: Html;
  /** Where, documents, links, notes, and what it all rests on. */
  readonly grounds: Html;
  /** Something was left out at this level of detail. */
  readonly cut: boolean;
}

type Shape = Control['shape'];
type Part = 'story' | 'glance' | 'grounds';

/** Where a field stands, by the shape of its values: whatever the register, readers find like with like. */
const partOf: Readonly<Record<Shape, Part>> = {
  prose: 'story',
  participants: 'story',
  line: 'story',
  paragraphs: 'story',
  figures: 'story',
  money: 'story',
  demands: 'story',
  loan: 'glance',
  reference: 'glance',
  due: 'glance',
  period: 'glance',
  date: 'glance',
  choice: 'glance',
  choices: 'glance',
  country: 'glance',
  countries: 'glance',
  languages: 'glance',
  words: 'glance',
  word: 'glance',
  places: 'grounds',
  files: 'grounds',
  links: 'grounds',
  references: 'grounds',
  contacts: 'grounds',
  sources: 'grounds',
};
const shapeOrder = Object.keys(partOf);
/** Fields read better elsewhere than their shape would have them. */
const lateFields: ReadonlySet<string> = new Set(['notes']);

/**
 * Every field that has a value under its label, in the order in which one reads, but for those shown elsewhere; the title
 * in its other languages. Records that are `named` stand by their titles.
 */
export function recordFields(
  t: Translate,
  record: Presented,
  detail: Detail,
  elsewhere: ReadonlySet<string> = new Set(),
  named: readonly Presented[] = [],
): RecordFields {
  const { register, values } = record;
  let cut = false;
  const rows: Record<Part, Html[]> = { story: [], glance: [], grounds: [] };
  for (const [name, field] of inReadingOrder(register)) {
    const value = values[name];
    if (value === undefined || name === register.title || elsewhere.has(name)) continue;
    // Figures point into the list of sources: it is shown twice as far as they are.
    const far = name === 'sources' ? { ...detail, items: detail.items * 2 } : detail;
    const shown = cutValue(field.control, value, t.lang, far);
    cut ||= shown.cut;
    const part = lateFields.has(name) ? 'grounds' : partOf[field.control.shape];
    rows[part].push(
      html`<dt>${fieldLabel(t, register.name, name)}${footnoteMarks(t, record, name)}<dd>${
        shownReferences(t, field.control, shown.value, named) ??
        shownValue(
          t,
          field.control,
          name === 'unverified' ? fieldsCalled(t, register, shown.value) : shown.value,
        )
      }`,
    );
  }
  const others = otherTitles(t, record);
  return {
    story: listOf(rows.story),
    glance: listOf(rows.glance),
    grounds: listOf([...rows.grounds, ...(others === undefined ? [] : [others])]),
    cut,
  };
}

/** By shape, and within a shape as the register has them; notes before the sources. */
function inReadingOrder({ fields }: Register): readonly (readonly [string, Field<unknown>])[] {
  const place = (name: string, { control }: Field<unknown>): number =>
    lateFields.has(name) ? shapeOrder.indexOf('sources') - 0.5 : shapeOrder.indexOf(control.shape);
  return Object.entries(fields).sort(([a, first], [b, second]) => place(a, first) - place(b, second));
}

/** A list without any entry is no list. */
function listOf(rows: readonly Html[]): Html {
  return rows.length === 0 ? html`` : html`<dl>${rows}</dl>`;
}

function otherTitles(t: Translate, record: Presented): Html | undefined {
  const title = langTextOf(record, record.register.title);
  const shown = title?.texts[t.lang] === undefined ? title?.original : t.lang;
  const others = Object.entries(title?.texts ?? {}).filter(([lang]) => lang !== shown);
  if (others.length === 0) return undefined;
  return html`<dt>${t('record.otherLanguages')}<dd><ul>${others.map(([lang, text]) => html`<li><span${langAttributes(t, lang)}>${text}</span>`)}</ul>`;
}

/** Names of fields as people call them; what names no field of the register stays as it was written. */
function fieldsCalled(t: Translate, register: Register, names: unknown): unknown {
  if (!Array.isArray(names)) return names;
  return names.map((name) =>
    typeof name === 'string' && Object.hasOwn(register.fields, name)
      ? fieldLabel(t, register.name, name)
      : name,
  );
}
