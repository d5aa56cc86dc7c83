import styles from './theme-switch.module.css';

/**
 * Changes between light and dark. It has no state: `app/theme-script.ts` listens for the click, and
 * the style sheet shows the words that fit `data-theme`.
 */
export function ThemeSwitch() {
  return (
    <button type="button" className={styles.button} data-theme-switch data-needs-scripting>
      <svg className={styles.icon} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <span className={styles.toDark}>Dark theme</span>
      <span className={styles.toLight}>Light theme</span>
    </button>
  );
}
