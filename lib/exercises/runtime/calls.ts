import type { Detail } from './failure';
import { textDetail } from './details';
import { argumentWords, valueWords } from './words';

/** A call of one of the reader's functions: what went in and came out, in words of that moment. */
type Call = { name: string; given: string; result: unknown; gave: string | null; threw: boolean };

/** What the test that is going on has called. */
export type Calls = {
  begin(): void;
  /** The value, and if it is a function of the reader's, so that its calls are seen. `self`: what names are read from. */
  wrap(name: string, value: unknown, self: object): unknown;
  /** `softmax([1, 2]) gave`, where a call gave this value; else after which call it came, if there was one. */
  origin(value: unknown): string;
  details(): Detail[];
};

/** Calls that are kept, and shown. */
const KEPT = 8;
const SHOWN = 3;

export function createCalls(): Calls {
  let calls: Call[] = [];
  const wrapped = new WeakMap<object, unknown>();

  function record(name: string, args: readonly unknown[]): Call {
    const call: Call = {
      name,
      given: argumentWords(args),
      result: undefined,
      gave: null,
      threw: false,
    };
    calls = [...calls.slice(1 - KEPT), call];
    return call;
  }

  function ended(call: Call, result: unknown): void {
    call.result = result;
    call.gave = valueWords(result);
  }

  function failed(call: Call, error: unknown): void {
    call.threw = true;
    call.gave = valueWords(error);
  }

  function watched(name: string, fn: (...args: unknown[]) => unknown, self: object) {
    return new Proxy(fn, {
      apply(target, receiver, args: unknown[]) {
        const call = record(name, args);
        try {
          // A name that is read from `self` is called on it, and was declared as a plain function.
          const result = Reflect.apply(target, receiver === self ? undefined : receiver, args);
          ended(call, result);
          if (result instanceof Promise) {
            void promiseThen.call(
              result,
              (value) => ended(call, value),
              (error: unknown) => failed(call, error),
            );
          }
          return result;
        } catch (error) {
          failed(call, error);
          throw error;
        }
      },
    });
  }

  return {
    begin() {
      calls = [];
    },
    wrap(name, value, self) {
      if (typeof value !== 'function') return value;
      const known = wrapped.get(value) ?? watched(name, value as never, self);
      wrapped.set(value, known);
      return known;
    },
    origin(value) {
      const words = valueWords(value);
      const ended = calls.filter(({ threw, gave }) => !threw && gave !== null).reverse();
      const whole = ended.find(({ result, gave }) => result === value || gave === words);
      if (whole !== undefined) return `${callWords(whole)} gave`;
      for (const call of ended) {
        const part = partOf(call.result, value);
        if (part !== null) return `${callWords(call)} gave \`${part}\` as`;
      }
      return ended[0] === undefined ? 'Got' : `After ${callWords(ended[0])} came`;
    },
    details: () =>
      calls.slice(-SHOWN).map((call) => textDetail('What was called', fullWords(call))),
  };
}

const promiseThen = Promise.prototype.then;
/** The name under which a plain object holds this very value; null too for what can't be looked into. */
function partOf(result: unknown, value: unknown): string | null {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return null;
  try {
    const held = Object.keys(result).find((key) =>
      Object.is(Reflect.getOwnPropertyDescriptor(result, key)?.value, value),
    );
    return held ?? null;
  } catch {
    return null;
  }
}

const callWords = ({ name, given }: Call) => `${name}(${given})`;

function fullWords(call: Call): string {
  if (call.gave === null) return `${callWords(call)} has not ended`;
  return `${callWords(call)} ${call.threw ? 'threw' : 'gave'} ${call.gave}`;
}
