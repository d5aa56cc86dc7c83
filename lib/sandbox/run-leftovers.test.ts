import { beforeEach, expect, it, vi } from 'vitest';
import { trackLeftovers } from './run-leftovers';

type Scope = typeof globalThis & Record<string, unknown>;

function scopeWith(): Scope {
  const ids = new Map<number, () => void>();
  let next = 1;
  const start = (handler: () => void) => (ids.set(next, handler), next++);
  const clear = (id: number) => ids.delete(id);
  const fire = () => [...ids.values()].forEach((handler) => handler());
  return { setTimeout: start, setInterval: start, clearTimeout: clear, fire } as unknown as Scope;
}

let scope: Scope;
beforeEach(() => void (scope = scopeWith()));
const fire = () => (scope['fire'] as () => void)();

it('ends the timers of a run when the next one begins', () => {
  const leftovers = trackLeftovers(scope);
  const said = vi.fn();
  leftovers.begin();
  scope.setInterval(said);
  leftovers.end();
  fire();
  expect(said).toHaveBeenCalledTimes(1);
  leftovers.begin();
  fire();
  expect(said).toHaveBeenCalledTimes(1);
});

it('takes away the global names that a run made, and no others', () => {
  const leftovers = trackLeftovers(scope);
  scope['before'] = 1;
  leftovers.begin();
  scope['made'] = 2;
  scope['before'] = 3;
  leftovers.end();
  expect('made' in scope).toBe(false);
  expect(scope['before']).toBe(3);
});
