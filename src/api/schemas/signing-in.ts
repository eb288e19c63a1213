import { z } from 'zod';
import { heldPost } from './pieces.ts';

export const signingInBodies = {
  SignIn: z.strictObject({ email: z.string().max(320), password: z.string().max(1_000) }),
  SignInCode: z.strictObject({ ticket: z.string().max(200), code: z.string().max(100) }),
} as const;

export const signingInAnswers = {
  Session: z.union([
    z.object({ token: z.string(), strong: z.boolean(), posts: z.array(heldPost) }),
    z.object({ ticket: z.string(), factors: z.array(z.enum(['code', 'passkey'])) }),
  ]),
} as const;
