import type { ReactNode } from 'react';
import styles from './control.module.css';

type Props = {
  label: string;
  /** The id that the label has, or of the field that it belongs to. */
  labelId?: string;
  fieldId?: string;
  children: ReactNode;
};

/** A control's label and what is set; the labels of a column of controls line up. */
export function ControlRow({ label, labelId, fieldId, children }: Props) {
  return (
    <div className={styles.control} data-control="">
      <div className={styles.row}>
        {fieldId === undefined ? (
          <span id={labelId} className={styles.label}>
            {label}
          </span>
        ) : (
          <label id={labelId} htmlFor={fieldId} className={styles.label}>
            {label}
          </label>
        )}
        <div className={styles.field}>{children}</div>
      </div>
    </div>
  );
}
