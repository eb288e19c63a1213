import type { Line } from '../exchange/documents/document.ts';
import type { SourceLink } from '../fields/links.ts';
import { formatDate } from '../wording/format.ts';
import type { Translate } from '../wording/messages.ts';

/** The numbered evidence of a report, in the order in which it is first pointed to. */
export class NoteBook {
  readonly #t: Translate;
  readonly #numbers = new Map<string, number>();
  readonly #lines: Line[] = [];

  constructor(t: Translate) {
    this.#t = t;
  }

  /** The numbers under which these sources stand; a source that was pointed to before keeps its number. */
  numbersOf(sources: readonly SourceLink[]): readonly number[] {
    return [...new Set(sources.map((source) => this.#numberOf(source)))];
  }

  lines(): readonly Line[] {
    return this.#lines;
  }

  #numberOf(source: SourceLink): number {
    const key = JSON.stringify([source.title, source.url]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#lines.push(this.#lineOf(source));
    this.#numbers.set(key, this.#lines.length);
    return this.#lines.length;
  }

  #lineOf({ title, url, publishedOn, readOn, cited }: SourceLink): Line {
    const { lang } = this.#t;
    const asides = [
      publishedOn === undefined ? '' : formatDate(lang, publishedOn),
      readOn === undefined ? '' : this.#t('ministerial.note.readOn', { date: formatDate(lang, readOn) }),
      cited === true ? this.#t('ministerial.note.cited') : '',
    ].filter((part) => part !== '');
    return [
      // Sources do not say their language; a direction of their own keeps their full stops in place.
      { text: title, lang: 'und' },
      ...(url === undefined ? [] : [{ text: ' ' }, { text: url, href: url, lang: 'und' }]),
      ...(asides.length === 0 ? [] : [{ text: ` (${asides.join('; ')})` }]),
    ];
  }
}
