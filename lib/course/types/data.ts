import type { Tensor2D } from '@tensorflow/tfjs-core';

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
   * A table of the course by its name.
   *
   * @param name for instance `'pima-diabetes'`; an unknown name says which there are
   * @example
   * const table = await data.table('pima-diabetes');
   */
  table(name: string): Promise<Table>;
};
