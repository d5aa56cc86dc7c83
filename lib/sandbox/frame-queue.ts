import { numbersIn, type Frame } from '@/lib/protocol';

/** Frames of one figure in one batch; a loop that makes more has them thinned. */
const FRAMES_PER_FIGURE = 120;
/** Numbers in one batch, thirty of which may come in a second: what a page can take in and still answer. */
const NUMBERS_PER_BATCH = 400_000;

/** The frames that wait to be sent, bounded in number and in size for each figure. */
export type FrameQueue = {
  /** Frames of a figure that was never shown, or not admitted, are dropped. */
  add(frames: readonly Frame[], isShown: (figure: string) => boolean): void;
  /** Takes all that wait. */
  take(): Frame[];
};

export function createFrameQueue(): FrameQueue {
  let waiting = new Map<string, Frame[]>();
  let numbers = 0;

  function add(frame: Frame) {
    const queue = waiting.get(frame.figure) ?? [];
    queue.push(frame);
    numbers += numbersIn(frame.data);
    const isTooMuch = queue.length > FRAMES_PER_FIGURE || numbers > NUMBERS_PER_BATCH;
    waiting.set(frame.figure, isTooMuch ? everySecond(queue) : queue);
    if (isTooMuch) numbers = count();
  }

  function count(): number {
    return [...waiting.values()].flat().reduce((sum, frame) => sum + numbersIn(frame.data), 0);
  }

  return {
    add(frames, isShown) {
      for (const frame of frames) if (isShown(frame.figure)) add(frame);
    },
    take() {
      const frames = [...waiting.values()].flat();
      waiting = new Map();
      numbers = 0;
      return frames;
    },
  };
}

/** Keeps the last, which is what a live figure shows. */
function everySecond(queue: readonly Frame[]): Frame[] {
  return queue.filter((_, i) => (queue.length - 1 - i) % 2 === 0);
}
