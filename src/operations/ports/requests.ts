/** An answer as it was given: so that the same request gets the same one. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What is known of a request when it comes. `new`: it may be done. `done`: the answer stands; without `answer` where
 * that was not kept. `underWay`: it came before and is being done. `broken`: it was begun when the log ended at `since`,
 * and nobody saw its end: whether it was done is to be seen from the log. `other`: the name was given to another request.
 */
export type Known =
  | { readonly is: 'new' | 'underWay' | 'other' }
  | { readonly is: 'done'; readonly answer?: KeptAnswer }
  | { readonly is: 'broken'; readonly since: number };

/** Requests that programs gave a name so that they are not done twice: kept on disk for two days. */
export interface Requests {
  /** `name` is the caller's and the program's; `digest` says what was asked; `head` is the end of the log. On disk when it answers. */
  begin(request: {
    readonly name: string;
    readonly digest: string;
    readonly head: number;
    /** Whose data the answer may hold: it goes with the account. */
    readonly account?: string;
  }): Promise<Known>;
  /** The request was done; its answer is kept unless it is left out. */
  finish(name: string, answer?: KeptAnswer): Promise<void>;
  /** It broke, and the log says whether it was done: for whoever asks again. */
  leave(name: string): Promise<void>;
  /** Nothing was done, and it may be asked again. */
  forget(name: string): Promise<void>;
}
