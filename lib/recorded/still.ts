import type { CellId, Device, FigureKind, Output } from '@/lib/protocol';

/** A picture in one layout: its address in light and in dark, and its size in CSS pixels. */
export type StillPicture = { light: string; dark: string; width: number; height: number };

/** A recorded figure as it stands before anything is loaded. */
export type StillFigure = {
  kind: FigureKind;
  title: string;
  caption: string;
  /** What its newest frame shows, in a sentence with numbers. */
  sentence: string;
  /** Where it is moved through time: by itself, together with others of its cell, or not at all. */
  time: 'own' | 'shared' | 'none';
  /** How many settings it has, for which room is kept. */
  settings: number;
  /** Laid out for the text column, and for a phone. */
  wide: StillPicture;
  narrow: StillPicture;
};

/** A recorded cell as the server renders it. */
export type StillCell = {
  ms: number | null;
  device: Device | null;
  outputs: readonly Output[];
  figures: Readonly<Record<string, StillFigure>>;
  /** The address of its figures with all their frames; null where there are none. */
  file: string | null;
};

/** What the page of a recorded lesson shows, as the build has written it. `recorded`: the day, as `YYYY-MM-DD`. */
export type StillLesson = { recorded: string; cells: Readonly<Record<CellId, StillCell>> };

/**
 * One cell of it as the page has it. `made`: when, on what and in what time, in words. `outputs`: what is drawn anew
 * once the figures in its file are here; none where there is no file.
 */
export type StillOutput = Pick<StillCell, 'outputs' | 'file'> & { made: string };

/** `public/recorded/manifest.json`: by the lesson's slug. Outputs are packed, because JSON has no NaN. */
export type StillManifest = Readonly<
  Record<
    string,
    { recorded: string; cells: Record<CellId, Omit<StillCell, 'outputs'> & { outputs: unknown }> }
  >
>;
