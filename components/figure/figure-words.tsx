import styles from './figure-view.module.css';

type Props = {
  id: string;
  sentence: string;
  /** What is at the cursor; empty for nothing. */
  readout: string;
  /** The cursor was moved by a key, so that it is to be read out. */
  byKey: boolean;
};

/** What the figure shows, or what is at the cursor, in one place; and how it is used by keyboard. */
export function FigureWords({ id, sentence, readout, byKey }: Props) {
  return (
    <>
      <div className={styles.words}>
        <p id={`${id}says`} data-hidden={readout ? true : undefined}>
          {sentence}
        </p>
        <p className={styles.readout} aria-live={byKey ? 'polite' : 'off'}>
          {readout}
        </p>
      </div>
      <p id={`${id}keys`} className={styles.unseen}>
        Arrow keys, Home and End move through the drawing; Enter presses what is there; Escape
        leaves it.
      </p>
    </>
  );
}
