import type { PostKind } from './post.ts';
import type { Phase } from './state.ts';

/** What a person can do to a record. */
export const stepNames = [
  'observe',
  'save',
  'submit',
  'return',
  'entrust',
  'release',
  'confirm',
  'dispute',
  'letPass',
  'decline',
  'reconfirm',
  'adopt',
  'reject',
  'reserve',
  'liftReservation',
  'link',
  'part',
  'withdraw',
  'archive',
  'erase',
  'decideDuplicate',
] as const;
export type StepName = (typeof stepNames)[number];

/**
 * On whose side the post must stand: `owner` of the country whose record it is; `author` the same, and a contributor
 * only for records of its own organisation: those that it began, and those that its focal point gave to it; `counterpart` of a country that was asked; `named` of any country that the
 * record names; `keeper` of the country whose record it is, or an administrator; `convenor` the post that began the record; `member` one that speaks for a member of its room; `reserving` of the country whose reservation it is; `concerned` of the country whose record it is or of
 * one that it names, or of no country at all; `anybody`.
 */
export type Side =
  | 'author'
  | 'owner'
  | 'keeper'
  | 'counterpart'
  | 'named'
  | 'vouching'
  | 'convenor'
  | 'member'
  | 'reserving'
  | 'concerned'
  | 'anybody';

/** When a step can be taken, by whom, and what it needs. */
export interface StepRule {
  /** Phases of the work; absent: any. */
  readonly from?: readonly Phase[];
  readonly by: readonly PostKind[];
  readonly side: Side;
  /** A revision must be in force; it must be a country's word; a draft must be there; the post's country was asked and has not answered. */
  readonly needs?: 'inForce' | 'released' | 'draft' | 'asked';
  /** The step makes something official: a second factor was shown. */
  readonly strong?: true;
  readonly reason?: true;
  /** What is written is the post's own act: it needs no source. */
  readonly decides?: true;
}

/** The steps that a register allows, as data. */
export type Workflow = Readonly<Partial<Record<StepName, StepRule>>>;

const focal: readonly PostKind[] = ['focalPoint'];
const typists: readonly PostKind[] = ['contributor', 'rosterManager', 'focalPoint'];

/** What stands in a personal field is taken out for good, of a record that is over too. */
const erasing: StepRule = { by: ['focalPoint', 'administrator'], side: 'keeper', strong: true };

/** Institutions type, their country's focal point releases, the other countries answer. */
export const focalPointReview: Workflow = {
  observe: { by: ['secretariat', 'administrator', 'focalPoint', 'rosterManager'], side: 'anybody' },
  save: { by: typists, side: 'author' },
  submit: { from: ['draft', 'returned'], by: typists, side: 'author', needs: 'draft' },
  return: { from: ['submitted'], by: focal, side: 'owner', needs: 'draft' },
  entrust: { by: focal, side: 'owner' },
  release: { from: ['draft', 'submitted'], by: focal, side: 'owner', needs: 'draft', strong: true },
  confirm: { by: focal, side: 'counterpart', needs: 'inForce', strong: true },
  dispute: { by: focal, side: 'counterpart', needs: 'inForce' },
  letPass: { by: focal, side: 'counterpart', needs: 'inForce' },
  reconfirm: { by: focal, side: 'vouching', needs: 'released', strong: true },
  adopt: { from: ['observed'], by: focal, side: 'named', needs: 'inForce', strong: true },
  reject: { from: ['observed'], by: focal, side: 'named', needs: 'inForce', reason: true },
  reserve: { by: focal, side: 'anybody', needs: 'inForce' },
  liftReservation: { by: focal, side: 'reserving' },
  link: { by: focal, side: 'vouching', needs: 'released' },
  part: { by: focal, side: 'vouching', needs: 'released' },
  withdraw: { by: focal, side: 'owner', needs: 'released', reason: true, strong: true },
  archive: { by: focal, side: 'owner', needs: 'released', reason: true },
  erase: erasing,
  decideDuplicate: { by: ['secretariat', 'administrator', 'focalPoint'], side: 'concerned' },
};

/** What concerns nobody but its owner: sources, events, organisations. Nobody is asked to confirm them. */
export const ownWord: Workflow = Object.fromEntries(
  Object.entries(focalPointReview).filter(([step]) => !['confirm', 'dispute', 'letPass'].includes(step)),
);

/**
 * An answer to a need: either side writes it, its focal point accepts it by releasing it, and the other side's agrees by
 * confirming it or declines. Once, and only while it is asked: what both have agreed is not agreed again. Nobody observes here.
 */
export const matching: Workflow = {
  save: { by: typists, side: 'author' },
  submit: { from: ['draft', 'returned'], by: typists, side: 'author', needs: 'draft' },
  return: { from: ['submitted'], by: focal, side: 'owner', needs: 'draft' },
  entrust: { by: focal, side: 'owner' },
  release: { from: ['draft', 'submitted'], by: focal, side: 'owner', needs: 'draft', strong: true },
  confirm: { by: focal, side: 'counterpart', needs: 'asked', strong: true },
  decline: { by: focal, side: 'counterpart', needs: 'asked' },
  reserve: { by: focal, side: 'anybody', needs: 'inForce' },
  liftReservation: { by: focal, side: 'reserving' },
  withdraw: { by: focal, side: 'owner', needs: 'released', reason: true, strong: true },
  archive: { by: focal, side: 'owner', needs: 'released', reason: true },
  erase: erasing,
};

/** What a secretariat decides for all: rounds of reporting, decisions of a review. It is in force as written. */
export const secretariatWord: Workflow = {
  observe: { by: ['secretariat'], side: 'anybody', decides: true },
  reserve: { by: focal, side: 'anybody', needs: 'inForce' },
  liftReservation: { by: focal, side: 'reserving' },
};

/** What one post begins and keeps: a consultation, what it came to. Third parties say nothing of it. */
export const convening: Workflow = inRoom(['secretariat', 'focalPoint'], 'convenor');

/** What a member of a consultation says: it writes and gives it itself. */
export const speaking: Workflow = inRoom(typists, 'member');

function inRoom(by: readonly PostKind[], side: Side): Workflow {
  return {
    save: { by, side },
    release: { from: ['draft', 'submitted'], by, side, needs: 'draft', strong: true },
    withdraw: { by, side, needs: 'released', reason: true, strong: true },
  };
}
