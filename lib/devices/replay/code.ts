import { INSTRUCTIONS, type Instruction } from './opcodes';

/** A number that an instruction takes in single precision rather than as a whole number or an address. */
export class Single {
  constructor(readonly value: number) {}
}

/** Instructions as the words that `replay` reads. */
export class Code {
  readonly #words: number[] = [];

  get length(): number {
    return this.#words.length;
  }

  emit(instruction: Instruction, ...values: readonly (number | Single)[]): void {
    this.#words.push(INSTRUCTIONS.indexOf(instruction), ...values.map(wordOf));
  }

  words(): Int32Array {
    return Int32Array.from(this.#words);
  }
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

function wordOf(value: number | Single): number {
  if (typeof value === 'number') return value | 0;
  single[0] = value.value;
  return bits[0]!;
}
