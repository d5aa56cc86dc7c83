import styles from './control.module.css';

type Props = {
  label: string;
  /** The value that it goes back to, in words. */
  to: string;
  moved: boolean;
  /** Moves the focus too: the button is gone after it. */
  onReset: () => void;
};

/** Back to the code's value; its place is kept while there is nothing to go back from. */
export function ResetButton({ label, to, moved, onReset }: Props) {
  return (
    <button
      type="button"
      className={styles.reset}
      data-hidden={!moved || undefined}
      title={`Back to ${to}`}
      aria-label={`Set ${label} back to ${to}`}
      onClick={onReset}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M3.2 3.9A4 4 0 1 1 2 6.6M3 1v3h3" />
      </svg>
    </button>
  );
}
