import { recordJson } from '../../exchange/json/record-json.ts';
import { collect } from '../../operations/collect.ts';
import { find } from '../../operations/find.ts';
import { findRequest } from '../../operations/find-request.ts';
import { today } from '../../operations/house.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { addressOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { download, formatOf } from '../download.ts';
import { fileContext } from '../file-context.ts';

/** Most records on one page of data. */
const largestPage = 200;

/** One page of records with totals and facet counts: what everybody may see, whoever asks. */
export async function search({ office, options, context }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const asked = Number(searchParams.get('size') ?? 20);
  const pageSize = Number.isInteger(asked) ? Math.min(largestPage, Math.max(1, asked)) : 20;
  const found = await find(office, findRequest(searchParams, languageOf(context), pageSize));
  const { total, page, pages, facets, recognised } = found;
  const address = addressOf(context, options);
  const day = today(office);
  const records = found.records.map((record) => recordJson(record, address(record), day));
  return context.json({ total, page, pages, facets, recognised, records });
}

/** All records that a search finds, written while they are read. */
export async function searchFile(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const { searchParams } = new URL(context.req.url);
  const request = findRequest(searchParams, languageOf(context), 1);
  const [kind = '', ...others] = request.filters.kind ?? [];
  const register = others.length === 0 ? findRegister(kind) : undefined;
  const written = fileContext(asked, register === undefined ? [] : [register]);
  const format = formatOf(context.req.param('format'));
  return download(format, 'southbridge-search', collect(office, request), written);
}
