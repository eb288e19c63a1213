import { Fault } from '../../../../kernel/fault.ts';
import type { CodeTableFile } from '../../../../vocabulary/code-table.ts';
import { defaultLimits } from '../../../limits.ts';
import { attribute, child, childrenNamed, type Element, textOfChild } from '../../../xml/element.ts';
import { XmlScanner } from '../../../xml/xml-scanner.ts';
import { RecordTree } from '../record-tree.ts';

/** Largest list that is taken, in characters. */
const longest = 20_000_000;

/**
 * A code list as the standard publishes it, in its XML or its JSON, as an edition of ours.
 * @param day the edition's date where the file names none.
 * @throws Fault `unknownFormat` {file, got, right} for anything else, and what reading XML throws.
 */
export function readEdition(text: string, file: string, day: string): CodeTableFile {
  if (text.length > longest) throw new Fault('fileTooLarge', { file, got: text.length, limit: longest });
  const bare = text.replace(/^\ufeff/, '').trimStart();
  const edition = bare.startsWith('<') ? fromXml(bare, file, day) : fromJson(bare, file, day);
  if (edition.list === '' || !/^[A-Za-z][\w-]{0,79}$/.test(edition.list) || edition.codes.length === 0) {
    throw new Fault('unknownFormat', { file, got: edition.list, right: 'IATI codelist (XML, JSON)' });
  }
  return edition;
}

function fromXml(text: string, file: string, day: string): CodeTableFile {
  const root = treeOf(text, file);
  if (root?.name !== 'codelist') {
    throw new Fault('unknownFormat', { file, got: root?.name ?? '', right: '<codelist>' });
  }
  const metadata = child(root, 'metadata');
  const items = child(root, 'codelist-items');
  return {
    list: attribute(root, 'name') ?? '',
    complete: attribute(root, 'complete') === '1',
    asOf: (metadata && textOfChild(metadata, 'last-updated-date')) ?? day,
    source:
      (metadata && textOfChild(metadata, 'url')) ??
      'https://iatistandard.org/en/iati-standard/203/codelists/',
    codes: childrenNamed(items ?? root, 'codelist-item').flatMap((item) => {
      const code = textOfChild(item, 'code') ?? '';
      const withdrawn = attribute(item, 'status') === 'withdrawn';
      const until = withdrawn ? (attribute(item, 'withdrawal-date') ?? 'withdrawn') : '';
      return code === '' ? [] : [[code, nameIn(item, 'en'), nameIn(item, 'fr'), until]];
    }),
  };
}

function nameIn(item: Element, lang: string): string {
  const narratives = childrenNamed(child(item, 'name') ?? item, 'narrative');
  const found = narratives.find((one) => (attribute(one, 'xml:lang') ?? 'en') === lang);
  return found?.text.trim().replace(/\s+/g, ' ') ?? '';
}

function treeOf(text: string, file: string): Element | undefined {
  const tree = new RecordTree(longest * 2);
  const scanner = new XmlScanner(
    {
      wants: () => true,
      open: (name, attributes, line) => tree.open(name, attributes, line),
      text: (piece) => tree.text(piece),
      close: () => tree.close(),
    },
    defaultLimits,
    file,
  );
  scanner.write(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  scanner.end();
  return tree.record;
}

function fromJson(text: string, file: string, day: string): CodeTableFile {
  const list = parsed(text, file);
  const about = memberOf(list, 'attributes');
  const metadata = memberOf(list, 'metadata');
  const data = memberOf(list, 'data');
  return {
    list: textOf(about, 'name'),
    complete: textOf(about, 'complete') === '1',
    asOf: textOf(metadata, 'last-updated-date') || day,
    source: textOf(metadata, 'url') || 'https://iatistandard.org/en/iati-standard/203/codelists/',
    codes: (Array.isArray(data) ? data : []).flatMap((item: unknown) => {
      const code = textOf(item, 'code').trim();
      const until =
        textOf(item, 'status') === 'withdrawn' ? textOf(item, 'withdrawal-date') || 'withdrawn' : '';
      return code === '' ? [] : [[code, textOf(item, 'name').trim(), textOf(item, 'name_fr').trim(), until]];
    }),
  };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(
      'unknownFormat',
      { file, got: text.slice(0, 20), right: 'IATI codelist (XML, JSON)' },
      error,
    );
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : '';
}
