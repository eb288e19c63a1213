import type { MessageKey } from '../../../wording/messages.ts';
import { type Html, html } from '../../html.ts';
import { block } from '../block.ts';
import { type Input, itself, type Showing } from '../input.ts';
import { textOf } from '../typed-part.ts';

export interface LineOptions {
  /** How a value is written; numbers and the like by their usual letters. */
  readonly written?: (value: unknown) => string;
  /** What the text says; the text itself where it says nothing that could be the value. */
  readonly meant?: (text: string) => unknown;
  /** Which keys a phone shows. */
  readonly keys?: 'decimal' | 'url' | 'email' | 'tel';
  /** The form of what is right, for browsers. */
  readonly pattern?: string;
  readonly help?: MessageKey;
  /** An example of what is right. */
  readonly right?: string;
  readonly suggestions?: 'currency';
  /** Several lines at once, as an address has. */
  readonly lines?: number;
  /** What stands below: what the value means, where that cannot be seen from it. */
  readonly below?: (form: Showing, value: unknown) => Html;
}

/** One line of text, as it is typed. Never of a type that makes browsers change or drop what they do not understand. */
export function lineInput(options: LineOptions = {}): Input {
  const { written = writtenOf, meant = (text) => text, right, help, below } = options;
  return {
    show: (form, at, value) => {
      const place = help === undefined ? at : { ...at, help: [at.help, form.t(help)].join(' ').trim() };
      return block(
        form,
        place,
        (attributes) => html`${element(form, attributes, written(value), options)}${below?.(form, value)}`,
      );
    },
    read: (typed) => {
      const text = textOf(typed);
      return text === undefined ? undefined : meant(text);
    },
    locate: () => (right === undefined ? itself : { ...itself, right }),
  };
}

function element(form: Showing, attributes: Html, text: string, options: LineOptions): Html {
  const { keys, pattern, suggestions, lines } = options;
  if (lines !== undefined || text.includes('\n')) return area(html`${attributes} dir=auto`, text, lines ?? 2);
  if (suggestions !== undefined) form.suggestions.add(suggestions);
  const strict = keys !== undefined || pattern !== undefined;
  return html`<input${attributes} value="${text}"${keys !== undefined && html` inputmode=${keys}`}${
    pattern !== undefined && html` pattern="${pattern}"`
  }${suggestions !== undefined && html` list="list:${suggestions}"`}${
    strict ? html` dir=ltr autocomplete=off spellcheck=false` : html` dir=auto`
  }>`;
}

/** Lines of text. The first line break after the tag is not part of the text, so there is always one. */
export function area(attributes: Html, text: string, lines: number): Html {
  return html`<textarea${attributes} rows=${lines}>
${text}</textarea>`;
}

/** A text of a value that may be none of its kind: what was typed and is wrong. */
export function writtenOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
