import { canonicalJson } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';
import type { Finding } from '../kernel/finding.ts';
import type { RecordId } from '../kernel/ids.ts';
import { keyText, type RecordKey, type Revision } from '../lifecycle/revision.ts';
import { maySee } from '../policy/present.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { check } from './check.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';
import { type TwinKeys, twinKeys } from './ingest/twin-keys.ts';
import { type Shown, show } from './show.ts';

/** A person's edit of one record: all values as they should be, and the revision that the person saw. */
export interface Revise {
  readonly register: string;
  readonly id: RecordId;
  readonly values: Readonly<Record<string, unknown>>;
  /** The revision edited; 0 makes a new record. */
  readonly basedOn: number;
  readonly post: string;
  readonly reason?: string;
}

export interface Revised {
  readonly shown: Shown;
  readonly findings: readonly Finding[];
  readonly changed: boolean;
}

/**
 * Writes one revision. Fields that the writer may not see keep their values, unless the writer gives new ones.
 * @throws Fault `revisionMoved` when somebody wrote in between (nothing is overwritten), `invalid` with the findings
 * when a value does not hold (nothing is written), `unknownRegister`, `notFound`.
 */
export async function revise(house: House, edit: Revise): Promise<Revised> {
  const { id, basedOn, post, reason } = edit;
  const register = getRegister(edit.register);
  const { values: given, findings } = check(register, edit.values);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new Refused(errors);
  const current = (await house.log.latest([id])).get(id);
  const number = current?.number ?? 0;
  if (current !== undefined && current.register !== register.name)
    throw new Fault('notFound', { register: register.name, id });
  if (current === undefined && basedOn > 0) throw new Fault('notFound', { register: register.name, id });
  if (number !== basedOn) throw new Fault('revisionMoved', { recordId: id, right: number, got: basedOn });
  const values = { ...unseen(register, current), ...given };
  if (current !== undefined && canonicalJson(current.values) === canonicalJson(values)) {
    return { shown: await show(house, register.name, id), findings, changed: false };
  }
  const revision: Revision = {
    recordId: id,
    register: register.name,
    number: number + 1,
    version: register.version,
    values,
    post,
    at: house.clock.now().toISOString(),
    origin: { door: 'api', standing: 'thirdParty' },
    ...(reason === undefined ? {} : { reason }),
  };
  const keys = await freeKeys(house, twinKeys(register, values));
  await house.log.append([{ kind: 'revision', revision, keys }]);
  await follow(house);
  return { shown: await show(house, register.name, id), findings, changed: true };
}

/** What of a record its editor was not shown. Doors show what everybody may see, until posts of people come. */
function unseen(register: Register, current: Revision | undefined): Record<string, unknown> {
  const kept = Object.entries(current?.values ?? {}).filter(([name]) => {
    const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    return field !== undefined && !maySee('everybody', field.seenBy);
  });
  return Object.fromEntries(kept);
}

/** Those that lead nowhere yet: an edit does not take over by what another record is recognised. */
async function freeKeys(house: House, { match, title }: TwinKeys): Promise<readonly RecordKey[]> {
  const keys = title === undefined ? [match] : [match, title];
  const taken = await house.log.findByKeys(keys);
  return keys.filter((key) => !taken.has(keyText(key)));
}

/** A refusal that carries what was found, so that the door can show each finding at its field. */
export class Refused extends Fault {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super('invalid', { count: findings.length, place: findings.map(({ path }) => path).join(', ') });
    this.findings = findings;
  }
}
