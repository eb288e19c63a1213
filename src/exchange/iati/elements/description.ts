import type { LangText } from '../../../kernel/lang-text.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { longestProse, readText } from '../internal/narrative.ts';
import { isMade, own } from '../internal/own-marks.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:description';

/**
 * Descriptions by their type: general (1, or none named) to the first field that means a description, objectives (2) to
 * the second, target groups and all others (3, 4) to the third. Several of one type follow each other.
 */
export const description: ElementReader = {
  wants: { description: narratives },
  read(record, reading) {
    const parts: LangText[][] = [[], [], []];
    for (const element of childrenNamed(record, 'description')) {
      const text = readText(element, reading, meaning, longestProse);
      if (text === undefined) {
        reading.found('warning', 'missing', meaning, { element });
        continue;
      }
      const type = attribute(element, 'type') ?? '1';
      parts[type === '1' ? 0 : type === '2' ? 1 : 2]?.push(text);
    }
    parts.forEach((texts, position) => {
      reading.put(meaning, joined(texts), position);
    });
  },
};

/** Texts one after the other, language by language. */
function joined(parts: readonly LangText[]): LangText | undefined {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first;
  const texts: Record<string, string> = { ...first.texts };
  for (const other of others) {
    for (const [lang, text] of Object.entries(other.texts)) {
      const before = texts[lang];
      texts[lang] = (before === undefined ? text : `${before}\n\n${text}`).slice(0, longestProse);
    }
  }
  return { original: first.original, texts };
}

/** The texts by their type. The standard wants one: where the record has none, its title stands there, marked. */
export const descriptionWriter: ElementWriter = {
  name: 'description',
  attributes: ['type'],
  children: ['narrative'],
  write(spoken) {
    const items = ['1', '2', '3'].flatMap((type, position) => {
      const text = spoken.value<LangText>(meaning, position);
      return text === undefined ? [] : [{ key: type, element: textElement('description', text, { type }) }];
    });
    const title = spoken.value<LangText>('iati:title');
    if (items.length > 0 || title === undefined) return items;
    return [
      { key: 'made', element: textElement('description', title, { type: '1', [own('made')]: 'element' }) },
    ];
  },
  keyOf(element) {
    if (isMade(element)) return 'made';
    const type = attribute(element, 'type') ?? '1';
    return type === '1' || type === '2' ? type : '3';
  },
};
