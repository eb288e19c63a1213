import { z } from 'zod';
import { instant, values } from './pieces.ts';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hex');
const keyId = z.string().describe('Id of a key: the first 32 hex digits of the SHA-256 over its 32 bytes');
const signature = z.string().describe('Ed25519, base64url');
const size = z.int().describe('Entries in the tree');
const path = z.array(hash).describe('From below');

const head = z
  .object({
    log: keyId.describe('Names the log: the id of the key with which it was founded'),
    size,
    root: hash,
    at: instant,
    key: keyId,
    signature: signature.describe(
      'Ed25519 over `southbridge log head`, a line feed and the canonical JSON of all other members; base64url',
    ),
  })
  .describe('Signed head of the log');

const inclusion = { seq: z.int(), size, leaf: hash, path };

export const logAnswers = {
  LogHead: head,
  LogKeys: z.object({
    statements: z.array(
      z.object({
        type: z.enum(['made', 'retired', 'revoked']),
        key: keyId,
        at: instant,
        by: keyId.describe('The key that signed the statement'),
        public: z.string().optional().describe('The 32 bytes of the key, base64url'),
        reason: z.string().optional(),
        signature: signature.describe(
          'Ed25519 over `southbridge log key`, a line feed and the canonical JSON of all other members; base64url',
        ),
      }),
    ),
  }),
  LogInclusion: z.object(inclusion),
  LogConsistency: z.object({ from: z.int(), size, path }),
  RecordProof: z.object({
    ...inclusion,
    entry: z
      .object({
        seq: z.int(),
        kind: z.string(),
        recordId: z.string(),
        register: z.string(),
        number: z.int(),
        at: instant,
        values: z.record(z.string(), hash),
        rest: hash,
      })
      .describe('The sealed entry: the leaf is SHA-256 over a zero byte and the canonical JSON of it'),
    salts: z
      .record(z.string(), z.string())
      .describe(
        'By field: its hash in the entry is SHA-256 over salt, field and canonical JSON of the value, a line feed between each',
      ),
    values,
    head,
  }),
} as const;
