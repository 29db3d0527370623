import { z } from 'zod';
import { invalidRequest } from '../http/problem.ts';

export const id = z.string().regex(/^\d{1,19}$/, 'does not match ^[0-9]{1,19}$');

export function checkBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.map((issue) => ({
      name: issue.path.join('.') || 'body',
      values: [],
      message: `$.${issue.path.join('.')}: ${issue.message}`,
    })),
  );
}
