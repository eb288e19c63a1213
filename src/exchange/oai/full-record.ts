import type { LangText } from '../../kernel/lang-text.ts';
import type { Presented } from '../../policy/present.ts';
import { xmlAttributes, xmlElement, xmlText } from '../xml/xml-text.ts';
import { isLangText } from './internal/is-lang-text.ts';
import { recordNamespace } from './record-schema.ts';

/** All that everybody may see of a record, as XML after our own schema (`recordSchema`). */
export function fullRecord(record: Presented, address: string): string {
  const { register, id, revision, standing, changedAt, values } = record;
  const head = xmlAttributes({
    xmlns: recordNamespace,
    register: register.name,
    id,
    revision,
    address,
    standing,
    changedAt,
  });
  let written = `<record${head}>${review(record)}`;
  for (const [name, { means }] of Object.entries(register.fields)) {
    const value = values[name];
    if (value === undefined) continue;
    const meaning = means.length === 0 ? undefined : means.join(' ');
    written += `<field${xmlAttributes({ name, means: meaning })}>${inside(value)}</field>`;
  }
  return `${written}</record>`;
}

function review({ review: said }: Presented): string {
  const { confirmation, owner, confirmed, dueOn, linked, answers, reservations } = said;
  const attributes = xmlAttributes({
    confirmation,
    owner,
    confirmedAt: confirmed?.at,
    dueOn,
    linked: linked.length === 0 ? undefined : linked.join(' '),
  });
  const spoken = Object.entries(answers).map(
    ([country, { state, at }]) => `<answer${xmlAttributes({ country, state, at })}/>`,
  );
  const reserved = reservations.map(({ country, on, text }) => {
    const name = 'field' in on ? on.field : 'code' in on ? `${on.list} ${on.code}` : undefined;
    return `<reservation${xmlAttributes({ country, on: on.kind, name })}>${texts(text)}</reservation>`;
  });
  return `<review${attributes}>${spoken.join('')}${reserved.join('')}</review>`;
}

/** Values are texts by language, lists, objects and plain values; what holds nothing is left out. */
function inside(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<item>${inside(item)}</item>`).join('');
  if (typeof value !== 'object' || value === null) return xmlText(String(value));
  if (isLangText(value)) return texts(value);
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `<part${xmlAttributes({ name })}>${inside(part)}</part>`)
    .join('');
}

function texts({ original, texts: all }: LangText): string {
  return Object.entries(all)
    .map(([lang, text]) =>
      xmlElement('text', text, { 'xml:lang': lang, original: lang === original ? 'true' : undefined }),
    )
    .join('');
}
