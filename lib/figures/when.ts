import type { History } from './figure-module';
import { stepWords } from './step-words';

/** Which frame of how many, as "epoch 40 of 100". */
export function when({ figure, frames }: History, at: number): string {
  const steps = frames.map(({ step }) => step);
  return stepWords(figure.stepName, steps, at);
}
