import type { z } from 'zod';
import { deskAnswers, deskBodies } from './schemas/desk.ts';
import { followUpAnswers } from './schemas/follow-up.ts';
import { iatiAnswers } from './schemas/iati.ts';
import { keyAnswers, keyBodies } from './schemas/keys.ts';
import { logAnswers } from './schemas/log.ts';
import { matchingAnswers, matchingBodies } from './schemas/matching.ts';
import { needSchemas } from './schemas/needs.ts';
import { nodeAnswers } from './schemas/node.ts';
import { postAnswers, postBodies } from './schemas/posts.ts';
import { recordAnswers, recordBodies } from './schemas/records.ts';
import { reportAnswers, reportBodies } from './schemas/reports.ts';
import { reservationAnswers, reservationBodies } from './schemas/reservations.ts';
import { roundAnswers } from './schemas/rounds.ts';
import { signingInAnswers, signingInBodies } from './schemas/signing-in.ts';
import { standardAnswers } from './schemas/standard.ts';
import { stepBodies } from './schemas/steps.ts';
import { suggestionAnswers, suggestionBodies } from './schemas/suggestions.ts';
import { vocabularyAnswers } from './schemas/vocabulary.ts';

/** What programs send. */
export const bodies = {
  ...signingInBodies,
  ...recordBodies,
  ...stepBodies,
  ...deskBodies,
  ...reservationBodies,
  ...reportBodies,
  ...postBodies,
  ...keyBodies,
  ...suggestionBodies,
  ...matchingBodies,
} as const;

/** What programs get. */
export const answers = {
  ...nodeAnswers,
  ...logAnswers,
  ...recordAnswers,
  ...signingInAnswers,
  ...deskAnswers,
  ...postAnswers,
  ...keyAnswers,
  ...reservationAnswers,
  ...reportAnswers,
  ...roundAnswers,
  ...vocabularyAnswers,
  ...iatiAnswers,
  ...standardAnswers,
  ...suggestionAnswers,
  ...followUpAnswers,
  ...needSchemas,
  ...matchingAnswers,
} as const;

export type BodyName = keyof typeof bodies;
export type Body<N extends BodyName> = z.infer<(typeof bodies)[N]>;
export type AnswerName = keyof typeof answers;
