import styles from './notebook.module.css';

/** What stands until the browser has said which notebooks it has. */
export function OpeningView() {
  return (
    <>
      <h1 className={styles.pageTitle}>Notebook</h1>
      <p className={styles.quiet} data-needs-scripting>
        Opening…
      </p>
      <noscript>
        <p>
          A notebook is written and run in your browser, which takes JavaScript. The lessons can be
          read without it.
        </p>
      </noscript>
    </>
  );
}
