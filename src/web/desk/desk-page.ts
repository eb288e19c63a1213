import type { Context } from 'hono';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
} from '../../kernel/language-tag.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { deskStyle } from '../desk-style.ts';
import type { ErrorStatus } from '../errors.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { Visitor } from './visitor.ts';

/** Beginning of every address that has a language: `/:lang`. */
export const languages = `/:lang{(?:${interfaceLanguages.join('|')})}` as const;

declare module 'hono' {
  interface ContextVariableMap {
    /** The words of one request, with the marks of reservations; one object, as it remembers what was marked. */
    words?: Translate;
  }
}

/** The words of the address's language; the route lets only ours in. */
export function wordsOf(c: Context): Translate {
  const made = c.get('words');
  if (made !== undefined) return made;
  const lang = c.req.param('lang') ?? '';
  const known: InterfaceLanguage = isInterfaceLanguage(lang) ? lang : 'en';
  return translator(known);
}

export interface DeskPage {
  readonly title: string;
  /** Without the language. */
  readonly path: string;
  readonly body: Html;
  readonly visitor?: Visitor;
  readonly status?: 200 | ErrorStatus;
}

/** A page for one person: never kept by anybody, never listed. */
export function deskPage(
  c: Context,
  { title, path, body, visitor, status = 200 }: DeskPage,
): Response | Promise<Response> {
  c.header('cache-control', 'private, no-store');
  const t = wordsOf(c);
  const made = page({
    t,
    title,
    path,
    body,
    unlisted: true,
    moreStyle: deskStyle,
    ...(visitor === undefined ? {} : { visitor }),
  });
  return c.html(String(made), status);
}
