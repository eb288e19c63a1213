import type { FileLink, Link } from '../../../fields/links.ts';
import { langText } from '../../../kernel/lang-text.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { languageTag, longestLine, plainText } from '../internal/narrative.ts';
import { isMade, own, ownMark } from '../internal/own-marks.ts';
import { isWebAddress } from '../internal/web-address.ts';
import { narrativesOf } from '../internal/written-text.ts';

const meaning = 'iati:document-link';

/** Documents kept of one record; some publishers list hundreds. */
const most = 50;

/** Documents by address: the first 50, then a note `limitReached`. An address that leads nowhere gives `badAddress`. */
export const documentLink: ElementReader = {
  wants: { 'document-link': wanted({ title: narratives, language: leaf }) },
  read(record, reading) {
    const elements = childrenNamed(record, 'document-link').filter(
      (element) => ownMark(element, 'as') !== 'page',
    );
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
  const title = isMade(element, 'title')
    ? undefined
    : plainText(child(element, 'title'))?.slice(0, longestLine);
  const mediaType = isMade(element, 'format') ? undefined : attribute(element, 'format')?.slice(0, 200);
  const spoken = child(element, 'language');
  const language = languageTag(spoken === undefined ? undefined : attribute(spoken, 'code'))?.slice(0, 35);
  return {
    url,
    ...(title === undefined ? {} : { title }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(language === undefined ? {} : { language }),
  };
}

/** DocumentCategory: objectives or purpose of the activity, the plainest one; web page of the activity. */
const categories = { file: 'A02', page: 'A12' } as const;

/**
 * Documents, and the web pages of the record. Format, title and category are wanted by the standard: where the record
 * says none, the plainest stands there, marked.
 */
export const documentLinkWriter: ElementWriter = {
  name: 'document-link',
  attributes: ['url', 'format'],
  children: ['title', 'language'],
  write(spoken) {
    const files = new Map(
      spoken.list<FileLink>(meaning).map((file) => [`file ${file.url}`, fileElement(file)]),
    );
    const pages = spoken
      .list<Link>('iati:activity-website')
      .map((link): [string, Element] => [`page ${link.url}`, pageElement(link)]);
    return [...files, ...new Map(pages)].map(([key, element]): Item => ({ key, element }));
  },
  keyOf(element) {
    const url = attribute(element, 'url');
    if (url === undefined) return undefined;
    return `${ownMark(element, 'as') === 'page' ? 'page' : 'file'} ${url}`;
  },
};

function fileElement({ url, title, mediaType, language }: FileLink): Element {
  const without = [
    ...(title === undefined ? ['title'] : []),
    ...(mediaType === undefined ? ['format'] : []),
    'category',
  ].join(' ');
  const said = { url, format: mediaType ?? 'application/octet-stream', [own('made')]: without };
  return made('document-link', said, [
    made('title', {}, narrativesOf(langText(unknownLanguage, title ?? url))),
    made('category', { code: categories.file }),
    ...(language === undefined ? [] : [made('language', { code: language })]),
  ]);
}

function pageElement({ url, title }: Link): Element {
  const without = title === undefined ? 'title' : undefined;
  return made('document-link', { url, format: 'text/html', [own('as')]: 'page', [own('made')]: without }, [
    made('title', {}, narrativesOf(langText(unknownLanguage, title ?? url))),
    made('category', { code: categories.page }),
  ]);
}
