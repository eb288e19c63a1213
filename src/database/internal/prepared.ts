/** Sentences of SQL that a connection keeps prepared at most: as many as there are in the code, and some to spare. */
const most = 300;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a sentence prepared, so that the server reads and plans it once and not with
 * each question. Undefined where there are too many: sentences with as many places as there are values would else fill
 * the memory of the server.
 */
export function preparedName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= most) return known;
  const name = `southbridge_${names.size}`;
  names.set(sql, name);
  return name;
}
