import type { StepName } from '../../lifecycle/workflow.ts';

/** Steps that are a form post to `/<register>/<id>/<step>`, in the order in which they are offered. */
export const formSteps = [
  'submit',
  'release',
  'return',
  'entrust',
  'confirm',
  'dispute',
  'letPass',
  'decline',
  'adopt',
  'reject',
  'reconfirm',
  'reserve',
  'liftReservation',
  'link',
  'part',
  'withdraw',
  'archive',
  'erase',
] as const satisfies readonly StepName[];
export type FormStep = (typeof formSteps)[number];

/** Steps that want more than a click: they have a page at the same address. `confirm` is one of an answer to one's own need. */
export const askingSteps = [
  'confirm',
  'return',
  'entrust',
  'dispute',
  'decline',
  'reject',
  'reserve',
  'link',
  'withdraw',
  'archive',
  'erase',
] as const satisfies readonly FormStep[];
export type AskingStep = (typeof askingSteps)[number];

/** Of the steps open at a time, the one that is most likely wanted. */
export const firstSteps: ReadonlySet<StepName> = new Set(['submit', 'release', 'confirm', 'adopt']);

export function isAsking(step: FormStep): step is AskingStep {
  return askingSteps.some((one) => one === step);
}
