import type { RowMark } from './marks.ts';

/** Fills by what they say: at fault, done, nothing to do. */
const colours = { bad: 'FFFFD9D0', good: 'FFDDF1DC', quiet: 'FFF2F4F4' } as const;
export type MarkFill = keyof typeof colours;

/** The formats of somebody's workbook, with copies of them that have a fill of ours. */
export class MarkedStyles {
  readonly #xml: string;
  readonly #formats: string[];
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #firstFill: number;

  constructor(xml: string) {
    this.#xml = xml;
    const [, list = ''] = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml) ?? [];
    this.#formats = [...list.matchAll(/<((?:\w+:)?)xf\b[^>]*?(?:\/>|>[\s\S]*?<\/\1xf>)/g)].map(
      ([one]) => one,
    );
    const [, fills = ''] = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml) ?? [];
    this.#firstFill = [...fills.matchAll(/<(?:\w+:)?fill[\s>/]/g)].length;
  }

  /** The format that looks like `format` with a fill; the same where formats cannot be added. */
  filled(format: number, fill: MarkFill): number {
    const key = `${format} ${fill}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const old = this.#formats[format] ?? this.#formats[0];
    if (old === undefined || this.#firstFill === 0) return format;
    const id = this.#firstFill + Object.keys(colours).indexOf(fill);
    const bare = old.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
    this.#added.push(bare.replace(/xf\b/, `xf fillId="${id}" applyFill="1"`));
    const number = this.#formats.length + this.#added.length - 1;
    this.#known.set(key, number);
    return number;
  }

  fillOf(tone: RowMark['tone']): MarkFill {
    return tone;
  }

  xml(): string {
    if (this.#added.length === 0) return this.#xml;
    const fills = Object.values(colours).map(
      (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`,
    );
    return appended(appended(this.#xml, 'fills', fills), 'cellXfs', this.#added);
  }
}

/** A list of the styles with more at its end, and its count set right. Elements take the prefix of the list. */
function appended(xml: string, list: string, more: readonly string[]): string {
  const whole = new RegExp(`<((?:\\w+:)?)${list}\\b([^>]*)>([\\s\\S]*?)</\\1${list}>`);
  return xml.replace(whole, (_, prefix: string, attributes: string, inner: string) => {
    const added = more.map((one) =>
      prefix === '' || one.startsWith(`<${prefix}`) ? one : one.replace(/<(\/?)/g, `<$1${prefix}`),
    );
    const [, count = '0'] = /count="(\d+)"/.exec(attributes) ?? [];
    const counted = attributes.replace(/count="\d+"/, `count="${Number(count) + more.length}"`);
    return `<${prefix}${list}${counted}>${inner}${added.join('')}</${prefix}${list}>`;
  });
}
