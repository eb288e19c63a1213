import { type Context, Hono } from 'hono';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
} from '../../kernel/language-tag.ts';
import type { Office } from '../../operations/house.ts';
import { show } from '../../operations/show.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { onWords, withReservations } from '../../wording/reserved.ts';
import type { Card } from './card.ts';
import { houseCard, recordCard } from './cards.ts';
import { drawCard } from './draw-card.ts';
import { housePicture } from './house-picture.ts';

/** Cards kept in memory: some 40 KB each. */
const most = 200;

type Picture = Uint8Array<ArrayBuffer>;

/**
 * The pictures that others show beside a link (Open Graph): one a record, `/en/practice/x.png`, one for the house,
 * `/en/picture.png`. Drawn when first asked for; a record that changes is drawn anew.
 */
export function pictures(office: Office): Hono {
  const kept = new Map<string, Promise<Picture>>();
  office.onChange.add((changed, all) => {
    if (all) kept.clear();
    for (const key of kept.keys())
      if (key.endsWith(housePicture) || changed.includes(idIn(key))) kept.delete(key);
  });
  const answer = async (c: Context, make: (t: Translate) => Promise<Card>): Promise<Response> => {
    const key = new URL(c.req.url).pathname;
    const drawn =
      kept.get(key) ??
      make(withReservations(translator(languageIn(c)), onWords(office.board.reservations()))).then(drawCard);
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

/** The id of the record whose picture stands at this address. */
function idIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.png'.length);
}

function languageIn(c: Context): InterfaceLanguage {
  const lang = c.req.param('lang') ?? '';
  return isInterfaceLanguage(lang) ? lang : 'en';
}
