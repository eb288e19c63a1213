import type { StepName } from '../lifecycle/workflow.ts';
import type { AnswerName, BodyName } from './schemas.ts';

/**
 * Who a route is for. `everybody`: also somebody signed in, who may see more. `session`: signed in. `post`: acting for a
 * post. `postOrKey`: that, or a program with the node's own key. Whether the post may, policy says.
 */
export type Who = 'everybody' | 'session' | 'post' | 'postOrKey';

/** One address of the API and what it does; handlers, OpenAPI and reference page follow from the table. */
export interface ApiRoute {
  readonly method: 'get' | 'put' | 'post';
  /** `{name}` stands for a part of the address. */
  readonly path: string;
  /** Name of the handler, and `operationId` of OpenAPI. */
  readonly name: string;
  /** In English, for programmers. */
  readonly summary: string;
  readonly who: Who;
  readonly body?: BodyName;
  readonly answer?: AnswerName;
  /** Parameters of the question part of the address. */
  readonly query?: readonly string[];
  /** The step of the workflow that is taken. */
  readonly step?: StepName;
}

const record = '/{lang}/{register}/{id}';

const node = [
  {
    method: 'get',
    path: '/health',
    name: 'health',
    summary: 'Whether the node can read its log, and how far its index is behind.',
    who: 'everybody',
    answer: 'Health',
  },
  {
    method: 'get',
    path: '/openapi.json',
    name: 'openApi',
    summary: 'This description, as OpenAPI 3.1.',
    who: 'everybody',
  },
  {
    method: 'get',
    path: '/{lang}/search.json',
    name: 'search',
    summary:
      'One page of the records that a search finds, with totals and counts of facets. Takes `q`, `sort`, `page`, `size` and every facet; `due` is fresh, due, stale or unconfirmed.',
    who: 'everybody',
    answer: 'Search',
    query: ['q', 'sort', 'page', 'size'],
  },
  {
    method: 'get',
    path: '/{lang}/search.{format}',
    name: 'searchFile',
    summary: 'All records that a search finds, as JSON Lines, CSV or Excel.',
    who: 'everybody',
    query: ['q', 'sort'],
  },
] as const satisfies readonly ApiRoute[];

const signingIn = [
  {
    method: 'post',
    path: '/{lang}/sign-in.json',
    name: 'signIn',
    summary:
      'A token for `Authorization: Bearer …`, good for 30 minutes without use and 12 hours at most; or a ticket where a second factor is set up.',
    who: 'everybody',
    body: 'SignIn',
    answer: 'Session',
  },
  {
    method: 'post',
    path: '/{lang}/sign-in/code.json',
    name: 'showCode',
    summary: 'A token for a ticket and the code of an authenticator, or a recovery code.',
    who: 'everybody',
    body: 'SignInCode',
    answer: 'Session',
  },
  {
    method: 'post',
    path: '/{lang}/sign-out.json',
    name: 'signOut',
    summary: 'Ends the session of the token.',
    who: 'session',
  },
] as const satisfies readonly ApiRoute[];

const records = [
  {
    method: 'get',
    path: `${record}.json`,
    name: 'record',
    summary:
      'A record as everybody may see it; with a session as the post may see it. The ETag is `"id.revision.seq"`.',
    who: 'everybody',
    answer: 'Record',
    query: ['post'],
  },
  {
    method: 'get',
    path: `${record}.{format}`,
    name: 'recordFile',
    summary: 'A record as JSON Lines, CSV or Excel.',
    who: 'everybody',
    query: ['post'],
  },
  {
    method: 'put',
    path: `${record}.json`,
    name: 'edit',
    summary:
      'Writes a revision, or a new record with `If-None-Match: *`. A post writes a draft of its country, or as a third party what it has read; the node’s own key writes as a third party.',
    who: 'postOrKey',
    body: 'Edit',
    answer: 'Record',
  },
] as const satisfies readonly ApiRoute[];

