import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's Password Storage Cheat Sheet advises: 19 MiB, 2 passes, 1 lane. Argon2id is the default kind. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longest password, in characters: room for any sentence, and no way to keep the house busy. */
export const longestPassword = 1000;

export function passwordHash(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** A hash of today's cost that no password opens: checked where there is none, so that the work is the same. */
const nobody = passwordHash(crypto.randomUUID());

/**
 * Whether the password is the one behind the hash; `outdated` says that the hash should be made anew at today's cost.
 * Without a hash the answer is no, after the same work.
 */
export async function checkPassword(
  kept: string | undefined,
  password: string,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  const text = password.length > longestPassword ? '' : password.normalize('NFC');
  const matches = await verify(kept ?? (await nobody), text);
  if (kept === undefined || !matches) return { right: false, outdated: false };
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  const today = memoryCost === cost.memoryCost && timeCost === cost.timeCost;
  return { right: true, outdated: !today || parallelism !== cost.parallelism };
}
