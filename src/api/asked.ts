import type { Context } from 'hono';
import { Fault } from '../kernel/fault.ts';
import { isRecordId, type RecordId } from '../kernel/ids.ts';
import { type InterfaceLanguage, isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Office } from '../operations/house.ts';
import { getRegister } from '../registers/all-registers.ts';
import { acceptedLanguage } from '../wording/accepted-language.ts';
import type { ApiOptions } from './api-app.ts';
import type { Caller } from './caller.ts';
import type { ApiRoute } from './route.ts';

/** A request as handlers get it. */
export interface Asked {
  readonly office: Office;
  readonly options: ApiOptions;
  readonly context: Context;
  readonly route: ApiRoute;
  /** Names the request where the program wants it done once: stands in what it writes. */
  readonly request?: string;
  /** All routes, for what describes them. */
  readonly routes: readonly ApiRoute[];
  /** Who asks; looked up before anything that was sent is looked at. */
  readonly caller: Caller;
}

/** Register and id in the address, the id without what says the format. @throws Fault `notFound`, `unknownRegister`. */
export function placeOf(context: Context): { readonly register: string; readonly id: RecordId } {
  const register = context.req.param('register') ?? '';
  if (register !== '') getRegister(register);
  const [id = ''] = (context.req.param('id') ?? '').split('.');
  if (!isRecordId(id)) throw new Fault('notFound', { register, id });
  return { register, id };
}

/** The language that the address names, first in its path, then by `lang`; else the best of ours in `Accept-Language`; else English. */
export function languageOf(context: Context): InterfaceLanguage {
  const { pathname, searchParams } = new URL(context.req.url);
  const [, first = ''] = pathname.split('/');
  const asked = isInterfaceLanguage(first) ? first : (searchParams.get('lang') ?? '');
  if (isInterfaceLanguage(asked)) return asked;
  return acceptedLanguage(context.req.header('accept-language')) ?? 'en';
}
