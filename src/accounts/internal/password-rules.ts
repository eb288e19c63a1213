import { Fault } from '../../kernel/fault.ts';
import { commonWords, keyRows } from './common-words.ts';
import { longestPassword } from './password-hash.ts';

/** NIST SP 800-63B asks for 8 and advises more; accounts here speak for governments. */
const shortestPassword = 12;

/** Letters that are often written as something else. */
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * Refuses what is guessed first. No rule about kinds of characters: a sentence is better than `P4ssword!`.
 * @throws Fault `weakPassword` with `why`: `short`, `long`, `common` (well-known words, rows of keys, repetitions) or
 * `personal` (the person's own address or name), and `right`, the numbers of characters allowed.
 */
export function refuseWeak(
  password: string,
  person: { readonly email: string; readonly name: string },
): void {
  const length = [...password.normalize('NFC')].length;
  const refuse = (why: 'short' | 'long' | 'common' | 'personal') => {
    throw new Fault('weakPassword', { why, right: `${shortestPassword}–${longestPassword}` });
  };
  if (length < shortestPassword) refuse('short');
  if (length > longestPassword) refuse('long');
  const plain = fold(password);
  if (isPersonal(plain, person)) refuse('personal');
  const stem = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ([plain, undisguised(plain), undisguised(stem)].some(isCommon)) refuse('common');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function undisguised(text: string): string {
  return [...text].map((character) => disguises[character] ?? character).join('');
}

function isPersonal(plain: string, { email, name }: { email: string; name: string }): boolean {
  const address = fold(email);
  const own = [address, ...address.split('@'), name].map((text) => letters(fold(text)));
  return plain === address || own.some((text) => text !== '' && text === letters(plain));
}

/** Nothing is left of it but numbers and marks once well-known words are taken out; or it is a run. */
function isCommon(plain: string): boolean {
  return isRepetition(plain) || isRun(plain) || letters(withoutWords(letters(plain))) === '';
}

/** `text` without numbers, marks and spaces. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}]/gu, '');
}

/** Longest words first, so that `passwords` is not left with its last letter. */
const byLength = [...commonWords].sort((a, b) => b.length - a.length);

function withoutWords(text: string): string {
  return byLength.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}

/** One piece again and again: `aaaaaaaaaaaa`, `abc1abc1abc1`, `monkeymonkey1`. */
function isRepetition(plain: string): boolean {
  return /^(.{1,10}?)\1+.{0,2}$/su.test(plain);
}

/** At least three quarters of it follow each other in the alphabet, among the digits or on a row of keys, either way. */
function isRun(plain: string): boolean {
  const characters = [...plain];
  const following = characters.filter((character, place) => {
    const before = characters[place - 1];
    return before !== undefined && keyRows.some((row) => row.includes(before + character));
  });
  return following.length >= characters.length * 0.75;
}
