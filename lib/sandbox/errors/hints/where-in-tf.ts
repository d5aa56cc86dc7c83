/** What to look at when `tf` has no such name; it follows "`tf` has no function `x`: ". */
export const WHERE_IN_TF =
  'check its spelling, and whether it is in `tf.layers`, `tf.train`, `tf.losses` or `tf.data`';
