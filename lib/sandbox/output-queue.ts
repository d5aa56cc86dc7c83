import type { Output } from '@/lib/protocol';

/** Outputs in the order in which they took their places: what is behind one that is still on its way waits with it. */
export type OutputQueue = {
  add(output: Output): void;
  /** Takes a place for an output that is on its way. Returns what fills it; null gives the place up. */
  reserve(): (output: Output | null) => void;
  /** Takes all that wait for no other. */
  take(): Output[];
  isEmpty(): boolean;
};

/** `output`: null while it is on its way. */
type Slot = { output: Output | null };

export function createOutputQueue(): OutputQueue {
  let slots: Slot[] = [];
  return {
    add: (output) => void slots.push({ output }),
    reserve() {
      const slot: Slot = { output: null };
      slots.push(slot);
      return (output) => {
        if (output === null) slots = slots.filter((other) => other !== slot);
        else slot.output = output;
      };
    },
    take() {
      const awaited = slots.findIndex((slot) => slot.output === null);
      const ready = slots.splice(0, awaited === -1 ? slots.length : awaited);
      return ready.map((slot) => slot.output as Output);
    },
    isEmpty: () => slots.length === 0,
  };
}
