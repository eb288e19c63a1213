import type { Finding } from '../../kernel/finding.ts';
import type { Suggested } from '../../operations/suggest.ts';
import type { Presented } from '../../policy/present.ts';
import type { Register } from '../../registers/register.ts';
import { countries } from '../../vocabulary/countries.ts';
import { currenciesInUse, currencyName } from '../../vocabulary/currencies.ts';
import { fieldLabel } from '../../wording/labels.ts';
import { isMessageKey, type Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { noteLine } from './block.ts';
import { type FieldGroup, fieldGroups } from './field-groups.ts';
import type { Showing } from './input.ts';
import { inputOf } from './input-of.ts';
import { concerns } from './inputs/parts-input.ts';
import { rowsToShow } from './inputs/rows.ts';
import { elementName, type Note, placedFindings } from './notes.ts';
import { optionLabel, plainOptions } from './options.ts';
import type { TypedForm } from './read-form.ts';

export interface RecordFormOptions {
  readonly register: Register;
  /** The record as it stands; empty for a new one. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What came back and could not be kept yet: shown in place of `values`, exactly as typed. */
  readonly typed?: TypedForm;
  readonly findings: readonly Finding[];
  /** What a person said of a field when sending the record back; `field` may be a path. */
  readonly remarks?: readonly { readonly field: string; readonly text: string }[];
  /** Fields that the writer needs besides those that the register does. */
  readonly needed?: readonly string[];
  /** Records that the values name: their titles stand beside their ids. */
  readonly named?: readonly Presented[];
  /** Empty rows asked for, by the name of the list or text; those of `typed` unless given. */
  readonly more?: Readonly<Record<string, number>>;
  /** What was suggested, by the name of the field: then fields of goals and sectors have a button that asks. */
  readonly suggested?: ReadonlyMap<string, Suggested>;
}

/**
 * The fields of a register as groups of inputs, without the form tag, its buttons and hidden fields: those are the
 * page's. The form should carry `novalidate`, so that faults are said in the words of the house.
 */
export function recordForm(t: Translate, options: RecordFormOptions): Html {
  const { register, needed = [] } = options;
  const values = options.typed?.values ?? options.values;
  const { form, homeless } = showing(t, options, values);
  const groups = fieldGroups(register).map((group) => shownGroup(form, { register, needed, group, values }));
  return html`${enterButton}${homeless.map((note) => noteLine(form, note))}${groups}${suggestionLists(form)}`;
}

/**
 * Enter in a line presses the first button of a form. This one only has the form shown again: it neither saves half a
 * record nor adds a row that nobody wanted.
 */
const enterButton = html`<button class=vh name=more value="" tabindex=-1 aria-hidden=true formnovalidate></button>`;

function showing(
  t: Translate,
  { register, typed, findings, remarks = [], named = [], more, suggested }: RecordFormOptions,
  values: Readonly<Record<string, unknown>>,
): { readonly form: Showing; readonly homeless: readonly Note[] } {
  const all = [
    ...placedFindings(t, register, findings),
    ...remarks.map(({ field, text }) => ({
      kind: 'remark' as const,
      text,
      name: elementName(t, register, field),
    })),
  ];
  const byName = Map.groupBy(all, ({ name }) => name);
  const isHere = (name: string) => Object.hasOwn(register.fields, name.split('.')[0] ?? '');
  const form: Showing = {
    t,
    notesAt: (name) => byName.get(name) ?? [],
    hasNotesWithin: (name) => [...byName.keys()].some((one) => one === name || one.startsWith(`${name}.`)),
    more: more ?? typed?.more ?? {},
    asked: typed?.asked,
    sources: [],
    named,
    suggestions: new Set(),
    ...(suggested === undefined ? {} : { suggested }),
  };
  return {
    form: { ...form, sources: sourceTitles(form, register, values) },
    homeless: all.filter(({ name }) => !isHere(name)),
  };
}

function sourceTitles(
  form: Showing,
  register: Register,
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  const [field = ''] =
    Object.entries(register.fields).find(([, { control }]) => control.shape === 'sources') ?? [];
  const given = values[field];
  const titles = (Array.isArray(given) ? given : []).map((source: unknown) =>
    typeof source === 'object' && source !== null && 'title' in source ? String(source.title) : '',
  );
  return [...titles, ...Array.from({ length: rowsToShow(form, field, 1) }, () => '')];
}

interface ShownGroup extends Required<Pick<RecordFormOptions, 'register' | 'values' | 'needed'>> {
  readonly group: FieldGroup;
}

function shownGroup(form: Showing, { register, values, needed, group }: ShownGroup): Html {
  const { heading, first, rest } = group;
  const shown = (names: readonly string[]) =>
    names.map((name) => field(form, register, { name, needed: needed.includes(name) }, values[name]));
  return html`<fieldset class=group><legend><h2>${form.t(heading)}</h2></legend>${shown(first)}${
    rest.length > 0 &&
    html`<details${rest.some((name) => concerns(form, name)) && html` open`}>${summaryOf(form, register, rest, values)}${shown(rest)}</details>`
  }</fieldset>`;
}

/** The names of what is folded away, and how much of it is filled. */
function summaryOf(
  { t }: Showing,
  register: Register,
  names: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Html {
  const filled = names.filter((name) => values[name] !== undefined).length;
  const fields = names.map((name) => fieldLabel(t, register.name, name)).join(comma(t));
  return html`<summary>${t('form.rest', { fields })}${filled > 0 && html` · ${t('form.filled', { n: filled })}`}</summary>`;
}

function field(
  form: Showing,
  register: Register,
  { name, needed }: { readonly name: string; readonly needed: boolean },
  value: unknown,
): Html {
  const declared = register.fields[name];
  if (declared === undefined) return html``;
  const { t } = form;
  const help = `help.${name}`;
  return inputOf(declared.control).show(
    form,
    {
      name,
      label: fieldLabel(t, register.name, name),
      help: isMessageKey(help) ? t(help) : undefined,
      needed: needed || declared.needed,
    },
    value,
  );
}

/** A name to be typed as it is; what a country has reserved about it stands beside. */
function nameOption(name: string, marked: string): Html {
  return html`<option value="${name}"${marked !== name && html` label="${marked}"`}>`;
}

function suggestionLists({ t, suggestions }: Showing): Html {
  return html`${
    suggestions.has('country') &&
    html`<datalist id="list:country">${plainOptions(countries, t.lang).map(({ code, label }) => nameOption(label, optionLabel(countries, code, t)))}</datalist>`
  }${
    suggestions.has('currency') &&
    html`<datalist id="list:currency">${currenciesInUse().map(
      (code) => html`<option value="${code}">${currencyName(code, t.lang)}`,
    )}</datalist>`
  }`;
}
