import { factsOfNew } from '../../operations/facts-of.ts';
import { type NeedsQuestion, needFacets, needsBoard } from '../../operations/requests/needs-board.ts';
import type { PageMaker } from '../pages/page-makers.ts';
import { actorsOf, isOpen } from '../review/acting.ts';
import { needsPage } from './needs-page.ts';

const mostValues = 50;

/** Open needs for everybody; for who may write one, the way there. */
export const needList: PageMaker = async ({ house, t, parameters, visitor }) => {
  const question = questionIn(parameters);
  const actors = visitor === undefined ? [] : await actorsOf(house, visitor, parameters.get('post'));
  const writes = (['need', 'offer', 'call'] as const).flatMap((register) => {
    const actor = actors.find((one) => isOpen('save', one, factsOfNew(register)));
    return actor === undefined ? [] : [{ register, post: actor.post.id }];
  });
  return needsPage(t, {
    board: await needsBoard(house, question),
    question,
    node: house.publicAddress,
    writes,
  });
};

/** What an address asks for; what no filter knows leaves nothing, as elsewhere. */
function questionIn(parameters: URLSearchParams): NeedsQuestion {
  const filters = needFacets.flatMap((facet) => {
    const values = parameters.getAll(facet).filter((value) => value !== '');
    return values.length === 0 ? [] : [[facet, values.slice(0, mostValues)] as const];
  });
  const within = parameters.get('within') ?? '';
  return {
    filters: Object.fromEntries(filters),
    ...(/^\d{1,4}$/.test(within) ? { within: Number(within) } : {}),
  };
}
