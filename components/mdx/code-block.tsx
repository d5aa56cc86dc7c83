import styles from './code-block.module.css';

/**
 * Code that is read and not run, from an ordinary fence.
 * `html` is the highlighted code of `lib/content/highlight.ts`; `language` is named at its corner.
 */
export function CodeBlock({ html, language }: { html: string; language: string }) {
  return (
    <div className={styles.block} data-language={language}>
      <pre className={styles.pre} data-scroller>
        <code className={styles.code} dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
    </div>
  );
}
