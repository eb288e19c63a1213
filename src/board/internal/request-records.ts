import type { RecordId } from '../../kernel/ids.ts';
import type {
  AskedAndOffered,
  RequestRecord,
  RequestRole,
} from '../../operations/ports/asked-and-offered.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';

/** Needs, offers, calls and adoptions in memory, as the board's records say them: what was never in force is not here. */
export class RequestRecords implements AskedAndOffered {
  readonly #records = new Map<RecordId, RequestRecord>();
  readonly #byRole = new Map<RequestRole, readonly RequestRecord[]>();
  version = 0;

  put(record: BoardRecord): void {
    const { request, recordId, register, title, countries, sectors, state, changed } = record;
    if (request === undefined || state.inForce === undefined) return;
    this.version += 1;
    this.#byRole.delete(request.role);
    this.#records.set(recordId, { recordId, register, title, countries, sectors, state, changed, request });
  }

  find(id: RecordId): RequestRecord | undefined {
    return this.#records.get(id);
  }

  of(role: RequestRole): readonly RequestRecord[] {
    const known = this.#byRole.get(role);
    if (known !== undefined) return known;
    const found = [...this.#records.values()].filter(({ request }) => request.role === role);
    this.#byRole.set(role, found);
    return found;
  }
}
