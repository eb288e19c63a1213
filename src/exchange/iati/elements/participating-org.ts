import type { Participant } from '../../../fields/participants.ts';
import { langText } from '../../../kernel/lang-text.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { countryName, isCountry } from '../../../vocabulary/countries.ts';
import { participantRoles, roleFromIati, roleToIati } from '../../../vocabulary/roles.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { made } from '../../xml/write-xml.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { readText } from '../internal/narrative.ts';
import { isMade, own, ownMark } from '../internal/own-marks.ts';
import type { Reading } from '../internal/reading.ts';
import { narrativesOf, textElement } from '../internal/written-text.ts';

const meaning = 'iati:participating-org';
const longestIdentifier = 200;

/**
 * Organisations that take part, by their role (1 funding, 2 accountable, 3 extending, 4 implementing). An organisation
 * without a name is called by its identifier; one with neither is left out (`missing`). The same organisation
 * in the same role counts once.
 */
export const participatingOrg: ElementReader = {
  wants: { 'participating-org': narratives },
  read(record, reading) {
    const items = new Map<string, Participant>();
    for (const element of childrenNamed(record, 'participating-org')) {
      const item = participant(element, reading);
      // A country that gives and takes stands among the recipients as well.
      if (item === undefined || (item.role === 'both' && item.organisation === undefined)) continue;
      const key = keyOf(item);
      if (!items.has(key)) items.set(key, item);
    }
    reading.putList(meaning, [...items.values()]);
  },
};

function participant(element: Element, reading: Reading): Participant | undefined {
  const identifier = attribute(element, 'ref');
  const country = ownMark(element, 'country');
  const isNation = country !== undefined && isCountry(country);
  if (isNation && isMade(element, 'narrative')) {
    const role = roleOf(element, reading);
    return { country, ...(role === undefined ? {} : { role }) };
  }
  const named = readText(element, reading, meaning);
  const fits = identifier !== undefined && identifier.length <= longestIdentifier;
  if (identifier !== undefined && !fits) {
    const params = { limit: longestIdentifier };
    reading.found('error', 'tooLong', meaning, { element, attribute: 'ref' }, params);
  }
  const organisation =
    named ?? (fits ? { original: unknownLanguage, texts: { [unknownLanguage]: identifier } } : undefined);
  if (organisation === undefined) {
    reading.found('warning', 'missing', meaning, { element });
    return undefined;
  }
  const role = roleOf(element, reading);
  return {
    ...(isNation ? { country } : {}),
    organisation,
    ...(fits ? { identifier } : {}),
    ...(role === undefined ? {} : { role }),
  };
}

function roleOf(element: Element, reading: Reading): string | undefined {
  const ours = ownMark(element, 'role');
  if (ours !== undefined && participantRoles.entries.has(ours)) return ours;
  if (isMade(element, 'role')) return undefined;
  const code = attribute(element, 'role');
  const role = code === undefined ? undefined : roleFromIati(code);
  if (code !== undefined && role === undefined) {
    const params = { got: code.slice(0, 40), list: 'OrganisationRole', right: '1, 2, 3, 4' };
    reading.found('error', 'unknownCode', meaning, { element, attribute: 'role' }, params);
  }
  return role;
}

/** OrganisationType of a government. */
const government = '10';

/**
 * Organisations, and the countries that share, for which the standard has no element, as their governments. Roles that
 * it has no code for stand beside the nearest one. The standard wants one participant: where there is none, who reports
 * stands there, marked.
 */
export const participatingOrgWriter: ElementWriter = {
  name: 'participating-org',
  attributes: ['ref', 'role'],
  children: ['narrative'],
  write(spoken) {
    const items = new Map<string, Item>();
    for (const one of spoken.list<Participant>(meaning)) {
      if (one.organisation === undefined && one.role === 'recipient') continue;
      const key = keyOf(one);
      if (!items.has(key)) items.set(key, { key, element: elementOf(one) });
    }
    if (items.size > 0) return [...items.values()];
    const { ref, type, name } = spoken.scene.reporter;
    const said = { ref, type, role: '2', [own('made')]: 'element' };
    return [{ key: 'made', element: textElement('participating-org', name, said) }];
  },
  keyOf(element, _record, reading) {
    if (isMade(element)) return 'made';
    const one = participant(element, reading);
    return one === undefined ? undefined : keyOf(one);
  },
};

function keyOf({ country, organisation, identifier, role }: Participant): string {
  const name = organisation?.texts[organisation.original]?.toLowerCase();
  return JSON.stringify([country, role, identifier, name]);
}

function elementOf({ country, organisation, identifier, role }: Participant): Element {
  const code = role === undefined ? undefined : roleToIati(role);
  const exact = code !== undefined && roleFromIati(code) === role;
  const marks = {
    [own('country')]: country,
    [own('role')]: role === undefined || exact ? undefined : role,
  };
  const said = { ref: identifier, role: code ?? '4' };
  const without = role === undefined ? ['role'] : [];
  if (organisation !== undefined) {
    const left = without.length === 0 ? undefined : 'role';
    return textElement('participating-org', organisation, { ...said, ...marks, [own('made')]: left });
  }
  const name = langText('en', countryName(country ?? '', 'en'));
  const attributes = {
    ...said,
    type: government,
    ...marks,
    [own('made')]: ['narrative', ...without].join(' '),
  };
  return made('participating-org', attributes, narrativesOf(name));
}
