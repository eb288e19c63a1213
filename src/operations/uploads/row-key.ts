import { canonicalJson, sha256 } from '../../kernel/canonical-json.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Register } from '../../registers/register.ts';

/**
 * By what a row that a post has sent for a new record is known again when the post sends it again, whatever the file is
 * called and wherever the row stands in it. Nobody else's rows lead there: the post is part of the key.
 * `values`: as they were checked.
 */
export function rowKey(
  { post }: Actor,
  register: Register,
  values: Readonly<Record<string, unknown>>,
): RecordKey {
  const said = sha256(canonicalJson([post.id, register.name, values]));
  return { scheme: 'row', value: said.slice(0, 32) };
}
