import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { House } from '../../operations/house.ts';
import { type Shown, show } from '../../operations/show.ts';

/**
 * Another record as everybody sees it; undefined where nobody sees anything: a draft of another country is none of ours, nor
 * is a record of a register that this house does not keep.
 */
export async function publicly(house: House, register: string, id: RecordId): Promise<Shown | undefined> {
  try {
    return await show(house, register, id);
  } catch (error) {
    if (error instanceof Fault && unseen.has(error.code)) return undefined;
    throw error;
  }
}

const unseen: ReadonlySet<string> = new Set(['notFound', 'unknownRegister']);
