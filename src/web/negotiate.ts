import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type InterfaceLanguage, isInterfaceLanguage } from '../kernel/language-tag.ts';
import { acceptedLanguage } from '../wording/accepted-language.ts';
import { pageAddress } from './address.ts';

const cookie = 'lang';
const aYear = 365 * 24 * 60 * 60;

/** The language a reader once chose, else the first of ours that the browser asks for, else English. */
export function languageFor(c: Context): InterfaceLanguage {
  const chosen = getCookie(c, cookie);
  if (chosen !== undefined && isInterfaceLanguage(chosen)) return chosen;
  return acceptedLanguage(c.req.header('accept-language')) ?? 'en';
}

/** From `/` to the home page in the reader's language. */
export function toHome(c: Context): Response {
  c.header('vary', 'Accept-Language, Cookie');
  c.header('cache-control', 'private, no-cache');
  return c.redirect(pageAddress(languageFor(c), '/'), 302);
}

/**
 * `/language/fr?to=/flows`: remembers the language and goes to the page in it. Only this address sets a cookie, so that
 * pages stay the same for everybody. An unknown language or a foreign address leads to a home page.
 */
export function toLanguage(c: Context): Response {
  const asked = c.req.param('lang') ?? '';
  const lang = isInterfaceLanguage(asked) ? asked : languageFor(c);
  setCookie(c, cookie, lang, { path: '/', maxAge: aYear, sameSite: 'Lax', httpOnly: true });
  c.header('cache-control', 'private, no-store');
  return c.redirect(pageAddress(lang, ownPath(c.req.query('to') ?? '/')), 303);
}

/** A path within this house in visible ASCII, as our own links have it: it follows `/fr`, so it cannot name another host. */
export function ownPath(to: string): string {
  return /^\/(?!\/)[!-[\]-~]{0,2000}$/.test(to) ? to : '/';
}
