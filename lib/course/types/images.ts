import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';

/** Images and what each of them shows. */
export type LabelledImages = {
  /** The images, `[length, height, width, channels]`; 0 is black, 1 is white or full colour. */
  x: Tensor4D;
  /** What they show, one-hot: `[length, classes]`, a 1 in the column of the class. */
  y: Tensor2D;
  /** What they show as numbers: the place of each image's class in `classes`. */
  labels: number[];
  /** How many images there are. */
  length: number;
};

/** Handwritten digits as `data.mnist()` gives them. */
export type Mnist = {
  /** Digits to train on, `[length, 28, 28, 1]`. */
  train: LabelledImages;
  /** Digits of other writers, to test with. */
  test: LabelledImages;
  /** `'0'` to `'9'` */
  classes: string[];
};

/** The emoji of one designer. */
export type EmojiImages = LabelledImages & {
  /** What each is called, e.g. `'grinning face'`. */
  names: string[];
  /** The emoji as text, in your own device's drawing. */
  characters: string[];
};

/** Emoji as `data.emoji()` gives them. In both lists the emoji stand in the same order. */
export type Emoji = {
  /** As Google drew them (Noto), `[length, 64, 64, 3]`. */
  google: EmojiImages;
  /** As Twitter drew them (Twemoji), `[length, 64, 64, 3]`. */
  twitter: EmojiImages;
  /** The ten categories: smileys, people, hands, nature, food, places, activities, objects, symbols, flags. */
  classes: string[];
};
