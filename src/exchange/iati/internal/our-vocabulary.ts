import { attribute, type Element } from '../../xml/element.ts';

/** Where every node lists the codes of the vocabulary of cooperation, behind the language of the page. */
export const vocabularyPath = '/vocabulary/cooperation';

/** Whether a tag is one of ours, of whichever node: told by the address of the vocabulary. */
export function isOurVocabulary(tag: Element): boolean {
  const address = attribute(tag, 'vocabulary-uri');
  return attribute(tag, 'vocabulary') === '99' && address !== undefined && address.endsWith(vocabularyPath);
}
