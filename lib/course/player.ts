import * as tf from './tf';
import type { Player } from './types/gan';

/** @throws {TypeError} if it is neither a model nor a function. */
export function checkPlayer(player: unknown, what: string, caller: string): void {
  if (player instanceof tf.LayersModel || typeof player === 'function') return;
  throw new TypeError(
    `${caller} needs a ${what}: a model, for instance one made with tf.sequential, or a function of a batch.`,
  );
}

type Expected = { caller: string; what: string; gives: number };

/** What a player makes of a batch, as when it is not being trained. To be called within tidy. */
export function applyPlayer(player: Player, batch: tf.Tensor, expected: Expected): tf.Tensor {
  const given: unknown = player instanceof tf.LayersModel ? player.apply(batch) : player(batch);
  if (given instanceof tf.Tensor && given.rank === 2 && given.shape[1] === expected.gives) {
    return given;
  }
  const { caller, what, gives } = expected;
  const shape = given instanceof tf.Tensor ? `[${given.shape.join(', ')}]` : String(given);
  throw new TypeError(
    `${caller}: the ${what} has to give the shape [batch, ${gives}], but gave ${shape}. ` +
      `Let its last layer have ${gives} unit${gives === 1 ? '' : 's'}.`,
  );
}

/** Whether a model's last layer has no activation, so that it gives logits. */
export function endsLinear(player: Player): boolean {
  if (!(player instanceof tf.LayersModel)) return false;
  return player.layers.at(-1)?.getConfig()['activation'] === 'linear';
}
