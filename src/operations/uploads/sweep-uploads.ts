import type { Office } from '../house.ts';

/** Throws away forms that were typed and files that were sent, once their time is over: also where nobody sends or types any more. */
export async function sweepUploads({ uploads, clock }: Office): Promise<void> {
  await uploads.sweep(clock.now().toISOString());
}
