export type Display = {
  /**
   * Shows any value below the cell: numbers, objects and arrays as a tree that opens, tensors with
   * their shape and first values, models with their layers.
   *
   * @param value what to show
   * @param label a few words that go before it
   * @example
   * display(tf.tensor2d([[1, 2], [3, 4]]), 'weights');
   */
  (value: unknown, label?: string): void;
};
