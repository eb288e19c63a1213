import type { House } from '../../operations/house.ts';
import { decline } from '../../operations/requests/decline.ts';
import { confirm, dispute, letPass } from '../../operations/review/answer.ts';
import { entrust } from '../../operations/review/entrust.ts';
import { erase } from '../../operations/review/erase.ts';
import { adopt, reject } from '../../operations/review/observation.ts';
import { link, part } from '../../operations/review/pair.ts';
import { reconfirm } from '../../operations/review/reconfirm.ts';
import { release } from '../../operations/review/release.ts';
import { liftReservation, reserve } from '../../operations/review/reserve.ts';
import { returnRecord, submit } from '../../operations/review/submit.ts';
import type { Act } from '../../operations/review/take-step.ts';
import { archive, withdraw } from '../../operations/review/withdraw.ts';
import { show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Asked, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import { seenOf } from '../etag.ts';
import { recordBody, recordHeaders } from '../record-answer.ts';
import type { Body, BodyName } from '../schemas.ts';
import { withCurrent } from '../with-current.ts';

/** What the body of every step says. */
interface Said {
  readonly post?: string;
  readonly seen?: number;
  readonly reason?: string;
  readonly revision?: number;
}

/** A verb of review, with what its body says beyond that. */
type Take<N extends BodyName> = (
  house: House,
  actor: Actor,
  act: Act & { readonly revision: number } & Omit<Body<N>, keyof Said>,
) => Promise<unknown>;

/** A step with a record: taken for a post, on the record as it was seen; the answer is the record afterwards. */
function step<N extends BodyName>(take: Take<N>) {
  return async (asked: Asked, body: Body<N> & Said): Promise<Response> => {
    const { post, seen: said, revision, reason, ...rest } = body;
    const { office, context } = asked;
    const place = placeOf(context);
    const actor = await actorOf(asked, post);
    return withCurrent(asked, place, actor, async () => {
      // Of a record that the post may not see nothing is said, not even that it moved.
      const { state } = await show(office, place.register, place.id, actor);
      const seen = seenOf(context, place.id, said);
      // A record that stands as it was seen has the revision in force that was seen.
      const why = reason === undefined ? {} : { reason };
      await take(office, actor, {
        ...place,
        ...rest,
        ...why,
        seen,
        revision: revision ?? state.inForce ?? state.shared?.revision ?? 0,
      });
      const shown = await show(office, place.register, place.id, actor);
      return context.json(recordBody(asked, shown), 200, recordHeaders(shown, actor));
    });
  };
}

export const stepHandlers = {
  submit: step<'Act'>(submit),
  return: step<'Return'>(returnRecord),
  entrust: step<'Entrust'>(entrust),
  release: step<'Act'>(release),
  confirm: step<'Confirm'>(confirm),
  letPass: step<'Answer'>(letPass),
  dispute: step<'Dispute'>(dispute),
  decline: step<'Decline'>(decline),
  reconfirm: step<'Act'>(reconfirm),
  adopt: step<'Answer'>(adopt),
  reject: step<'Rejection'>(reject),
  reserve: step<'Reserve'>(reserve),
  liftReservation: step<'Lift'>(liftReservation),
  link: step<'Pair'>(link),
  part: step<'Pair'>(part),
  withdraw: step<'ReasonedAct'>(withdraw),
  archive: step<'ReasonedAct'>(archive),
  erase: step<'Erase'>(erase),
};
