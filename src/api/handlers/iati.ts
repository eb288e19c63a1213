import { hasIatiFile } from '../../exchange/iati/write-iati.ts';
import { csvLine } from '../../exchange/sheets/csv-line.ts';
import { Fault } from '../../kernel/fault.ts';
import { textIn } from '../../kernel/lang-text.ts';
import { collect } from '../../operations/collect.ts';
import { findRequest } from '../../operations/find-request.ts';
import { today } from '../../operations/house.ts';
import {
  type FileRegister,
  fileNames,
  findIatiFile,
  type IatiFile,
  iatiFiles,
  recordsOf,
} from '../../operations/iati/files.ts';
import { isNothingFound, isNothingLeft } from '../../operations/iati/left-out.ts';
import { reporters } from '../../operations/iati/reporters.ts';
import { withKeptSources } from '../../operations/iati/with-kept.ts';
import { show } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { originOf } from '../address.ts';
import { type Asked, languageOf, placeOf } from '../asked.ts';
import { readerOf } from '../caller.ts';
import { iatiAnswer } from '../iati-answer.ts';
import { recordHeaders } from '../record-answer.ts';

/**
 * Everything that a publisher has released, as one file.
 * @throws Fault `notFound`; `nothingPublishable` where none of it has what the standard demands.
 */
export const activitiesFile = (asked: Asked): Promise<Response> => publisherFile(asked, 'activity');
export const organisationFile = (asked: Asked): Promise<Response> => publisherFile(asked, 'organisation');

async function publisherFile(asked: Asked, register: FileRegister): Promise<Response> {
  const { office, context } = asked;
  const publisher = context.req.param('publisher') ?? '';
  const file = await findIatiFile(office, publisher, register);
  if (file === undefined) throw new Fault('notFound', { register: 'iati', id: publisher.slice(0, 100) });
  if (await isNothingLeft(office, file))
    throw new Fault('nothingPublishable', { got: publisher.slice(0, 100), count: file.records });
  const headers = versionHeaders(file, today(office));
  if (isKnown(asked, headers)) return new Response(null, { status: 304, headers });
  return iatiAnswer(asked, {
    register: getRegister(register),
    records: recordsOf(office, file),
    ...(file.itself === undefined ? {} : { itself: file.itself }),
    generatedAt: file.changedAt,
    validAlone: true,
    name: `${publisher}-${fileNames[register]}`,
    headers,
  });
}

/** What lies ahead is planned and what has passed is actual: the day is part of the version. */
function versionHeaders({ changed, changedAt, records }: IatiFile, day: string) {
  return {
    etag: `W/"${changed}.${records}.${day}"`,
    'last-modified': new Date(changedAt).toUTCString(),
    'cache-control': 'public, no-cache',
  };
}

/** RFC 9110, 13.1: who names a version is answered by it; the day of the last change counts only without one. */
function isKnown({ context }: Asked, headers: ReturnType<typeof versionHeaders>): boolean {
  const named = context.req.header('if-none-match');
  if (named !== undefined) return named.split(',').some((one) => bare(one) === bare(headers.etag));
  const since = Date.parse(context.req.header('if-modified-since') ?? '');
  return Date.parse(headers['last-modified']) <= since;
}

function bare(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

/**
 * All activities that a search finds, or all organisations where it asks for those alone.
 * @throws Fault `nothingForFile` where it finds none that the standard can hold.
 */
export async function searchXml(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const request = findRequest(new URL(context.req.url).searchParams, languageOf(context), 1);
  const { kind = [] } = request.filters;
  const register = kind.length === 1 && kind[0] === 'organisation' ? 'organisation' : 'activity';
  const filters = {
    ...request.filters,
    kind: kind.length === 0 || kind.includes(register) ? [register] : kind,
  };
  if (await isNothingFound(office, register, { ...request, filters })) throw new Fault('nothingForFile', {});
  return iatiAnswer(asked, {
    register: getRegister(register),
    records: collect(office, { ...request, filters }, { keptFor: 'everybody' }),
    generatedAt: office.clock.now().toISOString(),
    validAlone: true,
    name: 'southbridge-search',
  });
}

/** One record, as its reader may see it. @throws Fault `unknownFormat` for a register of which IATI knows nothing. */
export async function recordXml(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const { register: name, id } = placeOf(context);
  const register = getRegister(name);
  if (!hasIatiFile(register)) throw new Fault('unknownFormat', { file: 'xml', right: 'jsonl, csv, xlsx' });
  const reader = await readerOf(asked);
  const shown = await show(office, name, id, reader);
  const { record, view } = shown;
  return iatiAnswer(asked, {
    register,
    records: each(await withKeptSources(office, [record], view.audience)),
    generatedAt: record.changedAt,
    name: id,
    headers: recordHeaders(shown, reader),
  });
}

async function* each(records: readonly Presented[]): AsyncGenerator<Presented> {
  yield* records;
}

/** All IATI files of the node. */
export async function iatiList(asked: Asked): Promise<Response> {
  return asked.context.json({ files: await listed(asked) });
}

export async function iatiListCsv(asked: Asked): Promise<Response> {
  const files = await listed(asked);
  const heads = [
    'publisher',
    'identifier',
    'name',
    'country',
    'kind',
    'address',
    'records',
    'leftOut',
    'changedAt',
  ] as const;
  const lines = files.map((file) => csvLine(heads.map((head) => String(file[head]))));
  // Excel takes UTF-8 for what it is only behind a byte order mark.
  const text = `\ufeff${[csvLine(heads), ...lines].join('\r\n')}\r\n`;
  return asked.context.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="iati.csv"',
  });
}

async function listed(asked: Asked) {
  const { office, options, context } = asked;
  const start = originOf(context, options);
  const reporter = reporters(office, new URL(start).host);
  const lang = languageOf(context);
  const files = await iatiFiles(office);
  return Promise.all(
    files.map(async ({ publisher, register, records, leftOut, changedAt, newest }) => {
      const { ref, name } = await reporter(newest);
      return {
        publisher,
        identifier: ref,
        name: textIn(name, lang).text,
        country: newest.review.owner ?? '',
        kind: register,
        address: records === leftOut ? '' : `${start}/iati/${publisher}/${fileNames[register]}.xml`,
        records: records - leftOut,
        leftOut,
        changedAt,
      };
    }),
  );
}
