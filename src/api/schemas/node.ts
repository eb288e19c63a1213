import { z } from 'zod';
import { finding } from './pieces.ts';

export const nodeAnswers = {
  Health: z.object({
    status: z.literal('ok'),
    version: z.string(),
    log: z.int(),
    index: z.int(),
    behind: z.int(),
    records: z.int(),
  }),
  Ready: z.object({ ready: z.boolean(), behind: z.int() }),
  Problem: z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      findings: z.array(finding).optional(),
      current: z.unknown().optional().describe('The record as it stands now, where it has moved'),
    })
    .describe('RFC 9457'),
} as const;
