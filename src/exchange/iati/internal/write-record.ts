import type { Presented } from '../../../policy/present.ts';
import type { Element } from '../../xml/element.ts';
import { elementText, made } from '../../xml/write-xml.ts';
import { pairs } from './canonical-text.ts';
import type { Item } from './element-writer.ts';
import { digestOf } from './own-digest.ts';
import { own } from './own-marks.ts';
import type { RecordKind } from './record-kinds.ts';
import { sortedElement } from './sorted-element.ts';
import { type Scene, Spoken } from './spoken.ts';
import { writtenFromKept } from './write-kept.ts';

/** The record as an element of its file; undefined where it lacks what the standard demands and nobody can make up: a start. */
export function recordText(record: Presented, kind: RecordKind, scene: Scene): string | undefined {
  return record.kept === undefined
    ? newText(record, kind, scene)
    : writtenFromKept({ ...record, kept: record.kept }, kind, scene);
}

function newText(record: Presented, kind: RecordKind, scene: Scene): string | undefined {
  const spoken = new Spoken(record, record.values, scene);
  const items = kind.writers.map((writer) => {
    const elements = writer.write(spoken).map(({ element }: Item) => element);
    return writer.settle === undefined ? elements : writer.settle(elements);
  });
  const children = sortedElement(made(kind.element, {}, items.flat()), kind.shape).children;
  if (!kind.isSayable(children)) return undefined;
  const attributes = {
    'xml:lang': languageOf(children),
    'default-currency': onlyCurrency(children),
    'last-updated-datetime': record.changedAt,
    [own('id')]: record.id,
    [own('revision')]: String(record.revision),
  };
  const element = made(kind.element, attributes, children);
  return elementText({ ...element, attributes: [...element.attributes, own('digest'), digestOf(element)] });
}

/** The language of the first narrative counts for what names none; nothing does, but the rule set asks (4.1.1). */
function languageOf(children: readonly Element[]): string | undefined {
  const title = children.find(({ name }) => name === 'title' || name === 'name');
  const language = title?.children[0]?.attributes[1];
  return language === 'und' ? undefined : language;
}

function onlyCurrency(children: readonly Element[]): string | undefined {
  const values = children.flatMap(({ children: parts }) => parts.filter(({ name }) => name === 'value'));
  const currencies = new Set(
    values
      .flatMap(({ attributes }) => pairs(attributes))
      .flatMap(([name, value]) => (name === 'currency' ? [value] : [])),
  );
  const [currency] = currencies;
  return currencies.size === 1 ? currency : undefined;
}
