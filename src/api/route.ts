import type { StepName } from '../lifecycle/workflow.ts';
import type { Asked } from './asked.ts';
import type { AnswerName, Body, BodyName } from './schemas.ts';

/**
 * Who a route is for. `everybody`: also somebody signed in, who may see more. `session`: signed in. `post`: acting for a
 * post. `postOrKey`: that, or a program with the node's own key. Whether the post may, policy says.
 */
export type Who = 'everybody' | 'session' | 'post' | 'postOrKey';

interface Described {
  readonly method: 'get' | 'put' | 'post';
  /** `{name}` stands for a part of the address; `pattern.ts` says what fits. */
  readonly path: string;
  /** A second address of the same: that of the page of this thing, with an ending. */
  readonly twin?: string;
  /** `operationId` of OpenAPI; each is used once. */
  readonly name: string;
  /** In English, for programmers. */
  readonly summary: string;
  readonly who: Who;
  readonly answer?: AnswerName;
  /** Status of the usual answer; 200 where absent. */
  readonly done?: 201 | 202 | 204;
  /** Media types of an answer that is not JSON. */
  readonly sends?: readonly string[];
  /** Parameters of the question part of the address. */
  readonly query?: readonly string[];
  /** The step of the workflow that is taken. */
  readonly step?: StepName;
}

/** A route that reads no body, or one of its own: then it says what it takes, and the app cuts off what is longer. */
interface Plain extends Described {
  readonly body?: undefined;
  readonly takes?: { readonly mediaTypes: readonly string[]; readonly bytes: number };
  readonly handle: (asked: Asked) => Promise<Response>;
}

/** A route that gets JSON, checked by the schema of this name. */
interface Taking<N extends BodyName> extends Described {
  readonly body: N;
  readonly takes?: undefined;
  readonly handle: (asked: Asked, body: Body<N>) => Promise<Response>;
}

/** One address of the API, what it does and what answers there; OpenAPI and reference page follow from it. */
export type ApiRoute = Plain | { [N in BodyName]: Taking<N> }[BodyName];
