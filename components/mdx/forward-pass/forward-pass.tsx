import { forwardPassPicture, RATE } from '@/lib/figures/forward-pass';
import { formatCount } from '@/lib/figures/format';
import { Drawing } from './drawing';
import styles from './forward-pass.module.css';
import { Phases } from './phases';

const picture = forwardPassPicture();

/**
 * The network of lesson 2 at work, as a loop that needs no JavaScript: one woman's numbers go in, an
 * answer comes out, its error goes back, the weights move. It stands still on paper, for readers who
 * prefer no motion, and where the box "Pause" could not stop it.
 */
export function ForwardPass() {
  return (
    <figure className={styles.figure}>
      <Drawing picture={picture} />
      <Phases picture={picture} />
      <label className={styles.pause} data-no-print>
        <input type="checkbox" autoComplete="off" />
        Pause
      </label>
      <figcaption className={styles.caption}>
        One woman of the 768 in the lesson, an untrained network of{' '}
        {formatCount(picture.parameters)} weights and biases, and one step of gradient descent at a
        rate of {RATE}. Orange is positive, blue negative, thicker is stronger; every line and
        number is computed.
      </figcaption>
    </figure>
  );
}
