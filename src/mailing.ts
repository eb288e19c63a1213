import { setImmediate as breath } from 'node:timers/promises';
import { langText } from './kernel/lang-text.ts';
import type { InterfaceLanguage } from './kernel/language-tag.ts';
import { daysAfter, freshnessOn } from './lifecycle/freshness.ts';
import type { Post } from './lifecycle/post.ts';
import type { RoundTask } from './operations/follow-up/rounds-waiting.ts';
import { type Office, today } from './operations/house.ts';
import type { Deed } from './operations/notes/deeds-of-others.ts';
import { dueNotes, type Note } from './operations/notes/due-notes.ts';
import {
  type DigestReader,
  type InterestDigest,
  interestDigests,
} from './operations/notes/interest-digests.ts';
import type { BoardRecord, Task, TaskKind } from './operations/ports/board.ts';
import type { LetterWords } from './operations/ports/letter-words.ts';
import type { Letter } from './operations/ports/outbox.ts';
import { countryName } from './vocabulary/countries.ts';
import { choiceParts, choicePath } from './web/needs/choice-words.ts';
import { arrow } from './web/pieces/arrow.ts';
import { dailyNote } from './wording/mail/daily-note.ts';
import { factorResetLetter } from './wording/mail/factor-reset-letter.ts';
import type { WordedLetter, Words } from './wording/mail/frame.ts';
import { handOverLetter } from './wording/mail/hand-over-letter.ts';
import { interestDigest, interestLetter } from './wording/mail/interest-letters.ts';
import { invitationLetter } from './wording/mail/invitation-letter.ts';
import type { NoteKind, NoteLine } from './wording/mail/note-line.ts';
import { type DeedLine, weeklyDigest } from './wording/mail/weekly-digest.ts';
import { type Translate, translator } from './wording/messages.ts';
import { comma } from './wording/punctuation.ts';

/** The letters that go out with an act, in words. */
export const letterWords: LetterWords = {
  invitation: (lang, about) => invitationLetter(translator(lang), about),
  handOver: (lang, about) => handOverLetter(translator(lang), about),
  interest: (lang, about) => interestLetter(translator(lang), about),
  factorReset: (lang, about) => factorResetLetter(translator(lang), about),
};

/** How long a link that ends the digests is good, in minutes: a year. */
const unsubscribeMinutes = 366 * 24 * 60;

/** Up to where it was looked for news last: as long as nothing happens there are none before the next day. */
const looked = new WeakMap<Office['log'], string>();

/**
 * Queues what posts are to be told today and sends what waits. Called every few minutes and after each act: what was
 * told is not told again, whoever calls and however often.
 */
export async function sendMail(office: Office): Promise<void> {
  const standing = `${today(office)} ${await office.log.head()}`;
  if (looked.get(office.log) !== standing) {
    for (const note of await dueNotes(office)) {
      await office.outbox.enqueue([await letterFor(office, note)], note.at);
      await breath();
    }
    await queueDigests(office);
    looked.set(office.log, standing);
  }
  await office.outbox.deliver(office.clock.now().toISOString());
}

/** New needs and offers for who asked to hear of them, once a day at most: what comes later on the day waits for the next. */
async function queueDigests(office: Office): Promise<void> {
  const { digests, seq } = await interestDigests(office);
  const at = office.clock.now().toISOString();
  for (const digest of digests) {
    const last = await office.outbox.lastQueued(digest.series);
    if (last !== undefined && last.slice(0, 10) >= at.slice(0, 10)) continue;
    const letters: Letter[] = [];
    for (const reader of digest.readers) letters.push(await digestLetter(office, digest, reader));
    await office.outbox.enqueue(letters, at);
    for (const { interest, named } of digest.told)
      await office.accounts.interests.told(interest.id, seq, named);
    await breath();
  }
}

async function digestLetter(
  office: Office,
  { choices, lines }: InterestDigest,
  { key, email, language }: DigestReader,
): Promise<Letter> {
  const [interest = '', ...others] = choices.map(({ id }) => id);
  const asked = { purpose: 'endInterest', interest, others } as const;
  const secret = await office.accounts.letter(asked, unsubscribeMinutes);
  const start = `${office.publicAddress}/${language}`;
  const unsubscribe = `${start}/follow/stop?secret=${secret}`;
  const t = translator(language);
  const post = postOf(office, choices);
  const words = interestDigest(t, {
    site: `${start}/`,
    ...(post === undefined ? {} : { post: post.title }),
    choices: choices.map((choice) => ({
      parts: choiceParts(t, choice),
      ...(post === undefined ? {} : { address: `${start}${choicePath(choice.id)}` }),
    })),
    lines: lines.map((line) => ({
      ...line,
      who: namesOf(t, line.countries),
      address: `${start}/${line.register}/${line.id}`,
    })),
    all: `${start}/needs`,
    unsubscribe,
  });
  return { key, to: email, language, unsubscribe, ...words };
}

