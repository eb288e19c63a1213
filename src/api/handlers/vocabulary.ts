import { Fault } from '../../kernel/fault.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { wordReservations } from '../../operations/review/reserve.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { labelLists } from '../../vocabulary/all-lists.ts';
import type { CodeEntry, CodeList } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages } from '../../vocabulary/languages.ts';
import { fieldLabel } from '../../wording/labels.ts';
import { translator } from '../../wording/messages.ts';
import { type Asked, languageOf } from '../asked.ts';
import { onLabel } from '../reservation-notes.ts';

const lists: readonly CodeList[] = [...labelLists, countries, languages];

/** Which code lists there are, who keeps them, and how they stood when. */
export async function codeLists({ context }: Asked): Promise<Response> {
  const shown = lists.map(({ name, source, asOf, entries }) => ({ name, source, asOf, codes: entries.size }));
  return context.json({ lists: shown });
}

/** One list with its codes, their names in our languages, and what countries reserve about a name. @throws Fault `notFound`. */
export async function codeList({ context, office }: Asked): Promise<Response> {
  const asked = context.req.param('list') ?? '';
  const list = lists.find(({ name }) => name === asked);
  if (list === undefined) throw new Fault('notFound', { register: 'code-list', id: asked.slice(0, 100) });
  const { name, source, asOf, entries } = list;
  const reservations = await wordReservations(office);
  const shown = [...entries.values()].map((entry) => ({
    ...entryJson(entry),
    ...onLabel(reservations, name, entry.code),
  }));
  return context.json({ name, source, asOf, entries: shown });
}

function entryJson({ code, names, parent, validFrom, validTo, note }: CodeEntry) {
  const known = interfaceLanguages.flatMap((lang) => {
    const name = names[lang];
    return name === undefined ? [] : [[lang, name] as const];
  });
  return {
    code,
    names: Object.fromEntries(known),
    ...(parent === undefined ? {} : { parent }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Which registers there are, and the fields of each. */
export async function registers({ context }: Asked): Promise<Response> {
  const t = translator(languageOf(context));
  const shown = allRegisters.map(({ name, version, fields, title, confirmEveryMonths }) => ({
    name,
    version,
    title,
    confirmEveryMonths,
    fields: Object.entries(fields).map(([field, { kind, needed, seenBy, means, control }]) => ({
      name: field,
      label: fieldLabel(t, name, field),
      kind,
      needed,
      seenBy,
      means,
      ...('list' in control
        ? { list: control.list.name }
        : 'roles' in control
          ? { list: control.roles.name }
          : {}),
    })),
  }));
  return context.json({ registers: shown });
}
