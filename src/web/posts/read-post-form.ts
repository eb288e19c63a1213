import { Fault } from '../../kernel/fault.ts';
import { type LangText, langTextFrom } from '../../kernel/lang-text.ts';
import { interfaceLanguages, type LanguageTag } from '../../kernel/language-tag.ts';
import { type PostKind, type PostProfile, postKinds } from '../../lifecycle/post.ts';
import { isLanguage } from '../../vocabulary/languages.ts';
import { sectors } from '../../vocabulary/sectors.ts';

const mostOrganisations = 200;
const mostDays = 365;
const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/;

/** What was typed into the form of a post. @throws Fault `invalid` {place}. */
export function readPostForm(form: URLSearchParams, lang: LanguageTag): PostProfile {
  const kind = postKinds.find((one) => one === form.get('kind'));
  if (kind === undefined) throw wrong('kind', form.get('kind') ?? '', postKinds.join(', '));
  const [country, organisation, contact] = ['country', 'organisation', 'contact'].map((name) =>
    (form.get(name) ?? '').trim(),
  );
  if (contact !== undefined && contact !== '' && !address.test(contact)) {
    throw wrong('contact', contact, 'office@example.org');
  }
  const days = daysIn(form);
  return {
    kind,
    title: titleIn(form, lang),
    languages: languagesIn(form),
    ...(country === undefined || country === '' ? {} : { country }),
    ...(organisation === undefined || organisation === '' ? {} : { organisation }),
    ...(contact === undefined || contact === '' ? {} : { contact }),
    ...(days === undefined ? {} : { responseDays: days }),
    ...shareIn(form, kind),
  };
}

/** What of it can be shown again in the form, however wrong the rest is. */
export function typedPost(form: URLSearchParams): Partial<PostProfile> {
  const kind = postKinds.find((one) => one === form.get('kind'));
  const texts = textsIn(form);
  const days = Number(form.get('responseDays') ?? '');
  const [country, organisation, contact] = ['country', 'organisation', 'contact'].map(
    (name) => form.get(name) ?? '',
  );
  return {
    ...(kind === undefined ? {} : { kind, ...shareIn(form, kind) }),
    title: { original: form.get('original') ?? '', texts },
    languages: [...form.getAll('language'), ...tagsIn(form)],
    ...(country === '' || country === undefined ? {} : { country }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(contact === undefined ? {} : { contact }),
    ...(days > 0 ? { responseDays: days } : {}),
  };
}

/** The language in which it was named first stays the original as long as it has a name in it. */
function titleIn(form: URLSearchParams, lang: LanguageTag): LangText {
  const preferred = [form.get('original') ?? '', lang, ...interfaceLanguages];
  const title = langTextFrom(textsIn(form), preferred);
  if (title === undefined) throw wrong('title', '', '…');
  return title;
}

function textsIn(form: URLSearchParams): Readonly<Record<LanguageTag, string>> {
  const typed = [...form].flatMap(([name, text]): [string, string][] =>
    name.startsWith('title.') && text.trim() !== '' ? [[name.slice('title.'.length), text.trim()]] : [],
  );
  return Object.fromEntries(typed.filter(([tag]) => isLanguage(tag)));
}

function tagsIn(form: URLSearchParams): readonly string[] {
  const typed = (form.get('languages') ?? '').split(/[\s,;،、]+/);
  return typed.filter((tag) => tag !== '').map((tag) => tag.toLowerCase());
}

function languagesIn(form: URLSearchParams): readonly string[] {
  const all = [...new Set([...form.getAll('language'), ...tagsIn(form)])];
  const unknown = all.find((tag) => !isLanguage(tag));
  if (unknown !== undefined) throw wrong('languages', unknown, 'en, fr, sw');
  return all;
}

function daysIn(form: URLSearchParams): number | undefined {
  const typed = (form.get('responseDays') ?? '').trim();
  if (typed === '') return undefined;
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw wrong('responseDays', typed, `1–${mostDays}`);
  return days;
}

/** What only a focal point has. */
function shareIn(form: URLSearchParams, kind: PostKind): Partial<PostProfile> {
  if (kind !== 'focalPoint') return {};
  const chosen = form.getAll('sector').filter((code) => sectors.entries.has(code));
  const organisations = (form.get('organisations') ?? '')
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, mostOrganisations);
  return {
    ...(chosen.length === 0 ? {} : { sectors: chosen }),
    ...(organisations.length === 0 ? {} : { organisations }),
    ...(form.get('twoPersons') === 'yes' ? { twoPersons: true } : {}),
  };
}

function wrong(place: string, got: string, right: string): Fault {
  return new Fault('invalid', { place, got, right });
}
