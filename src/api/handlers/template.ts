import { getRegister } from '../../registers/all-registers.ts';
import type { Asked } from '../asked.ts';
import { download } from '../download.ts';
import { fileContext } from '../file-context.ts';

/** An empty workbook to be filled in: the sheets of one register, with drop-down lists and notes. */
export async function template(asked: Asked): Promise<Response> {
  const register = getRegister(asked.context.req.param('register') ?? '');
  return download('xlsx', `southbridge-${register.name}`, none(), fileContext(asked, [register]));
}

async function* none(): AsyncGenerator<never> {}
