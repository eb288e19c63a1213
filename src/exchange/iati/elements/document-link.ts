import type { FileLink } from '../../../fields/links.ts';
import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { languageTag, longestLine, plainText } from '../internal/narrative.ts';
import { isWebAddress } from '../internal/web-address.ts';

const meaning = 'iati:document-link';

/** Documents kept of one record; some publishers list hundreds. */
const most = 50;

/** Documents by address: the first 50, then a note `limitReached`. An address that leads nowhere gives `badAddress`. */
export const documentLink: ElementReader = {
  wants: { 'document-link': wanted({ title: narratives, language: leaf }) },
  read(record, reading) {
    const elements = childrenNamed(record, 'document-link');
    const files: FileLink[] = [];
    for (const element of elements.slice(0, most)) {
      const url = attribute(element, 'url');
      if (url !== undefined && isWebAddress(url)) files.push(fileOf(element, url));
      else {
        const params = { got: (url ?? '').slice(0, 200), right: 'https://…' };
        reading.found('error', 'badAddress', meaning, { element, attribute: 'url' }, params);
      }
    }
    const over = elements[most];
    if (over !== undefined) {
      reading.found(
        'note',
        'limitReached',
        meaning,
        { element: over },
        { got: elements.length, limit: most },
      );
    }
    reading.putList(meaning, files);
  },
};

function fileOf(element: Element, url: string): FileLink {
  const title = plainText(child(element, 'title'))?.slice(0, longestLine);
  const mediaType = attribute(element, 'format')?.slice(0, 200);
  const spoken = child(element, 'language');
  const language = languageTag(spoken === undefined ? undefined : attribute(spoken, 'code'))?.slice(0, 35);
  return {
    url,
    ...(title === undefined ? {} : { title }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(language === undefined ? {} : { language }),
  };
}
