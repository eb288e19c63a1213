import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Office } from '../../operations/house.ts';
import { translator } from '../../wording/messages.ts';
import { onWords, withReservations } from '../../wording/reserved.ts';
import { html } from '../html.ts';
import { ownNames, page } from '../layout.ts';
import { pageMakers } from '../pages/page-makers.ts';
import { style } from '../style.ts';
import { fileOf } from './places.ts';
import { relative } from './relative-links.ts';

/** The style of all pages, once: on a stick it would stand in each of a hundred thousand. */
export const styleFile: string = style;

export interface CopiedPage {
  readonly lang: InterfaceLanguage;
  /** The address without language and first slash. */
  readonly path: string;
  readonly publicAddress: string;
}

/** A page as the server makes it for everybody, whole, with the style beside it. @throws Fault `notFound`. */
export async function pageInCopy(office: Office, { lang, path, publicAddress }: CopiedPage): Promise<string> {
  const { maker, named } = makerOf(path);
  const t = withReservations(translator(lang), onWords(office.board.reservations()));
  const make = pageMakers[maker];
  // Nothing is cut for want of space: what the cut would lead to is no page of the copy.
  const parameters = new URLSearchParams('all=1');
  const made = await make?.({ house: office, t, parameters, named, publicAddress });
  if (made === undefined || made instanceof URL) throw new RangeError(`no page for ${path}`);
  const { bodies, shows: _, ...parts } = made;
  const [body] = bodies;
  const whole = String(page({ t, origin: publicAddress, ...parts, body: body?.() ?? html`` }));
  const link = `<link rel=stylesheet href="${relative(fileOf(lang, path), 'style.css')}">`;
  return whole.replace(`<style>${style}</style>`, () => link);
}

function makerOf(path: string): { readonly maker: string; readonly named: Readonly<Record<string, string>> } {
  const [first = '', id, more] = path.split('/');
  if (id === undefined) return { maker: `/${first}`, named: {} };
  if (first === 'countries' || first === 'focal-points')
    return { maker: `/${first}/:code`, named: { code: id } };
  const maker = more === undefined ? '/:register/:id' : `/:register/:id/${more}`;
  return { maker, named: { register: first, id } };
}

/** Where a copy is opened: its languages. */
export function firstPage(languages: readonly InterfaceLanguage[]): string {
  const links = languages.map(
    (lang) =>
      html`<li><a href="${lang}/index.html" lang=${lang} hreflang=${lang}>${ownNames[lang]}</a> · <a href="${lang}/search.html" lang=${lang}>${translator(lang)('mirror.title')}</a>`,
  );
  const name = translator('en')('site.name');
  return String(
    html`<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>${name}</title><link rel=stylesheet href="style.css"><main class=w><h1>${name}</h1><ul>${links}</ul></main>`,
  );
}
