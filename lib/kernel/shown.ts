import {
  LIMITS,
  charactersOf,
  numbersIn,
  type Control,
  type Frame,
  type Output,
  type StatesReport,
} from '@/lib/protocol';
import { NO_TALLY, type Held, type Tally } from './model';
import { UNMEASURED } from './new-cell';
import { own } from './own';
import { SENTENCES } from './sentences';
import type { FigureHistory } from './state';
import { insertFrame, thinFrames } from './thin-frames';

/*
 * What a run has shown. The worker keeps to `LIMITS` itself; these caps are for one that does not, so they leave
 * room for its own last words.
 */
const MAX_OUTPUTS = LIMITS.outputs + 20;
const MAX_CHARACTERS = LIMITS.characters + 20_000;

/** With the former run's outputs out of the way, at the first thing that the present one shows. */
const begun = (cell: Held): Held => (cell.former ? { ...cell, ...BLANK, former: false } : cell);

const BLANK = {
  outputs: [],
  figures: {},
  error: null,
  tally: NO_TALLY,
  restored: null,
  leftOver: false,
  ...UNMEASURED,
};

export function addOutputs(held: Held, added: readonly Output[]): Held {
  if (added.length === 0) return held;
  const cell = begun(held);
  const outputs = [...cell.outputs];
  let figures = cell.figures;
  let { tally } = cell;
  for (const output of added) {
    const next = count(tally, output);
    if (!within(next)) {
      if (!tally.noticed) outputs.push({ kind: 'notice', text: SENTENCES.capped });
      tally = { ...tally, noticed: true };
      continue;
    }
    tally = next;
    outputs.push(output);
    if (output.kind === 'figure') figures = withFigure(figures, cell.trunk, output);
  }
  const shown = withControls(cell.shown, outputs.slice(cell.outputs.length));
  return { ...cell, outputs, figures, tally, shown };
}

/** The controls among outputs, by key. */
export const controlsIn = (outputs: readonly Output[]) => withControls({}, outputs);

function withControls(shown: Held['shown'], outputs: readonly Output[]): Held['shown'] {
  const controls = outputs.flatMap((output) => (output.kind === 'control' ? output.control : []));
  if (controls.length === 0) return shown;
  const entries = controls.map((control): [string, Control] => [control.key, control]);
  return { ...shown, ...Object.fromEntries(entries) };
}

/** The figures' frames so far are kept when a cell declares one of them again, or a branch goes on with it. */
function withFigure(
  figures: Held['figures'],
  trunk: Held['trunk'],
  { figure }: Extract<Output, { kind: 'figure' }>,
): Held['figures'] {
  const frames = own(figures, figure.id)?.frames ?? own(trunk, figure.id)?.frames ?? [];
  const fitting = frames.filter((frame) => frame.kind === figure.kind);
  return { ...figures, [figure.id]: { figure, frames: fitting } };
}

/** Of each figure the frames up to a step. */
export function framesUntil(figures: Held['figures'], last: number): Held['figures'] {
  return Object.fromEntries(
    Object.entries(figures).map(([id, history]) => [
      id,
      { ...history, frames: history.frames.filter(({ step }) => step <= last) },
    ]),
  );
}

/** What a run has kept of its training. */
export function addStates(cell: Held, { steps, stepName, from }: StatesReport): Held {
  const branchedAt = from === null ? [] : [...cell.branchedAt.filter((step) => step < from), from];
  return { ...cell, branches: { steps, stepName }, branchedAt };
}

/** Frames of figures that the run has not declared, or of another kind, are left out. */
export function addFrames(cell: Held, added: readonly Frame[]): Held {
  const changed = new Map<string, FigureHistory>();
  if (cell.former) return cell;
  for (const frame of added) {
    const declared = Object.hasOwn(cell.figures, frame.figure)
      ? cell.figures[frame.figure]
      : undefined;
    const history = changed.get(frame.figure) ?? declared;
    if (history?.figure.kind !== frame.kind) continue;
    const frames = insertFrame(history.frames, frame);
    const cap = capFor(frame, cell.tally.figures);
    changed.set(frame.figure, { ...history, frames: thinFrames(frames, cap) });
  }
  if (changed.size === 0) return cell;
  return { ...cell, figures: { ...cell.figures, ...Object.fromEntries(changed) } };
}

/** How many frames of this size a figure may keep, when the run's figures share the room. */
function capFor(frame: Frame, figures: number): number {
  const room = LIMITS.numbersKept / Math.max(1, figures) / Math.max(1, numbersIn(frame.data));
  return Math.max(2, Math.min(LIMITS.framesKept, Math.floor(room)));
}

/** A notice of the kernel's own, told once a run at most for each text. */
export function addNotice(held: Held, text: string): Held {
  const cell = begun(held);
  const told = cell.outputs.some((output) => output.kind === 'notice' && output.text === text);
  return told ? cell : { ...cell, outputs: [...cell.outputs, { kind: 'notice', text }] };
}

const count = (tally: Tally, output: Output): Tally => ({
  ...tally,
  outputs: tally.outputs + 1,
  characters: tally.characters + charactersOf(output),
  figures: tally.figures + (output.kind === 'figure' ? 1 : 0),
});

const within = (tally: Tally) =>
  !tally.noticed &&
  tally.outputs <= MAX_OUTPUTS &&
  tally.characters <= MAX_CHARACTERS &&
  tally.figures <= LIMITS.figures;
