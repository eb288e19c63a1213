/** Where a node is, who asks, and in which language. */
export interface NodeOptions {
  /** Such as `https://southbridge.example.org`. */
  readonly address: string;
  /** A key of a post, or the token of a session; absent: what everybody may read. */
  readonly token?: string | undefined;
  /** Language of words and refusals: en, fr, es, ar, ru, zh or pt. */
  readonly lang?: string;
  /** Stands in for the `fetch` of Node or the browser. */
  readonly fetch?: (address: string, init: RequestInit) => Response | Promise<Response>;
}

/** What came: the data, and the version of what they show. */
export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  /** For `ifMatch` of the next write. */
  readonly etag?: string;
  readonly headers: Headers;
}

/** What any request may say. */
export interface Conditions {
  /** The ETag that was seen: the write is refused when the thing has moved since. */
  readonly ifMatch?: string | undefined;
  /** `*`: the write is refused where there is one already. */
  readonly ifNoneMatch?: string;
  /** A word of yours: the request is done once, however often it is sent. */
  readonly idempotencyKey?: string;
}

/** A refusal (RFC 9457): `code` for programs, `message` for people. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: { readonly [name: string]: unknown };
  /** What is wrong with which member or field. */
  readonly findings: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  /** The record as it stands now, where it has moved. */
  readonly current: unknown;
  /** Seconds after which to ask again, where that was said. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    body: Partial<Problem> & { readonly title?: string },
    retryAfter: string | null,
  ) {
    super(body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? '';
    this.params = body.params ?? {};
    this.findings = body.findings ?? [];
    this.current = body.current;
    this.retryAfter = retryAfter === null ? undefined : Number(retryAfter);
  }
}

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface Request extends Conditions {
  readonly query?: Query;
  readonly body?: unknown;
}

/** Sends requests to one node. Works wherever there is `fetch`. */
export class Asking {
  readonly #options: NodeOptions;

  constructor(options: NodeOptions) {
    this.#options = options;
  }

  /** @throws Problem for every refusal. */
  protected async ask<T>(method: string, path: string, request: Request = {}): Promise<Answer<T>> {
    const { address, fetch = globalThis.fetch } = this.#options;
    const question = questionOf(request.query ?? {});
    const answer = await fetch(`${address.replace(/\/$/, '')}${path}${question}`, {
      method,
      headers: this.#headers(request),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await answer.text();
    // The node says what it sends; what is no JSON came from something in between.
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const data: unknown = isJson && text !== '' ? JSON.parse(text) : {};
    if (!answer.ok) throw new Problem(answer.status, data as object, answer.headers.get('retry-after'));
    const etag = answer.headers.get('etag');
    // The type is that of the description, against which the node's own checks hold its answers.
    return {
      status: answer.status,
      data: data as T,
      headers: answer.headers,
      ...(etag === null ? {} : { etag }),
    };
  }

  #headers({ body, ifMatch, ifNoneMatch, idempotencyKey }: Request): Record<string, string> {
    const { token, lang } = this.#options;
    const said = {
      authorization: token === undefined ? undefined : `Bearer ${token}`,
      'accept-language': lang,
      'content-type': body === undefined ? undefined : 'application/json',
      'if-match': ifMatch,
      'if-none-match': ifNoneMatch,
      'idempotency-key': idempotencyKey,
    };
    return Object.fromEntries(
      Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }
}

function questionOf(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
    for (const one of all) parameters.append(name, String(one));
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}
