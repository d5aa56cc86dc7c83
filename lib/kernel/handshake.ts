import { PROTOCOL_VERSION, isHello } from '@/lib/protocol';

export type Greeting = { source: unknown; origin: string; data: unknown };

/**
 * What a window message means to a page that waits for its frame: only a greeting of that very window, from the
 * expected origin, counts.
 */
export function judgeGreeting(
  message: Greeting,
  expected: { source: unknown; origin: string },
): 'ignore' | 'connect' | 'refuse' {
  if (message.source === null || message.source !== expected.source) return 'ignore';
  if (message.origin !== expected.origin || !isHello(message.data)) return 'ignore';
  return message.data.layerwise === PROTOCOL_VERSION ? 'connect' : 'refuse';
}
