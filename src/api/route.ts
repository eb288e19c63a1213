import type { StepName } from '../lifecycle/workflow.ts';
import type { KeyScope } from '../operations/ports/api-keys.ts';
import type { Asked } from './asked.ts';
import type { AnswerName, Body, BodyName } from './schemas.ts';

/**
 * Who a route is for. `everybody`: also somebody signed in, who may see more. `session`: signed in. `post`: acting for a
 * post. `postOrKey`: that, or a program with the node's own key. Whether the post may, policy says.
 */
export type Who = 'everybody' | 'session' | 'post' | 'postOrKey';

/** The first entry that a request has written: for which post, and about which record or post. */
export interface Written {
  readonly post: string;
  readonly id: string;
}

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
  /** What a key must allow; absent: where somebody has to be signed in, no key will do. */
  readonly scope?: KeyScope | 'read';
  readonly answer?: AnswerName;
  /** Status of the usual answer; 200 where absent. */
  readonly done?: 201 | 202 | 204;
  /** Media types of an answer that is not JSON. */
  readonly sends?: readonly string[];
  /** Parameters of the question part of the address. */
  readonly query?: readonly string[];
  /** The answer to a request that was done and whose answer was lost: how things stand now. */
  readonly afterwards?: (asked: Asked, written: Written) => Promise<Response>;
  /** The answer holds a secret and is not kept: the request is done once, and says so when it comes again. */
  readonly secret?: true;
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
