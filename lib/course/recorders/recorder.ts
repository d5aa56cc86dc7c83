import type { FigureKind } from '@/lib/protocol';
import type { Host } from '../host';
import type { LiveFigure } from '../live-figure';
import type { Soon } from '../soon';
import type * as tf from '../tf';
import type { WatchOptions } from '../types/watch';

/** What `watch` records of a model beside its metrics; mostly one figure. */
export type Recorder = {
  /** Puts its figures in their places among the outputs. Called at the start of every training. */
  open(): void;
  /**
   * Records the model as it is now. It leaves no tensor behind, and takes nothing from `Math.random`: a training must
   * not go another way because it is watched.
   */
  read(step: number): Soon<void>;
};

export type RecorderParts = {
  host: Host;
  model: tf.LayersModel;
  options: WatchOptions;
  /** A figure of this watch: named after it, with steps by the same name as all its others, so that they scrub together. */
  figure<K extends FigureKind>(kind: K, title: string, caption?: string): LiveFigure<K>;
};

/**
 * @returns null if the options do not ask for it.
 * @throws {TypeError | RangeError} at the call of `watch`, if what they ask for can't be drawn of this model.
 */
export type RecorderFactory = (parts: RecorderParts) => Recorder | null;
