import { Hono } from 'hono';
import { recordJson } from '../exchange/json/record-json.ts';
import type { RecordFormat } from '../exchange/write-records.ts';
import { collect } from '../operations/collect.ts';
import { find } from '../operations/find.ts';
import { findRequest } from '../operations/find-request.ts';
import type { House } from '../operations/house.ts';
import { addressOf } from './address.ts';
import type { ApiOptions } from './api-app.ts';
import { download } from './download.ts';

/** Most records on one page of data. */
const largestPage = 200;

/**
 * Any search as data: `/en/search.json` is one page of records with totals and facet counts; `.jsonl`, `.csv` and `.xlsx`
 * are all records that the search finds.
 */
export function searchRoutes(house: House, options: ApiOptions): Hono {
  const app = new Hono();
  app.get('/:lang{[a-z]{2}}/search.json', async (context) => {
    const { searchParams } = new URL(context.req.url);
    const asked = Number(searchParams.get('size') ?? 20);
    const pageSize = Number.isInteger(asked) ? Math.min(largestPage, Math.max(1, asked)) : 20;
    const found = await find(house, findRequest(searchParams, context.req.param('lang'), pageSize));
    const { total, page, pages, facets, recognised } = found;
    const address = addressOf(context, options);
    const records = found.records.map((record) => recordJson(record, address(record)));
    return context.json({ total, page, pages, facets, recognised, records });
  });
  app.get('/:lang{[a-z]{2}}/:file{search\\.(jsonl|csv|xlsx)}', (context) => {
    const request = findRequest(new URL(context.req.url).searchParams, context.req.param('lang'), 1);
    const format = context.req.param('file').split('.')[1];
    // The pattern of the address lets only these formats through.
    return download(
      format as RecordFormat,
      'southbridge-search',
      collect(house, request),
      addressOf(context, options),
    );
  });
  return app;
}
