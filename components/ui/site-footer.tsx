import styles from './site-footer.module.css';

/** The last lines of every page. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>Layerwise runs your code on your own device. Nothing that you type or train leaves it.</p>
      <p>
        <a href="/data">Data sets, their sources and licences</a>
      </p>
    </footer>
  );
}
