import type { IncomingMessage, ServerResponse } from 'node:http';
import { patternOf, requestId, type Watch } from './watched.ts';

/** Answers that lie ready. */
export interface AtHand {
  /** Whether there is one; it may prove stale. Costs next to nothing. */
  has(request: IncomingMessage): boolean;
  /** Undefined where it proved stale. */
  answer(request: IncomingMessage): Promise<ReadyAnswer | undefined>;
}

export interface ReadyAnswer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly bytes: Uint8Array | null;
  /** The pattern of the address. */
  readonly route: string;
}

/** Answers a request at once, or leaves it: then nothing was written, and the app has to answer. */
export type Quickly = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | false;

/** Sends what lies ready without the app, watched as everything else. What fails is left to the app, which says why. */
export function quickly(atHand: AtHand, watch: Watch): Quickly {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const id = requestId(request.headers['x-request-id']?.toString());
    const end = watch.begin(id);
    const ready = await atHand.answer(request).catch(() => undefined);
    if (ready === undefined) {
      end();
      return false;
    }
    const { status, headers, bytes, route } = ready;
    response.writeHead(status, [...headers, 'x-request-id', id]).end(bytes);
    end({ method: 'GET', route: patternOf(route), status });
    return true;
  };
  return (request, response) => !watch.tooMany && atHand.has(request) && answer(request, response);
}
