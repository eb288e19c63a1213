import type { Context } from 'hono';
import { Fault } from '../kernel/fault.ts';
import { isRecordId, type RecordId } from '../kernel/ids.ts';
import { type InterfaceLanguage, isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Office } from '../operations/house.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { ApiOptions } from './api-app.ts';
import type { Caller } from './caller.ts';
import type { ApiRoute } from './route.ts';

/** A request as handlers get it. */
export interface Asked {
  readonly office: Office;
  readonly options: ApiOptions;
  readonly context: Context;
  /** All routes, for what describes them. */
  readonly routes: readonly ApiRoute[];
  /** Who asks, where the route is not for everybody: then it was looked up before. */
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

/** The language of the address, else English. */
export function languageOf(context: Context): InterfaceLanguage {
  const [, first = ''] = new URL(context.req.url).pathname.split('/');
  return isInterfaceLanguage(first) ? first : 'en';
}
