import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { House } from '../../operations/house.ts';
import { type Shown, show } from '../../operations/show.ts';

/** Another record as everybody sees it; undefined where nobody sees anything: a draft of another country is none of ours. */
export async function publicly(house: House, register: string, id: RecordId): Promise<Shown | undefined> {
  try {
    return await show(house, register, id);
  } catch (error) {
    if (error instanceof Fault && error.code === 'notFound') return undefined;
    throw error;
  }
}
