import type { StepName } from '../../lifecycle/workflow.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Facts, refusal } from '../../policy/may.ts';
import { fieldLabel, stepLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { type Posts, postName } from '../pieces/post-name.ts';
import { shownText } from '../pieces/texts.ts';
import { isIdle, isOpen } from './acting.ts';
import { factorLink } from './factor-link.ts';
import { howMuchInPanel, meetsOwnNeed } from './how-much.ts';
import type { VisitorLook } from './look-at.ts';
import { stepAddress, stepButton } from './step-form.ts';
import { type FormStep, firstSteps, formSteps, isAsking } from './steps.ts';

/** What the visitor can do with the record now, for each of his or her posts; nothing where there is nothing to do. */
export function panel(t: Translate, look: VisitorLook, posts: Posts): Html {
  const offers = look.actors.flatMap((actor) => {
    const entries = entriesFor(t, look, actor);
    return entries.length === 0 ? [] : [{ actor, entries }];
  });
  if (offers.length === 0) return html``;
  return html`<section aria-labelledby=can><h2 id=can>${t('review.can')}</h2>${offers.map(
    ({ actor, entries }) =>
      html`<p class=soft>${t('review.as')} <bdi>${postName(t, posts, actor.post.id)}</bdi></p><ul class=acts>${entries}</ul>`,
  )}</section>`;
}

function entriesFor(t: Translate, look: VisitorLook, actor: Actor): readonly Html[] {
  const { facts } = look;
  const offered = formSteps.filter(
    (step) =>
      step !== 'liftReservation' &&
      step !== 'part' &&
      isOpen(step, actor, facts) &&
      !isIdle(step, actor, facts.state) &&
      !(step === 'submit' && isOpen('release', actor, facts)),
  );
  return [
    ...writing(t, look, actor),
    ...offered.map((step) => entry(t, facts, actor, step, offer(t, look, actor, step))),
    ...ownReservations(t, look, actor),
  ];
}

/** The ways to the form: as the country's own side, else as an observer of others. */
function writing(t: Translate, look: VisitorLook, actor: Actor): readonly Html[] {
  const { facts } = look;
  const post = actor.post.id;
  const link = (step: 'save' | 'correct' | 'observe', query: Readonly<Record<string, string>>): Html =>
    html`<li><a class="btn quiet" href="${stepAddress(t, look, 'edit', query)}">${t(`act.${step}`)}</a> <small>${t(`act.${step}.help`)}</small>`;
  if (isOpen('save', actor, facts)) {
    return [link(facts.state.owner === undefined ? 'correct' : 'save', { post })];
  }
  return isOpen('observe', actor, facts) ? [link('observe', { post, as: 'observer' })] : [];
}

function offer(t: Translate, look: VisitorLook, actor: Actor, step: FormStep): Html {
  if (step === 'confirm') {
    const asked = meetsOwnNeed(look, actor) && howMuchInPanel(t, look);
    return stepButton(t, look, actor, step, { first: true, ...(asked === false ? {} : { asked }) });
  }
  if (!isAsking(step)) return stepButton(t, look, actor, step, { first: firstSteps.has(step) });
  return html`<a class="btn quiet" href="${stepAddress(t, look, step, { post: actor.post.id })}">${stepLabel(t, step, look.facts.register.name)}</a>`;
}

function entry(t: Translate, facts: Facts, actor: Actor, step: FormStep, what: Html): Html {
  const wanting = wantsFactor(step, actor, facts) && html` ${factorLink(t)}`;
  return html`<li>${what} <small>${helpOf(t, step, facts)}${wanting}</small>`;
}

/**
 * What a step does: in a consultation nobody is asked to confirm, and of a closed one nothing becomes public. An answer to
 * a need has a room as well, for its two sides; there the other side is asked.
 */
function helpOf(t: Translate, step: FormStep, { register, room }: Facts): string {
  const ofRoom = !register.crossCheck && register.means.some((one) => one.startsWith('room:'));
  if (step !== 'release' || !ofRoom) return stepLabel(t, step, register.name, '.help');
  return t(room?.closed === true ? 'act.release.closedHelp' : 'act.release.roomHelp');
}

function wantsFactor(step: StepName, actor: Actor, facts: Facts): boolean {
  return refusal(step, actor, facts)?.code === 'secondFactorNeeded';
}

function ownReservations(t: Translate, look: VisitorLook, actor: Actor): readonly Html[] {
  const { facts, shown } = look;
  if (!isOpen('liftReservation', actor, facts)) return [];
  const { register, review } = shown.record;
  return review.reservations
    .filter(({ country }) => country === actor.post.country)
    .map(({ id, on, text }) => {
      const about = on.kind === 'field' ? fieldLabel(t, register.name, on.field) : t('reservation.whole');
      const button = stepButton(t, look, actor, 'liftReservation', { more: { reservation: id } });
      return html`<li>${button} <small>${about}${colon(t)}${shownText(t, text)}</small>`;
    });
}
