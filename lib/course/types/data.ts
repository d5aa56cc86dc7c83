import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Emoji, Mnist } from './images';

/** Names of the columns that hold numbers. */
export type NumberColumn<Row> = {
  [Name in keyof Row]-?: Row[Name] extends number ? Name : never;
}[keyof Row] &
  string;

export type Table<Row = Record<string, number | string>> = {
  /** The names of the columns, in the file's order. */
  columns: (keyof Row & string)[];
  /** The rows, each an object with a value for every column. A number that is missing is `NaN`. */
  rows: Row[];
  /** The number of rows. */
  length: number;

  /**
   * One column as a list.
   *
   * @example
   * const ages = (await data.pima()).column('age');
   */
  column<Name extends keyof Row & string>(name: Name): Row[Name][];

  /**
   * Columns of numbers as a tensor of shape `[rows, columns]`.
   *
   * @param names the columns in the order that you want; all that hold numbers if not said
   * @example
   * const xs = (await data.pima()).toTensor(['glucose', 'age']);
   */
  toTensor(
    names?: readonly ([NumberColumn<Row>] extends [never]
      ? keyof Row & string
      : NumberColumn<Row>)[],
  ): Tensor2D;
};

/** One woman of the Pima data; in five columns a 0 stands for a value that was not measured. */
export type PimaRow = {
  /** How often she was pregnant. */
  pregnant: number;
  /** Glucose in the blood two hours into a tolerance test, mg/dL; 0 if not measured. */
  glucose: number;
  /** Diastolic blood pressure, mm Hg; 0 if not measured. */
  pressure: number;
  /** Skin fold at the triceps, mm; 0 if not measured. */
  triceps: number;
  /** Insulin in the blood, mu U/mL; 0 if not measured. */
  insulin: number;
  /** Body-mass index, kg/m²; 0 if not measured. */
  mass: number;
  /** A score of diabetes among her relatives. */
  pedigree: number;
  /** Years. */
  age: number;
  /** Whether diabetes was found within five years. */
  diabetes: 'pos' | 'neg';
};

export type PimaTable = Table<PimaRow>;

/** The weather of one day in Seattle. */
export type SeattleRow = {
  /** The day, e.g. `'2012-01-01'`. */
  date: string;
  /** Rain and melted snow, mm. */
  precipitation: number;
  /** The highest temperature, °C. */
  high: number;
  /** The lowest temperature, °C. */
  low: number;
  /** The mean speed of the wind, m/s. */
  wind: number;
  weather: 'drizzle' | 'rain' | 'sun' | 'snow' | 'fog';
};

export type SeattleTable = Table<SeattleRow>;

/** Carbon dioxide in the air at Mauna Loa in one month. */
export type Co2Row = {
  /** The first day of the month, e.g. `'1958-03-01'`. */
  date: string;
  /** Carbon dioxide, parts per million. */
  co2: number;
  /** The same without the swing of the seasons. */
  adjusted: number;
};

export type Co2Table = Table<Co2Row>;

export type Data = {
  /**
   * 768 women of Pima heritage: eight measurements, and whether diabetes followed within five years.
   *
   * @example
   * const pima = await data.pima();
   * show.table(pima.rows.slice(0, 5));
   */
  pima(): Promise<PimaTable>;

  /**
   * MNIST: handwritten digits, 28 by 28 pixels in 16 levels of grey. Up to 12,000 to train on, and the
   * 10,000 that everyone tests with, written by other people.
   *
   * @param options how many of each you want: `train` (10,000 if not said) and `test` (2,000 if not
   * said); what you set to 0 is not loaded
   * @example
   * const mnist = await data.mnist({ train: 5000, test: 1000 });
   * await model.fit(mnist.train.x, mnist.train.y, { epochs: 3 });
   */
  mnist(options?: { train?: number; test?: number }): Promise<Mnist>;

  /**
   * 1,911 emoji in ten categories, each drawn by two designers: 64 by 64 pixels in colour, on white.
   * Train on one designer and test on the other.
   *
   * @param options how many of each designer you want, all if not said; what you set to 0 is not
   * loaded. All of both fill 190 MB as tensors
   * @example
   * const { google, twitter, classes } = await data.emoji({ twitter: 500 });
   * await model.fit(google.x, google.y, { epochs: 5 });
   */
  emoji(options?: { google?: number; twitter?: number }): Promise<Emoji>;

  /**
   * A photograph in grey: the flower of a pink lily leek, by Karl Blossfeldt, 1928. A tensor of shape
   * `[1, 128, 128, 1]`, from 0 (black) to 1 (white).
   *
   * @example
   * const photo = await data.photograph();
   * show.kernel(photo);
   */
  photograph(): Promise<Tensor4D>;

  /**
   * The weather of Seattle, day by day: 1,461 days from 2012 to 2015, without a gap.
   *
   * @example
   * const high = (await data.seattle()).column('high');
   */
  seattle(): Promise<SeattleTable>;

  /**
   * Carbon dioxide in the air at Mauna Loa, month by month from March 1958 to April 2020: 741 months.
   * Five are missing, all before May 1964.
   *
   * @example
   * const co2 = (await data.co2()).column('co2');
   */
  co2(): Promise<Co2Table>;

  /**
   * First names of English-speaking countries, by the alphabet: 4,944 of women, 3,897 of men.
   *
   * @example
   * const { female, male } = await data.names();
   */
  names(): Promise<{ female: string[]; male: string[] }>;

  /**
   * A generator that was trained before, as a model of your own: from noise, `[batch, 32]` drawn from a normal
   * distribution, to digits, `[batch, 784]` from 0 (paper) to 1 (ink).
   *
   * @param name `'digits'`
   * @example
   * const generator = await data.generator('digits');
   * show.latent(generator, { seed: 3 });
   */
  generator(name: 'digits'): Promise<LayersModel>;

  /**
   * A table of the course by its name.
   *
   * @param name for instance `'pima-diabetes'`; an unknown name says which there are
   * @example
   * const table = await data.table('pima-diabetes');
   */
  table(name: string): Promise<Table>;
};
