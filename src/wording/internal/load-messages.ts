import { readFileSync } from 'node:fs';
import accounts from '../../../messages/en/accounts.json' with { type: 'json' };
import api from '../../../messages/en/api.json' with { type: 'json' };
import consultations from '../../../messages/en/consultations.json' with { type: 'json' };
import database from '../../../messages/en/database.json' with { type: 'json' };
import desk from '../../../messages/en/desk.json' with { type: 'json' };
import diffusion from '../../../messages/en/diffusion.json' with { type: 'json' };
import faults from '../../../messages/en/faults.json' with { type: 'json' };
import followUp from '../../../messages/en/follow-up.json' with { type: 'json' };
import followUpBoard from '../../../messages/en/follow-up-board.json' with { type: 'json' };
import followUpReport from '../../../messages/en/follow-up-report.json' with { type: 'json' };
import followUpRounds from '../../../messages/en/follow-up-rounds.json' with { type: 'json' };
import forms from '../../../messages/en/forms.json' with { type: 'json' };
import iati from '../../../messages/en/iati.json' with { type: 'json' };
import loans from '../../../messages/en/loans.json' with { type: 'json' };
import mail from '../../../messages/en/mail.json' with { type: 'json' };
import matching from '../../../messages/en/matching.json' with { type: 'json' };
import needs from '../../../messages/en/needs.json' with { type: 'json' };
import office from '../../../messages/en/office.json' with { type: 'json' };
import operating from '../../../messages/en/operating.json' with { type: 'json' };
import pages from '../../../messages/en/pages.json' with { type: 'json' };
import posts from '../../../messages/en/posts.json' with { type: 'json' };
import review from '../../../messages/en/review.json' with { type: 'json' };
import sheets from '../../../messages/en/sheets.json' with { type: 'json' };
import standard from '../../../messages/en/standard.json' with { type: 'json' };
import suggestions from '../../../messages/en/suggestions.json' with { type: 'json' };
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

/** One file a topic in `messages/<language>/`; English is the model. */
const topics = [
  'pages',
  'faults',
  'forms',
  'accounts',
  'posts',
  'standard',
  'suggestions',
  'review',
  'consultations',
  'desk',
  'mail',
  'matching',
  'needs',
  'loans',
  'office',
  'diffusion',
  'follow-up',
  'follow-up-board',
  'follow-up-report',
  'follow-up-rounds',
  'api',
  'iati',
  'sheets',
  'database',
  'operating',
] as const;
const english = {
  ...pages,
  ...faults,
  ...forms,
  ...accounts,
  ...posts,
  ...standard,
  ...suggestions,
  ...review,
  ...consultations,
  ...desk,
  ...mail,
  ...matching,
  ...needs,
  ...loans,
  ...office,
  ...diffusion,
  ...followUp,
  ...followUpBoard,
  ...followUpReport,
  ...followUpRounds,
  ...api,
  ...iati,
  ...sheets,
  ...database,
  ...operating,
};

/** Every key of a message. */
export type MessageKey = keyof typeof english & string;

type Messages = Readonly<Record<MessageKey, string>>;

const loaded = new Map<InterfaceLanguage, Messages>([['en', english]]);

/** The messages of one language as they are written; read when first asked for. That every language has every key is checked by a test. */
export function messagesOf(lang: InterfaceLanguage): Messages {
  const known = loaded.get(lang) ?? loadMessages(lang);
  loaded.set(lang, known);
  return known;
}

function loadMessages(lang: InterfaceLanguage): Messages {
  const all = topics.map((topic): Record<string, string> => {
    const file = new URL(`../../../messages/${lang}/${topic}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8'));
  });
  return Object.assign({}, ...all);
}
