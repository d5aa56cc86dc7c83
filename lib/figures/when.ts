import type { History } from './figure-module';
import { stepWords } from './step-words';

/** Which frame of how many, as "epoch 40 of 100". */
export function when({ figure, frames }: History, at: number): string {
  const steps = frames.map(({ step }) => step);
  return stepWords(figure.stepName, steps, at);
}

/** Of a table: the figure's title and, where there are steps, which one it is. */
export function captionOf(history: History, at: number): string {
  const { figure, frames } = history;
  const stands = frames.length < 2 && figure.stepName === '';
  return stands ? figure.title : `${figure.title}, ${when(history, at)}`;
}
