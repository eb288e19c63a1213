import type { WriteContext } from '../exchange/write-records.ts';
import { today } from '../operations/house.ts';
import type { Register } from '../registers/register.ts';
import { onWords } from '../wording/reserved.ts';
import { sheetWords } from '../wording/sheet-words.ts';
import { addressOf } from './address.ts';
import { type Asked, languageOf } from './asked.ts';

/**
 * What files of records are written with: addresses, the words of the language asked for, HXL hashtags where `hxl=1` asks
 * for them. `registers`: those that get their sheets in a workbook even where no record is of them.
 */
export function fileContext(asked: Asked, registers: readonly Register[] = []): WriteContext {
  const { office, options, context } = asked;
  const words = sheetWords(languageOf(context), onWords(office.board.reservations()));
  return {
    address: addressOf(context, options),
    today: today(office),
    hashtags: new URL(context.req.url).searchParams.get('hxl') === '1',
    book: { words, node: office.publicAddress, registers },
  };
}
