import styles from './formula.module.css';

/** `$…$`: KaTeX's markup, made when the page was built, on the line of the text. */
export function Formula({ html }: { html: string }) {
  return <span className={styles.inline} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** `$$…$$`: a formula on its own line, which scrolls inside itself when it is too wide. */
export function DisplayFormula({ html }: { html: string }) {
  return (
    <div className={styles.display} data-scroller dangerouslySetInnerHTML={{ __html: html }} />
  );
}
