import type { StepName } from '../../lifecycle/workflow.ts';
import { stepHandlers } from '../handlers/steps.ts';
import { recordAfterwards } from '../record-answer.ts';
import type { ApiRoute } from '../route.ts';

export const stepRoutes: readonly ApiRoute[] = [
  {
    ...step('submit', 'submit', 'The draft is ready for the focal point.'),
    body: 'Act',
    handle: stepHandlers.submit,
  },
  {
    ...step('return', 'return', 'The focal point sends the draft back with remarks.'),
    body: 'Return',
    handle: stepHandlers.return,
  },
  {
    ...step(
      'entrust',
      'entrust',
      'The focal point gives the record to an organisation of its country to write on.',
    ),
    body: 'Entrust',
    handle: stepHandlers.entrust,
  },
  {
    ...step(
      'release',
      'release',
      'The draft becomes the word of its country; the other countries named are asked.',
    ),
    body: 'Act',
    handle: stepHandlers.release,
  },
  {
    ...step('confirm', 'confirm', 'A country that was asked says that the revision in force is right.'),
    body: 'Confirm',
    handle: stepHandlers.confirm,
  },
  {
    ...step('let-pass', 'letPass', 'It lets the revision stand without a word of its own.'),
    body: 'Answer',
    handle: stepHandlers.letPass,
  },
  {
    ...step('dispute', 'dispute', 'It says which fields are not right, and what it holds to be so.'),
    body: 'Dispute',
    handle: stepHandlers.dispute,
  },
  {
    ...step('decline', 'decline', 'A side that was asked does not go on with a match, and says why.'),
    body: 'Decline',
    handle: stepHandlers.decline,
  },
  {
    ...step('reconfirm', 'reconfirm', 'A country that vouched says that the record is still right.'),
    body: 'Act',
    handle: stepHandlers.reconfirm,
  },
  {
    ...step('adopt', 'adopt', 'A country makes the statement of a third party its own word.'),
    body: 'Answer',
    handle: stepHandlers.adopt,
  },
  {
    ...step('reject', 'reject', 'A country says that the statement of a third party is not so.'),
    body: 'Rejection',
    handle: stepHandlers.reject,
  },
  {
    ...step('reserve', 'reserve', 'A country attaches a printed reservation to the record or a field.'),
    body: 'Reserve',
    handle: stepHandlers.reserve,
  },
  {
    ...step('lift', 'liftReservation', 'It lifts a reservation of its own.'),
    body: 'Lift',
    handle: stepHandlers.liftReservation,
  },
  {
    ...step('link', 'link', 'A side says that another record reports the same initiative.'),
    body: 'Pair',
    handle: stepHandlers.link,
  },
  { ...step('part', 'part', 'A side says that they are two.'), body: 'Pair', handle: stepHandlers.part },
  {
    ...step('withdraw', 'withdraw', 'The record no longer counts; its address stays and says why.'),
    body: 'ReasonedAct',
    handle: stepHandlers.withdraw,
  },
  {
    ...step('archive', 'archive', 'The record is over: kept under its address, found by no search.'),
    body: 'ReasonedAct',
    handle: stepHandlers.archive,
  },
  {
    ...step(
      'erase',
      'erase',
      'What the record says, and said, in a personal field is taken out of pages, log and backups for good.',
    ),
    body: 'Erase',
    handle: stepHandlers.erase,
  },
];

/** What all steps with a record have in common. */
function step(word: string, name: StepName, summary: string) {
  return {
    method: 'post',
    path: `/api/records/{register}/{id}/${word}`,
    twin: `/{lang}/{register}/{id}/${word}.json`,
    name,
    summary,
    who: 'post',
    scope: 'act',
    answer: 'Record',
    step: name,
    afterwards: recordAfterwards,
  } as const;
}
