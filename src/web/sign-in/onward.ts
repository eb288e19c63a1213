import type { Context } from 'hono';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { pageAddress } from '../address.ts';
import { formBytes, formTokenName } from '../desk/form.ts';
import { type Html, html } from '../html.ts';
import { ownPath } from '../negotiate.ts';

/** Where somebody goes who has signed in. */
export interface Onward {
  /** An address of ours, with its language. */
  readonly to: string;
  /** A form that was sent there when the session had ended, still to be sent again. */
  readonly typed?: URLSearchParams;
}

/** The names of the fields that every form on the way to being signed in carries along. */
const thenName = 'then';
const typedName = 'typed';

/** Largest form on that way: what was typed grows by a third where it is packed, and a little stands beside it. */
export const carryingBytes = Math.ceil((formBytes * 4) / 3) + 20_000;

/** The workspace. */
export function toDesk(lang: InterfaceLanguage): Onward {
  return { to: pageAddress(lang, '/desk') };
}

/** What a form or an address says of where to go; the workspace where it says nothing, or an address that is not ours. */
export function onwardOf(lang: InterfaceLanguage, said: URLSearchParams): Onward {
  const to = ownPath(said.get(thenName) ?? '');
  const typed = said.get(typedName);
  if (to === '/') return toDesk(lang);
  return typed === null ? { to } : { to, typed: unpacked(typed) };
}

/** The hidden fields that carry it through a form. */
export function onwardFields({ to, typed }: Onward): Html {
  return html`<input type=hidden name=${thenName} value="${to}">${
    typed !== undefined && html`<input type=hidden name=${typedName} value="${packed(typed)}">`
  }`;
}

/** The address of a page on that way, with where it leads. What was typed does not fit into an address. */
export function withThen(address: string, { to }: Onward): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ [thenName]: to })}`;
}

/** Everything typed in a form that was sent to the address asked for. */
export function sentAgainLater(c: Context, form: URLSearchParams): Onward {
  const typed = new URLSearchParams([...form].filter(([name]) => name !== formTokenName));
  return { to: addressOf(c), typed };
}

/** The address asked for, without its host. */
export function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/**
 * As one word of letters and digits: browsers neither change its line breaks nor escape its signs a second time, so that
 * a large form stays one that is taken.
 */
function packed(typed: URLSearchParams): string {
  return Buffer.from(String(typed)).toString('base64url');
}

function unpacked(word: string): URLSearchParams {
  return new URLSearchParams(Buffer.from(word, 'base64url').toString());
}
