import { hasDomainName, oaiIdentifier, recordNameIn, repositoryOf } from '../../exchange/oai/identifier.ts';
import {
  errorPart,
  formatsPart,
  headerPart,
  identifyPart,
  type OaiItem,
  oaiAnswer,
  recordPart,
  setsPart,
  tokenPart,
} from '../../exchange/oai/oai-answer.ts';
import { OaiError } from '../../exchange/oai/oai-error.ts';
import { recordSchema } from '../../exchange/oai/record-schema.ts';
import { type OaiRequest, readRequest } from '../../exchange/oai/request.ts';
import { writeToken } from '../../exchange/oai/resumption-token.ts';
import { setIn, setsOf } from '../../exchange/oai/sets.ts';
import { type Harvested, harvest, harvestOne } from '../../operations/harvest.ts';
import { originOf } from '../address.ts';
import type { Asked } from '../asked.ts';
import { textAnswer } from '../text-answer.ts';

/** Records in one part of a list: a part is some 15 ms of work. */
const pageSize = 250;
const mediaType = 'text/xml';

/** A question of a harvester by GET. Every answer of the protocol has status 200, refusals too (OAI-PMH 2.0, 3.1.2). */
export function oai(asked: Asked): Promise<Response> {
  return answer(asked, [...new URL(asked.context.req.url).searchParams]);
}

/** The same by POST, as a form. */
export async function oaiForm(asked: Asked): Promise<Response> {
  return answer(asked, [...new URLSearchParams(await asked.context.req.text())]);
}

/** The schema of our own metadata format. */
export function oaiRecordSchema({ context }: Asked): Promise<Response> {
  return textAnswer(context, { mediaType: 'application/xml', body: recordSchema });
}

async function answer(asked: Asked, parameters: readonly [string, string][]): Promise<Response> {
  const { office, context, options } = asked;
  const question = { baseUrl: `${originOf(context, options)}/oai`, at: office.clock.now().toISOString() };
  const said = (repeated: readonly [string, string][], inside: string) =>
    textAnswer(context, {
      mediaType,
      body: oaiAnswer({ ...question, parameters: repeated }, inside),
      alwaysNew: true,
    });
  try {
    return await said(parameters, await told(asked, readRequest(parameters, options.writeKey)));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    return said(error.repeatsQuestion ? parameters : [], errorPart(error));
  }
}

async function told(asked: Asked, request: OaiRequest): Promise<string> {
  switch (request.verb) {
    case 'Identify':
      return identify(asked);
    case 'ListSets':
      return setsPart();
    case 'ListMetadataFormats':
      if (request.identifier !== undefined) await itemOf(asked, request.identifier);
      return formatsPart(originOf(asked.context, asked.options));
    case 'GetRecord': {
      const item = await itemOf(asked, request.identifier);
      return `<GetRecord>${recordPart(item, request.metadataPrefix)}</GetRecord>`;
    }
    default:
      return list(asked, request);
  }
}

function identify({ office, context, options }: Asked): string {
  const repository = repositoryOf(office.publicAddress);
  const baseUrl = `${originOf(context, options)}/oai`;
  return identifyPart({
    name: `Southbridge, ${repository}`,
    baseUrl,
    adminEmail: options.adminEmail ?? 'administrator@localhost.localdomain',
    earliest: office.board.toldSpan()?.first ?? `${office.clock.now().toISOString().slice(0, 19)}Z`,
    ...(hasDomainName(repository) ? { repository } : {}),
    sample: oaiIdentifier(repository, { register: 'activity', id: 'abcd-efgh-ijkm' }),
  });
}

/** @throws OaiError `idDoesNotExist`, also for a record of which nobody outside knows. */
async function itemOf(asked: Asked, identifier: string): Promise<OaiItem> {
  const name = recordNameIn(repositoryOf(asked.office.publicAddress), identifier);
  const found = name && (await harvestOne(asked.office, name.register, name.id));
  if (found === undefined) throw new OaiError('idDoesNotExist', 'No record of this node has that identifier');
  return itemFrom(asked, found);
}

type ListRequest = Extract<OaiRequest, { readonly cursor: number }>;

async function list(asked: Asked, request: ListRequest): Promise<string> {
  const { verb, metadataPrefix, set, from, until, after, cursor } = request;
  const within = set === undefined ? {} : setIn(set);
  const query = { ...(from && { from }), ...(until && { until }), ...(after && { after }), ...within };
  const found = within === undefined ? [] : await harvest(asked.office, { ...query, limit: pageSize + 1 });
  if (found.length === 0) throw new OaiError('noRecordsMatch', 'Nothing was told in that time and set');
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const items = page.map((one) => itemFrom(asked, one));
  const parts = items.map((item) =>
    verb === 'ListRecords' ? recordPart(item, metadataPrefix) : headerPart(item),
  );
  const more = found.length > pageSize && last !== undefined;
  const token = more
    ? writeToken({ ...request, after: last.told, cursor: cursor + pageSize }, asked.options.writeKey)
    : '';
  const end = more || cursor > 0 ? tokenPart(token, cursor) : '';
  return `<${verb}>${parts.join('')}${end}</${verb}>`;
}

function itemFrom({ office, context, options }: Asked, harvested: Harvested): OaiItem {
  const {
    register,
    id,
    told: { at },
    countries,
    languages,
    record,
  } = harvested;
  return {
    identifier: oaiIdentifier(repositoryOf(office.publicAddress), { register, id }),
    at,
    sets: setsOf(register, countries, languages),
    address: `${originOf(context, options)}/en/${register}/${id}`,
    ...(record && { record }),
  };
}