const steps = [
  step('submit', 'submit', 'The draft is ready for the focal point.', 'Act'),
  step('return', 'return', 'The focal point sends the draft back with remarks.', 'Return'),
  step(
    'release',
    'release',
    'The draft becomes the word of its country; the other countries named are asked.',
    'Act',
  ),
  step('confirm', 'confirm', 'A country that was asked says that the revision in force is right.', 'Answer'),
  step('let-pass', 'letPass', 'It lets the revision stand without a word of its own.', 'Answer'),
  step('dispute', 'dispute', 'It says which fields are not right, and what it holds to be so.', 'Dispute'),
  step('reconfirm', 'reconfirm', 'A country that vouched says that the record is still right.', 'Act'),
  step('adopt', 'adopt', 'A country makes the statement of a third party its own word.', 'Answer'),
  step('reject', 'reject', 'A country says that the statement of a third party is not so.', 'Rejection'),
  step('reserve', 'reserve', 'A country attaches a printed reservation to the record or a field.', 'Reserve'),
  step('lift', 'liftReservation', 'It lifts a reservation of its own.', 'Lift'),
  step('link', 'link', 'A side says that another record reports the same initiative.', 'Pair'),
  step('part', 'part', 'A side says that they are two.', 'Pair'),
  step('withdraw', 'withdraw', 'The record no longer counts; its address stays and says why.', 'ReasonedAct'),
  step(
    'archive',
    'archive',
    'The record is over: kept under its address, found by no search.',
    'ReasonedAct',
  ),
] as const satisfies readonly ApiRoute[];

function step<N extends StepName, B extends BodyName>(word: string, name: N, summary: string, body: B) {
  const path = `${record}/${word}.json`;
  return { method: 'post', path, name, summary, who: 'post', body, answer: 'Record', step: name } as const;
}

const desk = [
  {
    method: 'post',
    path: '/{lang}/reconfirm.json',
    name: 'reconfirmMany',
    summary: 'Says of many records that they are still right; each is answered by itself.',
    who: 'post',
    body: 'ReconfirmMany',
    answer: 'Outcomes',
  },
  {
    method: 'get',
    path: '/{lang}/desk.json',
    name: 'desk',
    summary: 'What waits for the post, in the order in which it should be done, and counts by kind.',
    who: 'post',
    answer: 'Desk',
    query: ['post', 'kind', 'page', 'size'],
  },
] as const satisfies readonly ApiRoute[];

const posts = [
  {
    method: 'get',
    path: '/{lang}/posts.json',
    name: 'posts',
    summary:
      'Focal points, roster managers and secretariats, never persons; with a session all posts that the post keeps, with their holders.',
    who: 'everybody',
    answer: 'Posts',
    query: ['post'],
  },
  keeping('post', '', 'openPost', 'Opens a post; nobody holds it yet.', 'NewPost'),
  keeping('put', '/{id}', 'changePost', 'Says anew what the post is.', 'ChangedPost'),
  keeping('post', '/{id}/invite', 'invite', 'Mails an invitation to hold the post.', 'Invitation'),
  keeping(
    'post',
    '/{id}/appoint',
    'appoint',
    'Somebody with an account holds the post from today on.',
    'Person',
  ),
  keeping('post', '/{id}/relieve', 'relieve', 'Somebody no longer holds the post.', 'Person'),
  keeping('post', '/{id}/hand-over', 'handOver', 'The post changes its holder in one step.', 'Person'),
  keeping('post', '/{id}/close', 'closePost', 'Nobody holds the post any more; what it did stays.', 'Acting'),
] as const satisfies readonly ApiRoute[];

function keeping<N extends string, B extends BodyName>(
  method: 'put' | 'post',
  rest: string,
  name: N,
  summary: string,
  body: B,
) {
  return {
    method,
    path: `/{lang}/posts${rest}.json`,
    name,
    summary,
    who: 'post',
    body,
    answer: 'Post',
  } as const;
}

const words = [
  {
    method: 'get',
    path: '/{lang}/reservations.json',
    name: 'reservations',
    summary: 'Printed reservations of countries on labels of code lists and on words.',
    who: 'everybody',
    answer: 'Reservations',
  },
  {
    method: 'post',
    path: '/{lang}/reservations.json',
    name: 'reserveWords',
    summary: 'A country attaches a reservation to a label or a word; a second one on the same replaces it.',
    who: 'post',
    body: 'ReserveWords',
    answer: 'Reservations',
  },
  {
    method: 'post',
    path: '/{lang}/reservations/{id}/lift.json',
    name: 'liftWords',
    summary: 'A country lifts a reservation of its own.',
    who: 'post',
    body: 'Acting',
    answer: 'Reservations',
  },
] as const satisfies readonly ApiRoute[];

/** Addresses with words of their own stand before those in which any register fits. */
const rows = [...node, ...signingIn, ...desk, ...posts, ...words, ...records, ...steps];

/** A route as the table writes it: its name tells its body. */
export type KnownRoute = (typeof rows)[number];

export const routeTable: readonly ApiRoute[] = rows;
