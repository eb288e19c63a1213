import type { Participant } from '../../../fields/participants.ts';
import { langText } from '../../../kernel/lang-text.ts';
import { nameOf } from '../../../vocabulary/code-list.ts';
import { cooperation, roleOfTag, roleTag } from '../../../vocabulary/cooperation.ts';
import { countryName, isSouth } from '../../../vocabulary/countries.ts';
import { isSdg, sdgs } from '../../../vocabulary/sdg.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { isOurVocabulary } from '../internal/our-vocabulary.ts';
import type { Reading } from '../internal/reading.ts';
import type { Spoken } from '../internal/spoken.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:tag';

/**
 * Goals and targets: tags of the vocabularies 2 (goals) and 3 (targets), and sectors of the vocabularies 7 and 8, which
 * say the same in an older way. A code that is neither goal nor target is left out (`unknownCode`).
 */
export const tag: ElementReader = {
  wants: { tag: leaf, sector: leaf },
  read(record, reading) {
    const codes = new Set<string>();
    for (const element of childrenNamed(record, 'tag')) take(element, ['2', '3'], reading, codes);
    for (const element of childrenNamed(record, 'sector')) take(element, ['7', '8'], reading, codes);
    reading.putList(meaning, [...codes]);
  },
};

function take(element: Element, vocabularies: readonly string[], reading: Reading, codes: Set<string>): void {
  const code = attribute(element, 'code');
  if (code === undefined || !vocabularies.includes(attribute(element, 'vocabulary') ?? '')) return;
  const plain = plainCode(code);
  if (isSdg(plain)) codes.add(plain);
  else {
    const params = { got: code.slice(0, 40), list: sdgs.name };
    reading.found('error', 'unknownCode', meaning, { element, attribute: 'code' }, params);
  }
}

/** Goals are also written with a leading zero or a point at the end (`04`, `4.`), targets in capitals (`4.B`). */
function plainCode(code: string): string {
  return code
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * Goals (vocabulary 2) and targets (3); and in our own vocabulary (99), with the address of its page, what the standard
 * has no code for: South-South, the modality, the roles of countries.
 */
export const tagWriter: ElementWriter = {
  name: 'tag',
  attributes: ['code', 'vocabulary', 'vocabulary-uri'],
  children: ['narrative'],
  write(spoken) {
    const goals = spoken.list<string>(meaning).map((code): Item => {
      const vocabulary = code.includes('.') ? '3' : '2';
      return { key: `sdg ${code}`, element: made('tag', { vocabulary, code }) };
    });
    return [...goals, ...ownCodes(spoken).map((code) => ownTag(code, spoken.scene.vocabulary))];
  },
  keyOf(element) {
    const code = attribute(element, 'code');
    if (code === undefined) return undefined;
    if (isOurVocabulary(element)) return `own ${code}`;
    return ['2', '3'].includes(attribute(element, 'vocabulary') ?? '') ? `sdg ${plainCode(code)}` : undefined;
  },
};

const shares: ReadonlySet<string> = new Set(['provider', 'both']);
const uses: ReadonlySet<string> = new Set(['recipient', 'both']);

function ownCodes(spoken: Spoken): readonly string[] {
  const countries = spoken
    .list<Participant>('iati:participating-org')
    .flatMap(({ country, role }) => (country === undefined || role === undefined ? [] : [{ country, role }]));
  const modality = spoken.value<string>('ssc:modality');
  const roles = countries.flatMap(({ country, role }) => roleTag(role, country) ?? []);
  const among = countries.filter(({ role }) => shares.has(role) || uses.has(role));
  const isSouthSouth =
    among.some(({ role }) => shares.has(role)) &&
    among.some(({ role }) => uses.has(role)) &&
    among.every(({ country }) => isSouth(country));
  return [
    ...(isSouthSouth ? ['south-south'] : []),
    ...(modality === undefined ? [] : [modality]),
    ...new Set(roles),
  ];
}

function ownTag(code: string, vocabulary: string): Item {
  const role = roleOfTag(code);
  const name =
    role === undefined
      ? nameOf(cooperation, code, 'en')
      : `${nameOf(cooperation, code.slice(0, -3), 'en')}: ${countryName(role.country, 'en')}`;
  const said = { vocabulary: '99', 'vocabulary-uri': vocabulary, code };
  return { key: `own ${code}`, element: textElement('tag', langText('en', name), said) };
}
