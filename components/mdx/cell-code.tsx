import styles from './cell-code.module.css';

/**
 * The highlighted code of a cell as the page arrives, before any editor is loaded. It has no frame
 * and no padding: the cell gives both, so that its editor can stand in the same place.
 */
export function CellCode({ html }: { html: string }) {
  return (
    <pre className={styles.pre} data-code>
      <code className={styles.code} dangerouslySetInnerHTML={{ __html: html }} />
    </pre>
  );
}
