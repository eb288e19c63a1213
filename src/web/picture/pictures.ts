import { type Context, Hono } from 'hono';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
} from '../../kernel/language-tag.ts';
import { count } from '../../operations/count.ts';
import { flows } from '../../operations/flows.ts';
import type { Office } from '../../operations/house.ts';
import { show } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { digestOf } from '../../registers/digest.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { registerLabel } from '../../wording/labels.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { titleOf } from '../pages/record-heading.ts';
import { comma } from '../pieces/countries.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { housePicture } from './house-picture.ts';

/** Cards kept in memory: some 40 KB each. */
const most = 200;
const mostNames = 6;

type Picture = Uint8Array<ArrayBuffer>;

/**
 * The pictures that others show beside a link (Open Graph): one a record, `/en/practice/x.png`, one for the house,
 * `/en/picture.png`. Drawn when first asked for; a record that changes is drawn anew.
 */
export function pictures(office: Office): Hono {
  const kept = new Map<string, Promise<Picture>>();
  office.onChange.add((changed) => {
    for (const key of kept.keys())
      if (key.endsWith(housePicture) || changed.includes(idIn(key))) kept.delete(key);
  });
  const answer = async (c: Context, make: (t: Translate) => Promise<Card>): Promise<Response> => {
    const key = new URL(c.req.url).pathname;
    const drawn = kept.get(key) ?? make(translator(languageIn(c))).then(drawCard);
    kept.set(key, drawn);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    drawn.catch(() => kept.delete(key));
    return c.body(await drawn, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' });
  };
  const languages = `/:lang{(?:${interfaceLanguages.join('|')})}` as const;
  return new Hono()
    .get(`${languages}${housePicture}`, (c) => answer(c, (t) => houseCard(office, t)))
    .get(`${languages}/:register/:file{.+\\.png}`, (c) => {
      const { register, file } = c.req.param();
      return answer(c, async (t) => recordCard(t, (await show(office, register, idIn(file))).record));
    });
}

async function houseCard(office: Office, t: Translate): Promise<Card> {
  const { total } = await count(office, {}, []);
  const { pairs } = await flows(office, {});
  const line = t('home.records', { n: total });
  const title = t('site.tagline');
  return { lang: t.lang, site: t('site.name'), kind: '', title, titleLang: t.lang, line, flows: pairs };
}

function recordCard(t: Translate, record: Presented): Card {
  const { register, values } = record;
  const { facets, year } = digestOf(register, values);
  const title = titleOf(t, record);
  const sides = [facets.provider ?? [], facets.host ?? []].filter((side) => side.length > 0);
  return {
    lang: t.lang,
    site: t('site.name'),
    kind: [registerLabel(t, register.name), year].filter((part) => part !== undefined).join(' · '),
    title: title.text,
    titleLang: title.lang,
    line: sides.map((side) => named(t, side)).join(' · '),
    flows: (facets.flow ?? []).map((pair) => {
      const [from = '', to = ''] = pair.split('-');
      return { from, to, count: 1 };
    }),
  };
}

function named(t: Translate, codes: readonly string[]): string {
  const names = codes.slice(0, mostNames).map((code) => countryName(code, t.lang));
  return names.join(comma(t)) + (codes.length > mostNames ? ' …' : '');
}

/** The id of the record whose picture stands at this address. */
function idIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.png'.length);
}

function languageIn(c: Context): InterfaceLanguage {
  const lang = c.req.param('lang') ?? '';
  return isInterfaceLanguage(lang) ? lang : 'en';
}
