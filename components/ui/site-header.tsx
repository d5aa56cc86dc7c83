import type { ReactNode } from 'react';
import styles from './site-header.module.css';
import { ThemeSwitch } from './theme-switch';

/** The skip link and the line at the top of every page; `children` is where the reader is. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <header className={styles.header}>
        <a className={styles.name} href="/">
          Layerwise
        </a>
        {children && <p className={styles.here}>{children}</p>}
        <a className={styles.link} href="/progress">
          Progress
        </a>
        <a className={styles.link} href="/notebook">
          Notebook
        </a>
        <ThemeSwitch />
      </header>
    </>
  );
}
