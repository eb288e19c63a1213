import { Fault } from '../../kernel/fault.ts';
import type { Translate } from '../../wording/messages.ts';
import { refusedWords } from '../desk/refused-words.ts';

/** What a form's work gave, or why it came to nothing, in words that help whoever typed it. */
export type Attempt<Given> = { readonly given: Given } | { readonly refused: string };

/** Does the work of a form; a refusal that the person can mend comes back in words, every other one is thrown on. */
export async function attempt<Given>(t: Translate, work: () => Promise<Given>): Promise<Attempt<Given>> {
  try {
    return { given: await work() };
  } catch (error) {
    if (!(error instanceof Fault) || !isMendable(error)) throw error;
    return { refused: refusalText(t, error) };
  }
}

function isMendable(fault: Fault): boolean {
  const unknown =
    fault.code === 'notFound' && ['account', 'invitation'].includes(String(fault.params['register']));
  return unknown || fault.meaning === 'refused' || fault.meaning === 'conflict';
}

function refusalText(t: Translate, fault: Fault): string {
  const { code, params } = fault;
  if (code === 'notFound' && params['register'] === 'invitation') return t('post.notInvited');
  if (code === 'notFound') return t('post.nobodyThere', { email: String(params['id'] ?? '') });
  if (code === 'invalid' && params['place'] === 'to') return t('post.holdsAlready');
  if (code === 'invalid' && params['place'] === 'reason') return t('post.factor.needsReason');
  const missing = code === 'invalid' && params['got'] === '';
  if (missing && params['place'] === 'title') return t('post.needs.title');
  if (missing && params['place'] === 'languages') return t('post.needs.languages');
  if (missing && params['place'] === 'organisation') return t('post.needs.organisation');
  if (code === 'unknownCountry' && params['got'] === '') return t('post.needs.country');
  return refusedWords(t, fault);
}
