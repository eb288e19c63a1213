import { answersOf, coverageOf } from '../../operations/requests/answers-of.ts';
import { type NeedsQuestion, needFacets, needsBoard } from '../../operations/requests/needs-board.ts';
import { show } from '../../operations/show.ts';
import { addressOf } from '../address.ts';
import type { Asked } from '../asked.ts';
import { readerOf } from '../caller.ts';

/** Released needs with their clocks, and what became of all of them. */
export async function needs({ office, context, options }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const filters = needFacets.flatMap((facet) => {
    const values = searchParams.getAll(facet).flatMap((value) => value.split(','));
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  const within = Number(searchParams.get('within') ?? Number.NaN);
  const question: NeedsQuestion = {
    filters: Object.fromEntries(filters),
    ...(Number.isInteger(within) ? { within } : {}),
  };
  const { asOf, lines, facets, numbers, observed } = await needsBoard(office, question);
  const address = addressOf(context, options);
  return context.json({
    asOf,
    total: lines.length,
    needs: lines.map(({ record: { recordId: id, register, title, request, sectors }, clock }) => {
      const { asking = [], help = [], languages = [], neededBy } = request;
      return {
        id,
        title,
        address: address({ register: { name: register }, id }),
        asking,
        help,
        languages,
        sectors,
        ...(neededBy === undefined ? {} : { neededBy }),
        ...clock,
      };
    }),
    facets,
    numbers,
    observed,
  });
}

/** The answers to a need that the reader may see, and how many there are. */
export async function needAnswers(asked: Asked): Promise<Response> {
  const { office, context, options } = asked;
  const [id = ''] = (context.req.param('id') ?? '').split('.');
  const reader = await readerOf(asked);
  const { record, state } = await show(office, 'need', id, reader);
  const answers = await answersOf(office, id, [reader]);
  const address = addressOf(context, options);
  return context.json({
    need: record.id,
    all: (state.matches ?? []).filter(({ stage }) => stage !== 'withdrawn').length,
    answers: answers.map((answer) => {
      const { record, by, stage, because, first, at } = answer;
      const { id: match, values, register } = record;
      const coverage = coverageOf(answer);
      return {
        id: match,
        title: values[register.title],
        summary: values[register.summary],
        address: address({ register: { name: register.name }, id: match }),
        answeredBy: by,
        stage,
        part: coverage !== 'whole',
        ...(coverage === undefined ? {} : { coverage }),
        first,
        since: at,
        ...(because === undefined ? {} : { because }),
      };
    }),
  });
}