/** Of a post's letter all choices are its own. */
function postOf({ board }: Office, [choice]: InterestDigest['choices']): Post | undefined {
  return choice !== undefined && 'post' in choice.to ? board.posts().get(choice.to.post) : undefined;
}

async function letterFor(office: Office, note: Note): Promise<Letter> {
  const { key, account, kind } = note;
  const { language } = account;
  if (kind === 'daily') return { key, to: account.email, language, ...worded(office, note) };
  const secret = await office.accounts.letter(
    { purpose: 'unsubscribe', accountId: account.id },
    unsubscribeMinutes,
  );
  const unsubscribe = `${office.publicAddress}/${language}/unsubscribe?secret=${secret}`;
  return { key, to: account.email, language, unsubscribe, ...worded(office, note, unsubscribe) };
}

function worded(office: Office, note: Note, unsubscribe = ''): WordedLetter {
  const { account, post, kind, tasks, care } = note;
  const t = translator(account.language);
  const start = `${office.publicAddress}/${account.language}`;
  const day = note.at.slice(0, 10);
  const lines = [
    ...note.rounds.map((round) => roundLine(round, start, post.id, day)),
    ...tasks.flatMap((task) => lineOf(task, start, day, t)),
  ];
  const frame = { site: `${start}/`, post: post.title, workspace: `${start}/desk?post=${post.id}` };
  if (kind === 'daily') return dailyNote(t, { ...frame, lines });
  const due = lines.flatMap(({ dueOn, what, ...line }) =>
    what === 'due' && dueOn !== undefined ? [{ ...line, dueOn }] : [],
  );
  return weeklyDigest(t, {
    ...frame,
    from: daysAfter(day, -7),
    to: daysAfter(day, -1),
    ...(care === undefined ? {} : { counts: care }),
    observed: note.observed,
    observedList: `${frame.workspace}&show=observed`,
    waiting: lines.filter(({ what }) => what !== 'due'),
    due,
    others: note.others.map((deed) => deedLine(office, deed, start, account.language)),
    unsubscribe,
  });
}

/** Statements of third parties are counted in letters, not listed. */
const kinds: Readonly<Partial<Record<TaskKind, NoteKind>>> = {
  toReview: 'toReview',
  toConfirm: 'toConfirm',
  positionWanted: 'positionWanted',
  disputed: 'disputed',
  returned: 'returned',
  draft: 'returned',
  pair: 'linkProposed',
  duplicate: 'duplicate',
  due: 'due',
};

function lineOf(
  { kind, record, dueOn }: Task,
  start: string,
  day: string,
  t: Translate,
): readonly NoteLine[] {
  const named = kinds[kind];
  if (named === undefined) return [];
  const stale = kind === 'due' && freshnessOn(dueOn, day) === 'stale';
  return [
    {
      title: record.title,
      what: stale ? 'stale' : named,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...betweenIn(t, record),
      address: `${start}/${record.register}/${record.recordId}`,
    },
  ];
}

/** An answer, and what came of it, has the title of its need: who shares with whom tells them apart. */
function betweenIn(t: Translate, { request }: BoardRecord): Pick<NoteLine, 'between'> {
  const { offering = [], asking = [] } = request ?? {};
  if (offering.length === 0 || asking.length === 0) return {};
  return { between: `${namesOf(t, offering)} ${arrow(t.lang)} ${namesOf(t, asking)}` };
}

function namesOf(t: Translate, countries: readonly string[]): string {
  return countries.map((country) => countryName(country, t.lang)).join(comma(t));
}

function roundLine({ round, left }: RoundTask, start: string, post: string, day: string): NoteLine {
  return {
    title: round.title,
    what: round.deadline < day ? 'reportOverdue' : 'toReport',
    dueOn: round.deadline,
    measures: left,
    address: `${start}/follow-up/rounds/${round.id}/answer?post=${post}`,
  };
}

function deedLine(office: Office, deed: Deed, start: string, lang: InterfaceLanguage): DeedLine {
  const { record, type, at } = deed;
  return {
    title: record.title,
    who: whoDid(office, deed, lang),
    what: type,
    on: at.slice(0, 10),
    address: `${start}/${record.register}/${record.recordId}`,
  };
}

/** Another country by its name; a post of one's own by its title. */
function whoDid({ board }: Office, { country, post }: Deed, lang: InterfaceLanguage): Words {
  if (country !== undefined) return langText(lang, countryName(country, lang));
  return board.posts().get(post)?.title ?? post;
}
