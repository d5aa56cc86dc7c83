import { sandboxPlace } from '@/lib/kernel/address';
import type { FigureHistory } from '@/lib/kernel/state';
import type { CellError, Frame, Tested } from '@/lib/protocol';
import { attempt } from './attempt';
import type { CodeExercise, Material } from './exercise';
import { judge, type Ending, type Verdict } from './verdict';

export type CheckedCode = {
  verdict: Verdict;
  /** What ended the reader's own code, with its place. */
  error: CellError | null;
  /** What the figures of failures are drawn from, by id. */
  figures: Readonly<Record<string, FigureHistory>>;
};

export type CodeCheck = { result: Promise<CheckedCode>; stop(): void };

/** Checks the reader's code in a sandbox of its own, and judges how that ended. */
export function checkCode(
  exercise: CodeExercise,
  { setup, tests }: Material,
  answer: string,
  onTested: (tested: Tested) => void,
): CodeCheck {
  const place = sandboxPlace(location.origin, process.env.SANDBOX_ORIGIN ?? '');
  const { seed, seconds } = exercise;
  const parts = { seed, setup, answer, tests };
  const frames = new Map<string, Frame>();
  const onFrames = (arrived: readonly Frame[]) =>
    arrived.forEach((frame) => frames.set(frame.figure, frame));
  const { result, stop } = attempt({ place, parts, seconds, onTested, onFrames });
  return { result: result.then((ending) => checked(exercise, ending, frames)), stop };
}

function checked(
  exercise: CodeExercise,
  ending: Ending,
  frames: ReadonlyMap<string, Frame>,
): CheckedCode {
  const error = ending.how === 'finished' ? ending.checked.answerError : null;
  return { verdict: judge(exercise, ending), error, figures: figuresOf(ending, frames) };
}

function figuresOf({ tested }: Ending, frames: ReadonlyMap<string, Frame>) {
  const details = tested.flatMap(({ details }) => details);
  const entries = details.flatMap(({ output }): [string, FigureHistory][] => {
    if (output.kind !== 'figure') return [];
    const { figure } = output;
    const frame = frames.get(figure.id);
    const fits = frame !== undefined && frame.kind === figure.kind;
    return [[figure.id, { figure, frames: fits ? [frame] : [] }]];
  });
  return Object.fromEntries(entries);
}
