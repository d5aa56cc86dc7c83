import type { Context } from '../figure-module';

/** One call on a context, with the styles that held then. */
export type Call = {
  name: string;
  args: unknown[];
  strokeStyle: string;
  fillStyle: string;
  lineWidth: number;
  dash: number[];
  /** The path since `beginPath`, for `stroke` and `fill`. */
  path: { name: string; args: number[] }[];
};

/** A 2-D context that draws nothing and remembers everything. */
export function recorder(): { context: Context; calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = { strokeStyle: '', fillStyle: '', lineWidth: 1 };
  let dash: number[] = [];
  let path: Call['path'] = [];
  const call = (name: string, args: unknown[]) => {
    if (name === 'setLineDash') dash = args[0] as number[];
    if (name === 'beginPath') path = [];
    if (/To$|^arc$|^rect$/.test(name)) path.push({ name, args: args as number[] });
    const { strokeStyle, fillStyle, lineWidth } = state;
    calls.push({
      name,
      args,
      strokeStyle: String(strokeStyle),
      fillStyle: String(fillStyle),
      lineWidth: Number(lineWidth),
      dash,
      path: [...path],
    });
  };
  const context = new Proxy(state, {
    get: (target, key) =>
      key in target ? target[String(key)] : (...args: unknown[]) => call(String(key), args),
    set: (target, key, value) => {
      target[String(key)] = value;
      return true;
    },
  });
  return { context: context as unknown as Context, calls };
}

export const textsOf = (calls: readonly Call[]) =>
  calls.filter((call) => call.name === 'fillText').map((call) => String(call.args[0]));
