import { LIMITS } from '@/lib/protocol';

/*
 * The checks of what `input` is given. Each throws a sentence that begins with the call it is about.
 */

/** How errors name a call: `input.slider('Rate')`. `label` is without the spaces around it. */
export type Call = { label: string; call: string };

/** @throws {TypeError} when there is no label, {RangeError} when it is too long to be one. */
export function callOf(method: string, given: unknown): Call {
  const label = typeof given === 'string' ? given.trim() : '';
  if (label === '') {
    throw new TypeError(
      `input.${method} needs a label first, a few words that say what it sets, as in ${EXAMPLES[method]}.`,
    );
  }
  if (label.length <= LIMITS.key) return { label, call: `input.${method}('${label}')` };
  throw new RangeError(
    `The label of input.${method} has ${label.length} characters, but ${LIMITS.key} are the most. Make it shorter.`,
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  slider: "input.slider('Learning rate')",
  choice: "input.choice('Activation', ['relu', 'tanh'])",
  toggle: "input.toggle('Shuffle')",
  text: "input.text('Your name')",
  draw: "input.draw('A digit')",
  points: "input.points('Two classes')",
  file: "input.file('Your table', { accept: 'csv' })",
};

/** @throws {TypeError} for options that are no object, or one that there is not. */
export function checkOptions(call: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(
      `${call} takes its options as an object, as in { ${known[0]}: … }, but got ${told(options)}.`,
    );
  }
  const stranger = Object.keys(options).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw new TypeError(`${call} has no option \`${stranger}\`. It has ${listed(known)}.`);
}

/** @throws {TypeError} for anything but a finite number. */
export function checkNumber(call: string, name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`${call}: \`${name}\` has to be a number, but got ${told(value)}.`);
}

/** @throws {RangeError} for anything but a whole number from `low` to `high`. */
export function checkWhole(
  call: string,
  name: string,
  value: unknown,
  [low, high]: readonly [number, number],
): number {
  if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) {
    return value as number;
  }
  throw new RangeError(
    `${call}: \`${name}\` has to be a whole number from ${low} to ${high}, but got ${told(value)}.`,
  );
}

/** @throws {TypeError} for what is no text, {RangeError} for a longer one. */
export function checkText(call: string, name: string, value: unknown, most: number): string {
  if (typeof value !== 'string') {
    throw new TypeError(`${call}: \`${name}\` has to be a text, but got ${told(value)}.`);
  }
  if (value.length <= most) return value;
  throw new RangeError(
    `${call}: \`${name}\` has ${value.length} characters, but ${most} are the most. Make it shorter.`,
  );
}

/** Different texts, one at least. @throws {Error} naming the one that is wrong. */
export function checkTexts(call: string, name: string, values: unknown, most: number): string[] {
  if (!Array.isArray(values) || values.length === 0) {
    throw new TypeError(
      `${call} needs \`${name}\` as a list of texts, one at least, but got ${told(values)}.`,
    );
  }
  if (values.length > most) {
    throw new RangeError(
      `${call}: ${values.length} ${name} are too many; ${most} are the most. Leave some out.`,
    );
  }
  const texts = values.map((value) => checkText(call, name, value, LIMITS.name));
  const twice = texts.find((value, at) => texts.indexOf(value) !== at);
  if (twice === undefined) return texts;
  throw new RangeError(`${call}: “${twice}” is twice among its ${name}. Keep one of them.`);
}

/** What was given, in a few characters. */
export function told(value: unknown): string {
  if (typeof value === 'string') return `the text “${value.slice(0, 60)}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

export function listed(names: readonly string[]): string {
  const code = names.map((name) => `\`${name}\``);
  return code.length === 1 ? code[0]! : `${code.slice(0, -1).join(', ')} and ${code.at(-1)}`;
}
