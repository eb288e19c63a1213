/** By whom something was done, beside the post: for those who keep the record or the post. */
export interface Trace {
  /** The account that held the post; absent for what a machine or a file said. */
  readonly holder?: string;
  /** Name of the key with which a program acted for that account. */
  readonly key?: string;
  /** Names the request of a program that must not be done twice: whether it was done is seen from this. */
  readonly request?: string;
}
