import { recordIdFrom } from '../src/kernel/ids.ts';
import type { RecordEvent } from '../src/lifecycle/event.ts';
import type { IndexDocument } from '../src/operations/ports.ts';
import type { Random } from './corpus.ts';
import type { Answered, Ask } from './load-client.ts';
import { pick } from './load-reads.ts';
import { clerkOf, focalOf, typedValues } from './office-records.ts';

/** What people do: each step with the kind of entry that it leaves in the log. */
export const stepKinds = {
  save: 'revision',
  submit: 'submitted',
  release: 'released',
  confirm: 'confirmed',
  reconfirm: 'reconfirmed',
} as const satisfies Record<string, RecordEvent['type'] | 'revision'>;
export type LoadStep = keyof typeof stepKinds;
const steps = Object.keys(stepKinds) as LoadStep[];

/** A record that waits for a step of a post; `seen` is the last entry that the post knows of. */
export interface Waiting {
  readonly id: string;
  readonly post: string;
  readonly seen: number;
  /** A new record's values. */
  readonly values?: object;
}

/** A write that the node has acknowledged. */
export interface Acknowledged {
  readonly step: LoadStep;
  readonly id: string;
  readonly post: string;
}

export interface Write extends Waiting {
  readonly step: LoadStep;
}

/** What waits for whom, as the people at the node know it. Each record is in one hand at a time. */
export class Workload {
  readonly acknowledged: Acknowledged[] = [];
  /** Writes that came too late because the record had moved, and were sent again after another look. */
  moved = 0;
  readonly #queues: Readonly<Record<LoadStep, Waiting[]>>;
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #typed: Iterator<IndexDocument>;
  readonly #run = Date.now();
  #made = 0;

  constructor(
    queues: Readonly<Record<Exclude<LoadStep, 'save'>, Waiting[]>>,
    tokens: ReadonlyMap<string, string>,
    typed: Iterator<IndexDocument>,
  ) {
    this.#queues = { ...queues, save: [] };
    this.#tokens = tokens;
    this.#typed = typed;
  }

  /** Any step that can be taken now, each as likely as the others. */
  next(random: Random): Write {
    const step = pick(random, steps) ?? 'save';
    const queue = this.#queues[step];
    const [waiting] = queue.splice(Math.floor(queue.length * random()), 1);
    return waiting === undefined ? { step: 'save', ...this.#newRecord() } : { step, ...waiting };
  }

  ask({ step, id, post, seen, values }: Write): Ask {
    const headers = {
      authorization: `Bearer ${this.#tokens.get(post)}`,
      'content-type': 'application/json',
    };
    const path = `/en/activity/${id}`;
    if (step === 'save') {
      const body = JSON.stringify({ post, values });
      return { method: 'PUT', path: `${path}.json`, headers: { ...headers, 'if-none-match': '*' }, body };
    }
    return { method: 'POST', path: `${path}/${step}.json`, headers, body: JSON.stringify({ post, seen }) };
  }

  /** Takes note of the answer, and gives the write that follows from it at once; anything else is unexpected. */
  took(write: Write, answer: Answered): 'done' | 'unexpected' | Write {
    const { step, id, post } = write;
    const seen = Number(/\.(\d+)"$/.exec(answer.header('etag') ?? '')?.[1]);
    if (answer.status === 409 && step !== 'save' && seen > write.seen) {
      this.moved += 1;
      return { ...write, seen };
    }
    if (answer.status !== (step === 'save' ? 201 : 200)) return 'unexpected';
    this.acknowledged.push({ step, id, post });
    const { review } = JSON.parse(answer.body().toString()) as { review: Review };
    this.#goOn(step, { id, post, seen }, review);
    return 'done';
  }

  /** The next one whose word the record waits for. */
  #goOn(step: LoadStep, { id, post, seen }: Waiting, { owner = '', answers }: Review): void {
    const queues = this.#queues;
    if (step === 'save') queues.submit.push({ id, post, seen });
    else if (step === 'submit') queues.release.push({ id, post: focalOf(countryOf(post)), seen });
    else if (step !== 'reconfirm') {
      const asked = Object.entries(answers).find(
        ([country, { state }]) => state === 'asked' && this.#tokens.has(focalOf(country)),
      );
      if (asked !== undefined) queues.confirm.push({ id, post: focalOf(asked[0]), seen });
      else queues.reconfirm.push({ id, post: focalOf(owner), seen });
    }
  }

  #newRecord(): Waiting {
    const next = this.#typed.next();
    if (next.done === true) throw new Error('nothing is left to type');
    const { owner, values } = typedValues(next.value);
    this.#made += 1;
    const id = recordIdFrom('activity', `load ${this.#run} ${this.#made}`);
    return { id, post: clerkOf(owner, 0), seen: 0, values };
  }
}

/** Of a post that types for a country: the owner of a draft is nobody's business yet, so answers do not say it. */
function countryOf(post: string): string {
  return (post.split('-')[1] ?? '').toUpperCase();
}

interface Review {
  readonly owner?: string;
  readonly answers: Readonly<Record<string, { readonly state: string }>>;
}
