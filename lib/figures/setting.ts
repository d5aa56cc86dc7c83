export type SettingValue = number | string | boolean | readonly number[];

/** What a reader has set in a figure, by key; what was never touched is not in it. */
export type Settings = Readonly<Record<string, SettingValue>>;

/** A knob of a figure's own: it changes how the data is looked at, never the data or the reader's model. */
export type Setting = { key: string; label: string } & (
  | {
      kind: 'slider';
      min: number;
      max: number;
      step: number;
      value: number;
      /** The value in words, with its unit; the plain number if not said. */
      text?: string;
      /** The value can be written as well, also beyond the ends; these words come after it, and may be empty. */
      typed?: string;
      /** Steps a second at which Play moves it to its end; without it there is no Play. */
      plays?: number;
    }
  | { kind: 'choice'; options: readonly string[]; value: string }
  | { kind: 'toggle'; value: boolean }
  /** A button; pressing it sets all of these. */
  | { kind: 'action'; sets: Settings }
);

export const NO_SETTINGS: Settings = {};

/** The number under the key, held between the ends; `fallback` where there is none. */
export function numberOf(
  settings: Settings,
  key: string,
  fallback: number,
  [min, max]: readonly [number, number] = [-Infinity, Infinity],
): number {
  const value = settings[key];
  return Math.min(max, Math.max(min, typeof value === 'number' ? value : fallback));
}

/** The option under the key, as long as it is still one. */
export function choiceOf<Option extends string>(
  settings: Settings,
  key: string,
  options: readonly Option[],
  fallback: Option,
): Option {
  return options.find((option) => option === settings[key]) ?? fallback;
}

export function flagOf(settings: Settings, key: string, fallback: boolean): boolean {
  const value = settings[key];
  return typeof value === 'boolean' ? value : fallback;
}

/** The numbers under the key; `fallback` where there are none, or not as many. */
export function numbersOf(
  settings: Settings,
  key: string,
  fallback: readonly number[],
): readonly number[] {
  const value = settings[key];
  return Array.isArray(value) && value.length === fallback.length ? (value as number[]) : fallback;
}
